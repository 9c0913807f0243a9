import { pinOf } from '../../server/support/ward.ts'
import { type Heard, type Sent, send } from './wire.ts'

const DAY_BEGINS = Date.parse('2027-03-10T00:00:00Z')
const MS_PER_MINUTE = 60_000
const MOST_TRIES = 20

/** An instant of the experiment's day, in minutes after its beginning. */
export function minute(minutes: number): string {
  return new Date(DAY_BEGINS + minutes * MS_PER_MINUTE).toISOString().replace('.000Z', 'Z')
}

/** The settings of a server whose clock stands at the beginning of that day. */
export const AT_MINUTE_0 = { CLOCK: minute(0) } as const

/** To which server a request goes, from which tablet, and whether the wire is cut. */
type How = Pick<Sent, 'cutAfterMs'> & { readonly server?: number; readonly tablet?: string }

/** One installation, met from outside at the addresses of its servers. */
export interface Site {
  readonly addresses: readonly string[]
  /** The clinical clock of every server. */
  clock(minutes: number): Promise<void>
  now(): string
  /** A request in somebody's session to one of the servers; each person has a session on each tablet they use. */
  ask(user: string, method: string, path: string, body?: unknown, how?: How): Promise<Heard>
  /** The cookies of somebody's session on a tablet. */
  cookieOf(user: string, tablet?: string): Promise<string>
  /** The servers are being started again: `settled` waits until they stand at their new addresses. Sessions last. */
  moving(addresses: Promise<readonly string[]>): void
  /** Waits until the servers stand. */
  settled(): Promise<void>
}

/** An installation at these addresses. Sessions are begun once for each person and used on every server. */
export function siteAt(first: readonly string[]): Site {
  let addresses = first
  let now = minute(0)
  let standing: Promise<void> = Promise.resolve()
  const cookies = new Map<string, Promise<string>>()

  async function setClocks(): Promise<void> {
    for (const address of addresses) {
      const moved = await send({ address, method: 'PUT', path: '/api/clock', body: { now } })
      if (moved.status !== 204) throw new Error(`The clock was not moved: ${moved.status}`)
    }
  }

  function addressOf(server = 0): string {
    const address = addresses[server % addresses.length]
    if (address === undefined) throw new Error('There is no server.')
    return address
  }

  /** A server that is killed meanwhile is asked again when it stands. */
  async function signIn(userId: string): Promise<string> {
    const body = { userId, password: 'demonstration' }
    for (let tries = 1; ; tries += 1) {
      const heard = await send({ address: addressOf(), method: 'POST', path: '/api/session', body })
      if (heard.cookie !== null) return heard.cookie
      const isCut = heard.status === 0 && tries < MOST_TRIES
      if (!isCut) throw new Error(`${userId} could not sign in: ${heard.status}`)
      await standing
    }
  }

  function cookieOf(userId: string, tablet = ''): Promise<string> {
    const key = `${userId} ${tablet}`
    const known = cookies.get(key) ?? signIn(userId)
    cookies.set(key, known)
    return known
  }

  return {
    get addresses() {
      return addresses
    },
    now: () => now,
    cookieOf,
    async clock(minutes) {
      await standing
      now = minute(minutes)
      await setClocks()
    },
    async ask(user, method, path, body, { server, tablet, cutAfterMs } = {}) {
      const cookie = await cookieOf(user, tablet)
      return send({
        address: addressOf(server),
        method,
        path,
        body,
        cookie,
        ...(cutAfterMs === undefined ? {} : { cutAfterMs }),
      })
    },
    moving(next) {
      standing = next.then(async (moved) => {
        addresses = moved
        await setClocks()
      })
    },
    settled: () => standing,
  }
}

/** The signature of a person of the demonstration. */
export function signedBy(userId: string): { readonly pin: string } {
  return { pin: pinOf(userId) }
}
