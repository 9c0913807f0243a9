/** Which guidelines are open on a chart, opened by what, and which of their steps are done. They hold nothing up. */
import { GUIDELINES, type GuidelineStep, type GuidelineSteps } from '../protocols/guidelines.ts'
import { type Instant, instantOf } from '../time.ts'
import type { CareEvent, Procedure } from './care.ts'
import type { Guideline } from './careFields.ts'
import type { Chart } from './chart.ts'
import type { SuspensionReason } from './fields.ts'
import type { PersonOnEntry } from './people.ts'
import { plateletAlert } from './platelets.ts'

/** A step of an open guideline; `done` null: still to do. */
export interface OpenStep {
  readonly step: GuidelineStep
  readonly done: {
    readonly seq: number
    readonly by: PersonOnEntry | null
    readonly at: Instant
    /** Who was spoken to, and when. */
    readonly name: string | null
    readonly spokenAt: Instant | null
  } | null
}

/** A guideline with the entry that opened it. */
export interface OpenGuideline {
  readonly guideline: Guideline
  readonly aboutSeq: number
  readonly at: Instant
  readonly steps: readonly OpenStep[]
}

const BOOK: Readonly<Record<Guideline, GuidelineSteps>> = GUIDELINES

/** The guideline's title, rule and steps. */
export function guidelineSteps(guideline: Guideline): GuidelineSteps {
  return BOOK[guideline]
}

const OF_SUSPENSION: Readonly<Record<SuspensionReason, Guideline>> = {
  'suspected-major-bleed': 'major-bleed',
  'head-injury': 'head-injury',
  'suspected-hit': 'hit',
  'allergic-reaction': 'allergic-reaction',
  fall: 'fall',
  'bleeding-at-hold': 'minor-bleed',
}
const OF_EVENT: Readonly<Record<CareEvent['about'], Guideline | null>> = {
  'minor-bleeding': 'minor-bleed',
  'adverse-event': 'adverse-event',
  clots: null,
}

interface Opening {
  readonly guideline: Guideline | null
  readonly seq: number
  readonly at: Instant
}

/** The open guidelines, those that suspend first, each in the order of opening. */
export function openGuidelines(chart: Chart): OpenGuideline[] {
  const alert = plateletAlert(chart)
  const opened: Opening[] = [
    ...chart.suspensions.map(({ reason, seq, at }) => ({
      guideline: OF_SUSPENSION[reason],
      seq,
      at,
    })),
    ...(alert
      ? [{ guideline: 'hit' as const, seq: alert.count.seq, at: alert.count.resultedAt }]
      : []),
    ...chart.careEvents
      .filter((event) => isEventOpen(chart, event))
      .map(({ about, seq, at }) => ({ guideline: OF_EVENT[about], seq, at })),
    ...chart.procedures
      .filter((procedure) => isProcedureOpen(chart, procedure))
      .map(({ seq, bookedAt }) => ({ guideline: 'procedure' as const, seq, at: bookedAt })),
  ]
  return opened.flatMap(({ guideline, seq, at }) =>
    guideline === null
      ? []
      : [{ guideline, aboutSeq: seq, at, steps: stepsOf(chart, guideline, seq) }],
  )
}

/** An adverse event stays until its incident report is ticked as well, unless a doctor says that it was none (AE-1). */
function isEventOpen(chart: Chart, { about, seq, reviewedBy, isAdverse }: CareEvent): boolean {
  if (reviewedBy === null) return true
  if (about !== 'adverse-event' || !isAdverse) return false
  return stepsOf(chart, 'adverse-event', seq).some(({ done }) => done === null)
}

function isProcedureOpen({ infusion }: Chart, { end, isCancelled }: Procedure): boolean {
  return !isCancelled && (end === null || infusion.status !== 'running')
}

function stepsOf(chart: Chart, guideline: Guideline, aboutSeq: number): OpenStep[] {
  return BOOK[guideline].steps
    .filter(({ isTheCease }) => !isTheCease || chart.infusion.status !== 'not-started')
    .map((step) => ({
      step,
      done: step.isTheCease ? ceaseOf(chart) : tickOf(chart, guideline, aboutSeq, step.id),
    }))
}

/** Ceasing is its own act: the record of it is the tick. */
function ceaseOf({ infusion, entries }: Chart): OpenStep['done'] {
  const { cease, status } = infusion
  const entry = entries.find(({ seq }) => seq === cease?.seq)
  if (status !== 'ceased' || !entry) return null
  const at = instantOf(entry.happenedAt)
  return { seq: entry.seq, by: entry.by, at, name: null, spokenAt: null }
}

function tickOf(
  { ticks }: Chart,
  guideline: Guideline,
  aboutSeq: number,
  stepId: string,
): OpenStep['done'] {
  return (
    ticks.find(
      (each) => each.guideline === guideline && each.aboutSeq === aboutSeq && each.step === stepId,
    ) ?? null
  )
}
