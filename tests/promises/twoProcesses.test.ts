import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openPostgres } from '../../server/openPostgres.ts'
import type { Parts } from '../../server/services.ts'
import { createTail } from '../../server/tail.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { done } from './support/atBedside.ts'
import { cuttableWire } from './support/cuttableWire.ts'
import { measured, sized } from './support/experiment.ts'
import { serveHere } from './support/inProcess.ts'
import { serverOn } from './support/serversOn.ts'
import { type Site, siteAt } from './support/site.ts'
import { type Listening, listen } from './support/streams.ts'
import { type Bed, bedOf, opening, say } from './support/strokeBed.ts'

const NOTES = sized(40, 4_000)
const OUTAGES = sized(1, 20)
const CHARTS = 4
const WITHIN = { timeout: 30_000, interval: 50 }

/** What was acknowledged, by chart and place, and when. */
type Ledger = Map<string, number>
const keyOf = (chartId: string, seq: number) => `${chartId} ${seq}`

async function openBeds(site: Site, ledger: Ledger, stem: string): Promise<Bed[]> {
  await site.clock(0)
  const beds: Bed[] = []
  for (let chart = 0; chart < CHARTS; chart += 1) {
    const command = opening(`${stem}${chart}`, site.now())
    const { status } = await site.ask('rn.adams', 'POST', '/api/charts', command)
    if (status !== 201) throw new Error(`not opened: ${status}`)
    ledger.set(keyOf(command.commandId, 1), performance.now())
    beds.push(bedOf(command, `${stem}${chart}`))
  }
  return beds
}

/** Notes on every chart at once, one after the other on each, all sent to the first server. */
async function write(site: Site, beds: readonly Bed[], notes: number, ledger: Ledger) {
  await Promise.all(
    beds.map(async (bed) => {
      for (let note = 0; note < notes / beds.length; note += 1) {
        const seq = await done(site, bed, 'rn.adams', say.note(bed, site.now(), `Note ${note}`))
        ledger.set(keyOf(bed.chartId, seq), performance.now())
      }
    }),
  )
}

/** Entries that a viewer did not hear, and entries of a chart that came before an earlier one of it. */
function missed({ heard }: Listening, ledger: Ledger): string[] {
  const known = new Set(heard.map(({ chartId, seq }) => keyOf(chartId, seq)))
  return [...ledger.keys()].filter((key) => !known.has(key))
}

function disordered({ heard }: Listening): string[] {
  const last = new Map<string, number>()
  return heard.flatMap(({ chartId, seq }) => {
    const before = last.get(chartId) ?? 0
    last.set(chartId, Math.max(before, seq))
    return seq > before + 1 ? [`${seq} after ${before}`] : []
  })
}

async function viewerAt(site: Site, server: number): Promise<Listening> {
  const address = site.addresses[server] ?? ''
  const listening = await listen(address, await site.cookieOf('rn.baker'), '7-west')
  onTestFinished(() => listening.end())
  return listening
}

describe('H34: two server processes on one PostgreSQL', () => {
  test('a viewer of one hears every entry that the other commits, in order on each chart', async () => {
    const env = { DATABASE_URL: await freshDatabase() }
    const [one, two] = [await serverOn(env), await serverOn(env)]
    const site = siteAt([one.address, two.address])
    const viewer = await viewerAt(site, 1)
    const ledger: Ledger = new Map()

    const beds = await openBeds(site, ledger, '70')
    await write(site, beds, NOTES, ledger)
    await vi.waitFor(() => expect(missed(viewer, ledger)).toEqual([]), WITHIN)

    expect(disordered(viewer)).toEqual([])
    const first = new Map<string, number>()
    for (const { chartId, seq, at } of viewer.heard) {
      const key = keyOf(chartId, seq)
      first.set(key, first.get(key) ?? at)
    }
    const delays = [...ledger].map(([key, at]) => (first.get(key) ?? 0) - at).sort((a, b) => a - b)
    const at = (part: number) => Math.round(delays[Math.floor((delays.length - 1) * part)] ?? 0)
    measured({
      promise: 7,
      what: 'Entries acknowledged by one server process until a viewer of the other on the same PostgreSQL hears them',
      figure: `${ledger.size} of ${ledger.size} heard, in order on each chart; median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, slowest ${at(1)} ms`,
    })
    expect(at(0.99)).toBeLessThan(sized(20_000, 2_000))
  })

  test('a viewer of a process that was cut off from the database hears what it missed when the wire heals', async () => {
    const databaseUrl = await freshDatabase()
    const wire = await cuttableWire(databaseUrl)
    const one = await serverOn({ DATABASE_URL: databaseUrl })
    const two = await serverOn({ DATABASE_URL: wire.url })
    const site = siteAt([one.address, two.address])
    const viewer = await viewerAt(site, 1)
    const ledger: Ledger = new Map()
    const beds = await openBeds(site, ledger, '71')

    for (let outage = 0; outage < OUTAGES; outage += 1) {
      wire.cut()
      await write(site, beds, 2 * CHARTS, ledger)
      wire.heal()
      await vi.waitFor(() => expect(missed(viewer, ledger)).toEqual([]), WITHIN)
    }

    expect(disordered(viewer)).toEqual([])
    measured({
      promise: 7,
      what: 'A server process cut off from PostgreSQL while the other commits, then healed: what its viewer hears',
      figure: `${OUTAGES} outages: ${ledger.size} of ${ledger.size} entries heard, in order on each chart`,
    })
  })
})

describe('the experiment catches', () => {
  /** Two servers of this process with a fault in the second one's tail. */
  async function heardWith(parts: Partial<Parts>): Promise<readonly [Listening, Ledger]> {
    const url = await freshDatabase()
    const databases = [
      await openPostgres(url, 'heparin_chart'),
      await openPostgres(url, 'heparin_chart'),
    ] as const
    onTestFinished(async () => {
      for (const database of databases) await database.close()
    })
    const addresses = [await serveHere(databases[0]), await serveHere(databases[1], parts)]
    const site = siteAt(addresses)
    const viewer = await viewerAt(site, 1)
    const ledger: Ledger = new Map()
    const beds = await openBeds(site, ledger, '72')
    await write(site, beds, 3 * CHARTS, ledger)
    const last = () => new Set(viewer.heard.map(({ chartId }) => chartId)).size
    await vi.waitFor(() => expect(last()).toBe(CHARTS), WITHIN)
    await vi.waitFor(() => expect(Math.max(...viewer.heard.map(({ seq }) => seq))).toBe(4), WITHIN)
    return [viewer, ledger]
  }

  test('a tail that skips an entry', async () => {
    const [viewer, ledger] = await heardWith({
      createTail: (store, publish) =>
        createTail(store, (wardIds, entry) => {
          if (entry.seq !== 2) publish(wardIds, entry)
        }),
    })
    await vi.waitFor(() => expect(missed(viewer, ledger)).toHaveLength(CHARTS), WITHIN)
    expect(disordered(viewer)).not.toEqual([])
  })
})
