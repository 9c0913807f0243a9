/** The ward as the pages of the bench read it: the same requests in the same order as the product, nothing checked. */
import type { Board } from '../../src/store/wire.ts'
import { type Instant, instantOf, type TimeZone } from '../../src/time.ts'

/** Who looks at which ward. */
export interface Seat {
  readonly person: string
  readonly wardId: string
  readonly wardName: string
  readonly zone: TimeZone
}

type Json = Readonly<Record<string, never>>

async function ask(path: string): Promise<Json> {
  const reply = await fetch(path)
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}`)
  return reply.json()
}

/** Who is signed in. */
export async function readSeat(): Promise<Seat> {
  const { user, wards, facility } = (await ask('/api/session')) as unknown as {
    user: { name: string }
    wards: readonly { wardId: string; name: string }[]
    facility: { timeZone: string }
  }
  const { wardId = '', name: wardName = '' } = wards[0] ?? {}
  return { person: user.name, wardId, wardName, zone: facility.timeZone }
}

/** The board of the ward, its times read. */
export async function readBoard(wardId: string): Promise<Board> {
  return timesRead(await ask(`/api/wards/${wardId}/board`)) as Board
}

const TIMES = new Set<string>(['now', 'at', 'since', 'dueAt', 'overdueAt', 'heparinAt'])

function timesRead(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => timesRead(each))
  if (typeof value === 'string') return TIMES.has(name) ? instantOf(value) : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, its]) => [key, timesRead(its, key)]))
}

/** Tells the server's time at each of its beats, and that something is new on the ward. */
export function followWard(
  wardId: string,
  on: { beat(now: Instant): void; entry(): void },
): EventSource {
  const stream = new EventSource(`/api/wards/${wardId}/stream`)
  stream.addEventListener('beat', ({ data }) => on.beat(instantOf(JSON.parse(data).now)))
  stream.addEventListener('entry', () => on.entry())
  return stream
}
