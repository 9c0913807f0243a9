import { randomUUID } from 'node:crypto'
import type { Cue, Stage } from '../../server/playScenario.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { isoOf } from '../../src/time.ts'
import { passwordOf, pinOf } from './account.ts'
import type { Ward } from './server.ts'

/** The ward's HTTP contract as the stage of a scenario: each person in a session of their own, the clock moved before each act. */
export function wardStage({ baseURL, moveClock }: Ward): Stage {
  const cookies = new Map<string, string>()

  async function cookieOf(userId: string): Promise<string> {
    const known = cookies.get(userId)
    if (known !== undefined) return known
    const reply = await fetch(`${baseURL}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId, password: passwordOf(userId) }),
    })
    const cookie = reply.headers.get('set-cookie')?.split(';')[0]
    if (!reply.ok || cookie === undefined) throw new Error(`${userId}: ${await reply.text()}`)
    cookies.set(userId, cookie)
    return cookie
  }

  async function ask(path: string, userId: string, body?: object): Promise<unknown> {
    const reply = await fetch(`${baseURL}/api/charts${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: await cookieOf(userId),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${userId} ${path}: ${reply.status} ${text}`)
    return JSON.parse(text)
  }

  async function act(path: string, { userId, at }: Cue, body: object): Promise<Entry> {
    await moveClock(isoOf(at))
    const { entry } = (await ask(path, userId, body)) as { entry: Entry }
    return entry
  }

  /** The person whose session reads a chart: whoever opened it. */
  const readers = new Map<string, string>()

  async function entriesOf(chartId: string): Promise<Entry[]> {
    const reader = readers.get(chartId)
    if (reader === undefined) throw new Error(`chart ${chartId} was not opened here`)
    const { entries } = (await ask(`/${chartId}/entries?after=0`, reader)) as { entries: Entry[] }
    return entries
  }

  return {
    pinOf,
    async open(command, cue) {
      const entry = await act('', cue, { ...command, commandId: randomUUID() })
      readers.set(entry.chartId, cue.userId)
      return entry
    },
    carryOut: (chartId, command, cue) => act(`/${chartId}/commands`, cue, command),
    async check(chartId, request, { userId, at }) {
      await moveClock(isoOf(at))
      await ask(`/${chartId}/checks`, userId, request)
      const matched = (await entriesOf(chartId)).at(-1)
      if (matched?.kind !== 'secondCheckMatched') throw new Error('the check left no entry')
      return matched
    },
    chart: async (chartId) => fold(await entriesOf(chartId)),
  }
}
