import { newId } from '../../server/support/databases.ts'
import type { Ledger } from './ledger.ts'
import type { Made, Step } from './patientCourse.ts'
import { type Heard, send } from './wire.ts'

const CREW = ['rn.adams', 'mo.chen', 'rn.baker'] as const
/** So often one command is tried, at the most, on one server. */
const MOST_TRIES = 12
/** The board is read after the first failure and after each so many. */
const READ_EVERY = 5

/** What somebody saw who looks what became of each command that failed. */
export interface Seen {
  /** Replies 503. */
  readonly failed: number
  /** The problems of those, one of each kind. */
  readonly problems: ReadonlySet<string>
  /** Look-ups after a 503 that said: it left nothing. */
  readonly denied: number
  /** Reads of the board that failed while writing did. */
  readonly unread: readonly string[]
}

/**
 * Somebody who works through a course. What is answered 503 is looked up: said to have left nothing, it is sent under a
 * new id; otherwise again under its own.
 */
export interface CarefulNurse {
  /** Works until the course is over or nothing is taken any more; `recover` is waited for after each failure. */
  work(address: string, recover?: () => Promise<void>): Promise<void>
  seen(): Seen
}

/** A careful nurse, who notes in the ledger what was sent, told and denied. */
export function carefulNurse(course: Generator<Step, void, Made>, ledger: Ledger): CarefulNurse {
  let step = course.next()
  let failed = 0
  let denied = 0
  const problems = new Set<string>()
  const unread: string[] = []
  const cookies = new Map<string, string>()

  function ask(address: string, by: string, path: string, command?: Step['command']) {
    const cookie = cookies.get(by) ?? null
    return send({ address, cookie, path, method: command ? 'POST' : 'GET', body: command })
  }

  /** Whether everybody is signed in at last: a session is written too. */
  async function areSignedIn(address: string): Promise<boolean> {
    for (let tries = 0; tries < MOST_TRIES && cookies.size < CREW.length; tries += 1) {
      for (const userId of CREW) await keepSession(address, userId)
    }
    return cookies.size === CREW.length
  }

  async function keepSession(address: string, userId: string): Promise<void> {
    if (cookies.has(userId)) return
    const body = { userId, password: 'demonstration' }
    const { cookie, status } = await send({ address, method: 'POST', path: '/api/session', body })
    if (cookie !== null) cookies.set(userId, cookie)
    else if (status !== 503) ledger.contradicted(`signing in was answered ${status}`)
  }

  /** Whether it was acknowledged. */
  async function isTaken(address: string, asked: Step): Promise<boolean> {
    ledger.sent(asked.chartId, asked.command.commandId)
    const heard = await ask(address, asked.by, asked.path, asked.command)
    if (heard.status !== 201) {
      await look(address, asked, heard)
      return false
    }
    ledger.acknowledged(heard.body.entry)
    step = course.next(heard.body.entry)
    return true
  }

  async function look(address: string, asked: Step, { status, body }: Heard): Promise<void> {
    const { by, chartId, command } = asked
    if (status !== 503) ledger.contradicted(`${status} ${body?.type}`)
    failed += 1
    problems.add(body?.type)
    // Not each time: who reads is noted, and that write takes the place of the failed one in the log.
    if (failed % READ_EVERY === 1) await read(address, by)
    const found = await ask(address, by, `/api/charts/${chartId}/commands/${command.commandId}`)
    if (found.status === 404) deny(asked)
  }

  async function read(address: string, by: string): Promise<void> {
    const { status } = await ask(address, by, '/api/wards/7-west/board')
    if (status !== 200) unread.push(`board ${status}`)
  }

  /** It goes out again under another id; a chart is opened under its own, and that one goes out as it is. */
  function deny(asked: Step): void {
    denied += 1
    if (asked.command.kind === undefined) return
    ledger.denied(asked.command.commandId)
    step = { done: false, value: { ...asked, command: { ...asked.command, commandId: newId() } } }
  }

  return {
    seen: () => ({ failed, denied, problems, unread }),
    async work(address, recover = async () => {}) {
      if (!(await areSignedIn(address))) return
      for (let tries = 0; !step.done && tries < MOST_TRIES; tries += 1) {
        if (await isTaken(address, step.value)) tries = -1
        else await recover()
      }
    },
  }
}
