import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import {
  accountOf,
  demonstrationPeople,
  demonstrationPinOf,
} from '../../../server/demonstrationAccounts.ts'
import type { CheckRequest, Command } from '../../../src/chart/commands.ts'
import { decide } from '../../../src/chart/decide.ts'
import { type CapturedStop, decideCapturedStop } from '../../../src/chart/decideCaptured.ts'
import { decideCheck } from '../../../src/chart/decideCountersign.ts'
import type { Decision, Refusal } from '../../../src/chart/decision.ts'
import type { Entry } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import type { Signer } from '../../../src/chart/people.ts'
import { maySecond } from '../../../src/chart/policy.ts'
import { refusalText } from '../../../src/chart/refusals.ts'
import type { Instant } from '../../../src/time.ts'
import { type Answer, type FakeWard, problemOf, type Seen } from '../../support/fakeWard.ts'
import type { Played } from '../../support/playedEntries.ts'
import { renderOnWard } from '../../support/renderOnWard.tsx'

// A tablet's half-typed input belongs to its test alone.

const ZONE = 'Australia/Sydney'

/** A page of a chart on a ward whose server decides by the engine: every signature is judged, every entry kept. */
export interface DecidingWard {
  readonly ward: FakeWard
  readonly user: ReturnType<typeof userEvent.setup>
  readonly id: string
  /** The record as it grows. */
  readonly entries: Entry[]
  /** What was posted to the chart, in order. */
  readonly posted: () => readonly Seen[]
  /** The next requests never get an answer, nor reach the record. */
  loseNext(count: number): void
  /** The next command is answered so, and is not carried out. */
  refuseNext(answer: Answer): void
  /** Another tablet enters something; this one hears of it on the stream. */
  elsewhere(userId: string, command: object): void
  /** What was posted, as a rule last, had reached the record, although its reply was lost: the stream brings it. */
  arrives(command?: Command): void
}

export interface PageOptions {
  readonly userId?: string
  readonly query?: string
  /** Minutes after the scenario's last step. */
  readonly later?: number
  /** The server lists the ward's people; without it they are not known. */
  readonly listsPeople?: boolean
}

/** @example const { user, entries } = await openPage('result', await playedEntries('...')) */
export async function openPage(
  slug: string,
  { entries: played, now: end }: Played,
  { userId = 'rn.adams', query = '', later = 0, listsPeople = false }: PageOptions = {},
): Promise<DecidingWard> {
  const now = (end + later * 60_000) as Instant
  const entries = [...played]
  const id = entries[0]?.chartId ?? ''
  let lost = 0
  let refusal: Answer | null = null
  let ids = 0
  const at = () => ward.store.clock.now()

  function settle(decision: Decision): Answer {
    if (decision.kind === 'refused') return refusalAnswer(decision.refusal)
    const entry = { ...decision.entry, hash: '' } as Entry
    entries.push(entry)
    if (decision.kind === 'mismatch') return refusalAnswer(decision.refusal)
    if (entry.kind === 'secondCheckMatched') {
      return { status: 200, body: { setPumpToMlPerHour: null } }
    }
    return { status: 201, body: { entry, version: entry.version } }
  }
  const check = (request: CheckRequest): Answer =>
    settle(decideCheck(fold(entries), request, signer(request.userId, now), at()))
  const carryOut = (command: Command): Answer => {
    const by = signedBy(command, userId, now)
    return by === null ? WRONG_PIN : settle(decide(fold(entries), command, by, at()))
  }
  const takeCaptured = (body: { author: string | null; command: CapturedStop }): Answer => {
    const author = body.author === null ? null : signer(body.author, now)
    const ask = { chart: fold(entries), command: body.command, at: at() }
    return settle(decideCapturedStop(ask, author))
  }
  const answer = (seen: Seen): Answer | null => {
    if (seen.method !== 'POST') return readAnswer(seen, listsPeople ? now : null)
    if (lost > 0) {
      lost -= 1
      return 'lost'
    }
    const refused = refusal
    refusal = null
    return refused ?? done(seen)
  }
  const done = ({ path, body }: Seen): Answer => {
    if (path.endsWith('/captured')) return takeCaptured(body)
    return path.endsWith('/checks') ? check(body) : carryOut(body)
  }
  function comes(command: Command, by: string): void {
    const decision = decide(fold(entries), command, signer(by, now), at())
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision))
    const entry = { ...decision.entry, hash: '' } as Entry
    entries.push(entry)
    act(() => ward.stream('entry', { chartId: id, entry }))
  }
  const ward: FakeWard = await renderOnWard(`/charts/${id}/${slug}${query}`, {
    charts: [entries],
    now,
    user: signer(userId, now),
    answer,
  })
  const posted = () => ward.seen.filter(({ method }) => method === 'POST')
  await screen.findByRole('region', { name: 'Patient' })
  return {
    ward,
    id,
    entries,
    user: userEvent.setup({ delay: null }),
    posted,
    loseNext: (count) => {
      lost = count
    },
    refuseNext: (answer) => {
      refusal = answer
    },
    elsewhere(otherId, command) {
      ids += 1
      const commandId = `99999999-0000-4000-8000-${String(ids).padStart(12, '0')}`
      comes({ ...command, commandId } as Command, otherId)
    },
    arrives: (command = posted().at(-1)?.body) => comes(command, userId),
  }
}

const WRONG_PIN = problemOf(403, 'The signature was refused', {
  type: '/problems/signature-refused',
  rules: ['SIGN-3'],
  next: 'Key the PIN again.',
})

function refusalAnswer({ status, rules, code, ...refusal }: Refusal): Answer {
  const texts = refusalText({ status, rules, code, ...refusal }, ZONE)
  return { status, body: { type: `/problems/${code}`, status, rules, ...texts } }
}

/** A look-up finds nothing; the ward's people who may sign second, as the server lists them at `listedAt`. */
function readAnswer({ path }: Seen, listedAt: Instant | null): Answer | null {
  if (path.includes('/commands/')) return problemOf(404, 'No such command')
  if (!path.endsWith('/people') || listedAt === null) return null
  const people = demonstrationPeople
    .filter(({ wardId }) => wardId === '7-west')
    .map(({ userId }) => signer(userId, listedAt))
    .filter((person) => maySecond('rateChanged', person, listedAt) === null)
    .map(({ userId, name, role }) => ({ userId, name, role }))
  return { status: 200, body: { people } }
}

/** A demonstration person as the server knows them. */
function signer(userId: string, anchor: Instant): Signer {
  const person = demonstrationPeople.find((known) => known.userId === userId)
  if (!person) throw new Error(`nobody is called ${userId}`)
  const { name, role, competencies } = accountOf(person, anchor)
  return { userId, name, role, competencies, identity: 'confirmed' }
}

/** Who signed, or null for a wrong PIN; a stop is taken without one too (SIGN-5). */
function signedBy(command: Command, sessionUserId: string, now: Instant): Signer | null {
  const signature: { userId?: string; pin?: string | undefined } | undefined =
    'signature' in command ? command.signature : undefined
  const userId = signature?.userId ?? sessionUserId
  const by = signer(userId, now)
  const isNeverBlocked = command.kind === 'stopInfusion' || command.kind === 'ceaseInfusion'
  const isProven = signature?.pin === demonstrationPinOf(userId)
  if (isNeverBlocked) return { ...by, identity: isProven ? 'confirmed' : 'unconfirmed' }
  return signature === undefined || isProven ? by : null
}

/** Keys figures on the pad, one key after the other. */
export async function key(user: DecidingWard['user'], text: string): Promise<void> {
  const names: Record<string, string> = { '.': 'point', '>': 'greater than', '<': 'less than' }
  for (const each of text) {
    await user.click(screen.getByRole('button', { name: names[each] ?? each }))
  }
}

/** Keys a person's PIN into the field for it. */
export async function keyPin(user: DecidingWard['user'], userId: string): Promise<void> {
  await user.type(screen.getByLabelText(/^Signing PIN/), demonstrationPinOf(userId))
}

export async function press(user: DecidingWard['user'], name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole('button', { name }))
}
