import { expect } from 'vitest'
import * as z from 'zod/mini'
import type { Chart } from '../../../src/chart/chart.ts'
import { type Command, type CommandOf, command, openChart } from '../../../src/chart/commands.ts'
import { decide } from '../../../src/chart/decide.ts'
import { decideCheck } from '../../../src/chart/decideCountersign.ts'
import type { Decision, Refusal } from '../../../src/chart/decision.ts'
import { dueItems } from '../../../src/chart/due.ts'
import type { DueItem, DueKind } from '../../../src/chart/dueItem.ts'
import { type Entry, entry as entrySchema, type UnhashedEntry } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import type { Signer } from '../../../src/chart/people.ts'
import { type ResultView, resultAt, therapeuticRun } from '../../../src/chart/results.ts'
import { shownNow } from '../../../src/chart/shownNow.ts'
import { type Instant, instantOf, isoOf, plusMinutes } from '../../../src/time.ts'
import { patientName } from '../../../src/wording.ts'
import { people, type Who } from './people.ts'

/** Midnight of the day that a course begins on; the hours of its clock count on from there (`34:30`). */
const DAY = '2027-03-10T00:00:00Z'
const HASH = '0'.repeat(64)
const MINUTES_PER_HOUR = 60

export type Kind = Command['kind']
/** The fields of a command beside what the course fills in; anything may be overridden. */
export type Fields<K extends Kind> = Omit<
  CommandOf<K>,
  'kind' | 'commandId' | 'expectedVersion' | 'happenedAt' | 'shown' | 'signature'
> &
  Partial<Pick<CommandOf<K>, 'commandId' | 'expectedVersion' | 'happenedAt'>> & {
    readonly shown?: object
    readonly signature?: object | undefined
  }

const SHOWN: ReadonlySet<Kind> = new Set([
  'giveBolus',
  'startInfusion',
  'changeRate',
  'keepRate',
  'resumeInfusion',
  'recommenceInfusion',
  'restartInfusion',
])
const UNSIGNED: ReadonlySet<Kind> = new Set([
  'recordWeight',
  'recordCollection',
  'recordResult',
  'interruptInfusion',
  'recordBedsideFact',
  'withdraw',
  'transferWard',
  'writeNote',
])

/** One patient's chart as a ward works on it, with a clock that the test moves. */
export class Course {
  readonly midnight: Instant
  now: Instant
  entries: Entry[] = []
  private ids = 0
  private folded: { entries: Entry[]; chart: Chart } | null = null

  constructor(day: string = DAY) {
    this.midnight = instantOf(day)
    this.now = this.midnight
  }

  /** Folded once for each state of the record. */
  get chart(): Chart {
    if (this.folded?.entries !== this.entries) {
      this.folded = { entries: this.entries, chart: fold(this.entries) }
    }
    return this.folded.chart
  }

  get infusion(): Chart['infusion'] {
    return this.chart.infusion
  }

  get run(): number {
    return therapeuticRun(this.chart, this.now)
  }

  /** The instant at so many hours and minutes of elapsed time after the course's midnight: `10:30`, `34:30:20`. */
  time(clock: string): Instant {
    const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
    return plusMinutes(
      this.midnight,
      hours * MINUTES_PER_HOUR + minutes + seconds / MINUTES_PER_HOUR,
    )
  }

  iso(clock: string): string {
    return isoOf(this.time(clock))
  }

  at(clock: string): this {
    this.now = this.time(clock)
    return this
  }

  nextId(): string {
    this.ids += 1
    return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`
  }

  /** A command as a screen would send it now: the version and the values as they stand, signed. */
  command<K extends Kind>(kind: K, fields: Fields<K>): CommandOf<K> {
    const { chart } = this
    const whole: Record<string, unknown> = {
      commandId: this.nextId(),
      expectedVersion: chart.version,
      happenedAt: isoOf(this.now),
      kind,
      ...(SHOWN.has(kind) ? { shown: shownFor(chart, fields) } : {}),
      ...(UNSIGNED.has(kind) ? {} : { signature: { pin: '000000' } }),
      ...fields,
    }
    return z.parse(command, whole) as CommandOf<K>
  }

  decide<K extends Kind>(who: Who | Signer, kind: K, fields: Fields<K>): Decision {
    return decide(this.chart, this.command(kind, fields), signer(who), this.now)
  }

  /** Carries a command out; it must be accepted. */
  do<K extends Kind>(who: Who | Signer, kind: K, fields: Fields<K>): Entry {
    const decision = this.decide(who, kind, fields)
    if (decision.kind !== 'accepted') {
      throw new Error(`${kind}: ${decision.kind}: ${JSON.stringify(decision.refusal)}`)
    }
    return this.append(decision.entry)
  }

  /** Gives the refusal of a command; a mismatch leaves its entry. */
  refused<K extends Kind>(who: Who | Signer, kind: K, fields: Fields<K>): Refusal {
    return this.refusal(this.decide(who, kind, fields))
  }

  refusal(decision: Decision): Refusal {
    if (decision.kind === 'accepted') throw new Error(`accepted: ${decision.entry.kind}`)
    if (decision.kind === 'mismatch') this.append(decision.entry)
    return decision.refusal
  }

  append(unhashed: UnhashedEntry): Entry {
    const entry = { ...unhashed, hash: HASH } as Entry
    // What the store takes, it reads back from its text.
    const stored = z.parse(entrySchema, JSON.parse(JSON.stringify(entry))) as Entry
    expect(stored).toEqual(entry)
    this.entries = [...this.entries, stored]
    return stored
  }

  /** The blind figures as the act has them, unless told otherwise. */
  figures(actSeq: number): object {
    const act = this.entries.find(({ seq }) => seq === actSeq)
    if (!act) throw new Error(`no entry ${actSeq}`)
    const result = this.resultOf(actSeq)
    const typed = result && result.collectionSeq === null
    return {
      ...(result ? { checkedResultText: result.text } : {}),
      ...(typed ? { checkedCollectedAt: isoOf(result.collectedAt) } : {}),
      ...('units' in act ? { checkedUnits: act.units } : {}),
      ...('newRateMlPerHour' in act ? { checkedRateMlPerHour: act.newRateMlPerHour } : {}),
      ...('rateMlPerHour' in act ? { checkedRateMlPerHour: act.rateMlPerHour } : {}),
      ...(act.kind === 'rateKept'
        ? { checkedRateMlPerHour: this.infusion.rateMlPerHour ?? 14 }
        : {}),
    }
  }

  private resultOf(actSeq: number) {
    const { entries, chart } = this
    const act = entries.find(({ seq }) => seq === actSeq)
    const named = act && 'resultSeq' in act ? act.resultSeq : undefined
    const orderSeq = act && 'orderSeq' in act ? act.orderSeq : undefined
    const order = entries.find(({ seq }) => seq === orderSeq)
    const resultSeq = named ?? (order && 'resultSeq' in order ? order.resultSeq : undefined)
    return chart.results.find(({ seq }) => seq === resultSeq) ?? null
  }

  /** The checker's blind figures before the card (SIGN-4 b). */
  check(who: Who | Signer, actSeq: number, figures: object = {}): Decision {
    const by = signer(who)
    const request = {
      commandId: this.nextId(),
      actSeq,
      userId: by.userId,
      ...this.figures(actSeq),
      ...figures,
    }
    const decision = decideCheck(this.chart, request, by, this.now)
    if (decision.kind !== 'refused') this.append(decision.entry)
    return decision
  }

  /** The fields of a countersign that agrees with the act in everything. */
  countersign(actSeq: number, fields: object = {}): Fields<'countersign'> {
    const act = this.entries.find(({ seq }) => seq === actSeq)
    const figures = this.figures(actSeq)
    const shown = act && 'shown' in act ? { shown: act.shown } : {}
    const rate = 'checkedRateMlPerHour' in figures ? figures.checkedRateMlPerHour : undefined
    const pump =
      rate === undefined || act?.kind === 'rateKept' ? {} : { pumpReadBackMlPerHour: rate }
    return {
      actSeq,
      ...figures,
      ...pump,
      ...shown,
      signature: { userId: 'any', pin: '000000' },
      ...fields,
    } as Fields<'countersign'>
  }

  sign(who: Who | Signer, actSeq: number, fields: object = {}): Entry {
    return this.do(who, 'countersign', this.countersign(actSeq, fields))
  }

  /** An act of two signatures, both now. */
  both<K extends Kind>(kind: K, fields: Fields<K>, first: Who = 'adams', second: Who = 'baker') {
    const act = this.do(first, kind, fields)
    this.sign(second, act.seq)
    return act
  }

  /** A sample collected and resulted at these times; gives the number of its result. */
  result(
    text: string,
    times: { collected: string; resulted?: string; site?: 'heparin-line-or-limb' | 'not-known' },
  ): number {
    this.at(times.collected)
    const { seq: collectionSeq } = this.do('adams', 'recordCollection', {
      site: times.site ?? 'away-from-heparin',
    })
    this.at(times.resulted ?? times.collected)
    return this.do('adams', 'recordResult', { text, sample: { collectionSeq } }).seq
  }

  view(resultSeq: number): ResultView {
    const view = resultAt(this.chart, resultSeq, this.now)
    if (!view) throw new Error(`no result ${resultSeq}`)
    return view
  }

  use(resultSeq: number): ResultView['use'] {
    return this.view(resultSeq).use
  }

  get due(): DueItem[] {
    return dueItems(this.chart, this.now)
  }

  dueOf(kind: DueKind, about?: DueItem['about']): DueItem[] {
    return this.due.filter(
      (item) => item.kind === kind && (about === undefined || item.about === about),
    )
  }

  /** The one item of a kind, with its times as the course's clock shows them. */
  item(kind: DueKind, about?: DueItem['about']) {
    const [item, another] = this.dueOf(kind, about)
    if (!item || another) throw new Error(`${this.dueOf(kind, about).length} items of ${kind}`)
    return {
      ...item,
      due: isoOf(item.dueAt),
      overdue: item.overdueAt === null ? null : isoOf(item.overdueAt),
    }
  }
}

/** A person as they are, or signing without proof of who they are. */
function signer(who: Who | Signer): Signer {
  return typeof who === 'string' ? people[who] : who
}

export function unproven(who: Who): Signer {
  return { ...people[who], identity: 'unconfirmed' }
}

function shownFor(chart: Chart, fields: object) {
  const orderSeq = 'orderSeq' in fields ? fields.orderSeq : null
  const order = chart.entries.find(({ seq }) => seq === orderSeq)
  const ofOrder = order && 'resultSeq' in order ? (order.resultSeq ?? null) : null
  const named = 'resultSeq' in fields ? (fields.resultSeq as number) : ofOrder
  return (
    shownNow(chart, named ?? null) ?? {
      name: patientName(chart.patient),
      dateOfBirth: chart.patient.dateOfBirth,
      mrn: chart.patient.mrn,
      protocol: 'vte',
      protocolVersion: '',
      resultText: null,
      collectedAt: null,
      oldRateMlPerHour: chart.infusion.rateMlPerHour,
    }
  )
}

/** A new chart, opened at 07:00 of its day. */
export function openedChart(day?: string, more: object = {}): Course {
  const course = new Course(day).at('07:00')
  const opening = z.parse(openChart, {
    commandId: course.nextId(),
    happenedAt: isoOf(course.now),
    wardId: '7-west',
    bed: '12',
    patient: {
      mrn: '9000017',
      surname: 'Nguyen',
      given: 'Alex',
      dateOfBirth: '1951-03-09',
      sex: 'female',
    },
    allergies: [{ to: 'Penicillin', reaction: 'Rash' }],
    amo: 'Dr Sami Haddad',
    ...more,
  })
  const decision = decide(null, opening, people.adams, course.now)
  if (decision.kind !== 'accepted') throw new Error('opening refused')
  course.append(decision.entry)
  return course
}
