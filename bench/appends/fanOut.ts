import { standingClock } from '../../server/clock.ts'
import { NO_PREVIOUS } from '../../server/entryHash.ts'
import { createLive } from '../../server/live.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { instantOf } from '../../src/time.ts'
import { compare, microsecondsOf } from '../measure.ts'
import { noteEntry } from './sample.ts'
import { openSockets } from './sockets.ts'

/** Microseconds of one viewer's share of an event: the product's, and those of the bare writing of a text that is ready. */
export interface FanOut {
  readonly product: number
  readonly bare: number
}

/** Tells entries to the wards in turn, each with so many viewers on sockets of their own. */
export async function fanOut(wards: number, viewersEach: number): Promise<FanOut> {
  const { sockets, drained, end } = await openSockets(wards * viewersEach)
  const live = createLive(standingClock(instantOf('2027-03-10T00:00:00Z')))
  for (const [index, socket] of sockets.entries()) {
    const sink = {
      write(event: Buffer) {
        socket.write(event)
        return true
      },
      end: () => undefined,
    }
    const viewer = {
      wardId: `ward ${index % wards}`,
      userId: 'rn.adams',
      sessionKey: `${index}`,
      elsewhere: new Map(),
      sink,
    }
    await live.watch(viewer, async () => [])
  }
  const chartId = '00000000-0000-4000-8000-000000000001'
  const entry = { ...noteEntry(chartId, 2, chartId), hash: NO_PREVIOUS } as Entry
  const ready = Buffer.from(`event: entry\ndata: ${JSON.stringify({ chartId, entry })}\n\n`)
  let ward = 0
  const costs = await compare([
    {
      name: 'product',
      async run(times) {
        for (let time = 0; time < times; time += 1) {
          ward = (ward + 1) % wards
          live.publish([`ward ${ward}`], entry)
        }
        await drained()
        return ward
      },
    },
    {
      name: 'bare',
      async run(times) {
        for (let time = 0; time < times; time += 1) {
          ward = (ward + 1) % wards
          for (let viewer = 0; viewer < viewersEach; viewer += 1) {
            sockets[ward + viewer * wards]?.write(ready)
          }
        }
        await drained()
        return ward
      },
    },
  ])
  live.close()
  await end()
  return {
    product: microsecondsOf(costs, 'product') / viewersEach,
    bare: microsecondsOf(costs, 'bare') / viewersEach,
  }
}
