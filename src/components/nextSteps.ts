import type { Chart } from '../chart/chart.ts'
import { dueItems } from '../chart/due.ts'
import type { DueItem, DueOwner } from '../chart/dueItem.ts'
import { type DueMove, dueMoved } from '../chart/dueMoved.ts'
import type { Entry } from '../chart/entries.ts'
import { pendingAt } from '../chart/pending.ts'
import { nameAndRole, nameOf, type Person } from '../chart/people.ts'
import { mayUse } from '../chart/policy.ts'
import { recommencingOrder } from '../chart/recommencingOrder.ts'
import { protocolOf, resultAt } from '../chart/results.ts'
import { type Instant, instantOf, type TimeZone } from '../time.ts'
import { clockText, rateText, unitsText, whenText } from '../wording.ts'
import {
  type ActLink,
  ASSESS_FIRST,
  BOLUS,
  PRESCRIBE,
  RECOMMENCE,
  RESUME,
  START,
  WEIGH,
} from './actFor.ts'
import { anchorText } from './anchorWords.ts'
import { bagText } from './bagWords.ts'
import { adviceWords } from './bedside/adviceWords.ts'
import { bloodsReason } from './bloodWords.ts'
import { dueTitle, dueUrgency, dueWhen } from './dueWords.ts'
import { openBolus } from './openBolus.ts'
import { actOn, stopSteps, suspensionTitle } from './suspendedSteps.ts'
import type { Tone } from './ui/Banner.tsx'
import type { IconName } from './ui/Icon.tsx'

/** One thing to do on a chart: what, when, why, where, and who if not the person signed in. */
export interface Step {
  readonly key: string
  readonly title: string
  readonly when: string | null
  readonly reason: string | null
  /** Where a late entry moved the due time: what it was before (SIGN-7). */
  readonly moved: string | null
  readonly urgency: { readonly tone: Tone; readonly icon: IconName; readonly word: string }
  readonly rules: readonly string[]
  readonly act: ActLink
  /** Who does it, where the person signed in may not. */
  readonly others: string | null
}

export interface StepInputs {
  readonly chart: Chart
  readonly entries: readonly Entry[]
  readonly now: Instant
  readonly zone: TimeZone
  readonly user: Person
}

const OWNERS: Readonly<Record<DueOwner, string>> = {
  nurse: 'A registered nurse or a medical officer does this.',
  mo: 'A medical officer does this: call the MO.',
  'nurse-and-mo': 'A nurse or a medical officer does this.',
  registrar: 'A medical officer does this: call the registrar.',
  amo: 'A medical officer does this: call the AMO.',
  'first-signer': 'Another clinician does this.',
  checker: 'Another trained person does this.',
}

const NOW_TONE = { tone: 'quiet', icon: 'next', word: 'Next' } as const

/** What there is to do on a chart, the one next thing first. */
export function nextSteps(inputs: StepInputs): Step[] {
  const moved = dueMoved(inputs.chart, inputs.now)
  const items = dueItems(inputs.chart, inputs.now)
  const stepOf = (item: DueItem) => dueStep(item, moved.get(item.kind), inputs)
  const due = items.filter((item) => !isPaper(item)).map(stepOf)
  const paper = items.filter(isPaper).map(stepOf)
  return [...stopSteps(items, inputs.chart), ...due, ...courseSteps(inputs), ...paper]
}

/** No clock runs for it: it waits behind what the course itself asks for (DEV-1). */
function isPaper({ kind }: DueItem): boolean {
  return kind === 'deviation-explained'
}

function dueStep(item: DueItem, move: DueMove | undefined, inputs: StepInputs): Step {
  const { entries, now, zone } = inputs
  return {
    key: `${item.kind}-${item.anchor.seq}-${item.about ?? ''}`,
    title: titleOf(item, inputs),
    when: dueWhen(item, now, zone),
    reason: reasonOf(item, inputs) ?? anchorText(item, entries, now, zone),
    moved: movedText(move, inputs),
    urgency: dueUrgency(item),
    rules: item.rules,
    ...doneBy(item, inputs),
  }
}

/** SIGN-7: where a late entry moved the due time, what it was before. */
function movedText(move: DueMove | undefined, { entries, now, zone }: StepInputs): string | null {
  const late = entries.find(({ seq }) => seq === move?.bySeq)
  if (!move || !late) return null
  const recorded = clockText(instantOf(late.recordedAt), zone)
  return `Moved from ${whenText(move.from, now, zone)} by the late entry of ${nameOf(late.by)}, recorded ${recorded} (SIGN-7)`
}

function doneBy(item: DueItem, { chart, now, user }: StepInputs): Pick<Step, 'act' | 'others'> {
  const awaited =
    item.kind === 'restart' && chart.assessment === null
      ? dueItems(chart, now).find(({ kind }) => kind === 'bleeding-assessment')
      : undefined
  const act = awaited ? ASSESS_FIRST : actOn(item, chart)
  const may = mayUse(act.command, user, now) === null
  return { act, others: may ? null : OWNERS[(awaited ?? item).owner] }
}

function adviceOf({ anchor }: DueItem, { chart, now }: StepInputs) {
  const view = resultAt(chart, anchor.seq, now)
  const protocol = protocolOf(chart)
  return view?.advice && protocol ? { view, ...adviceWords(view.advice, protocol) } : null
}

function titleOf(item: DueItem, inputs: StepInputs): string {
  if (item.kind === 'titration') return adviceOf(item, inputs)?.headline ?? dueTitle(item)
  if (item.about === 'suspension') return suspensionTitle(item, inputs.chart)
  const rate = inputs.chart.infusion.stop?.restartRateMlPerHour
  if (item.kind === 'restart' && rate) return `Restart at ${rateText(rate)}`
  return dueTitle(item)
}

function reasonOf(item: DueItem, inputs: StepInputs): string | null {
  const { chart, entries, now, zone } = inputs
  if (item.kind === 'titration') {
    const advised = adviceOf(item, inputs)
    if (!advised) return null
    const { text, collectedAt } = advised.view.result
    return `APTT ${text}, collected at ${whenText(collectedAt, now, zone)}. ${advised.reason}`
  }
  if (item.kind === 'bag') return bagText(chart, now, zone)
  const aboutBloods = bloodsReason(item, chart, now, zone)
  if (aboutBloods !== null) return aboutBloods
  if (item.kind === 'restart') {
    const assessed = chart.assessment ? '' : ' MO assessment: not yet.'
    return `${anchorText(item, entries, now, zone)}.${assessed}`
  }
  return item.kind === 'second-check' ? checkReason(item, inputs) : null
}

function checkReason(item: DueItem, { entries, zone }: StepInputs): string | null {
  const act = entries.find(({ seq }) => seq === item.anchor.seq)
  if (!act) return null
  return `Signed by ${nameAndRole(act.by)} at ${clockText(instantOf(act.recordedAt), zone)}.`
}

/** What the course itself asks for, where no clock runs: prescribing, the bolus, starting, recommencing. */
function courseSteps(inputs: StepInputs): Step[] {
  const { chart, now } = inputs
  if (!chart.open || pendingAt(chart, now)) return []
  const { status, rateUnconfirmed } = chart.infusion
  // Nothing is started, resumed or recommenced while suspended (BLEED-0).
  if (chart.suspensions.length > 0) return []
  // Nobody knows at which rate: two people read the pump first (CHART-1).
  if (status === 'interrupted' && rateUnconfirmed) return []
  if (status === 'interrupted') return [courseStep(inputs, 'Resume the infusion', null, RESUME)]
  if (status === 'ceased') return ceasedSteps(inputs)
  if (status === 'not-started') return startSteps(inputs)
  return bolusSteps(inputs)
}

function startSteps(inputs: StepInputs): Step[] {
  const { weight, prescription } = inputs.chart
  if (prescription === null) {
    const weigh = courseStep(
      inputs,
      'Weigh the patient',
      'The dose is worked out by weight.',
      WEIGH,
    )
    const prescribe = courseStep(inputs, 'Prescribe heparin', null, PRESCRIBE)
    return weight === null ? [weigh, prescribe] : [prescribe]
  }
  const { rateMlPerHour } = prescription.entry
  const start = courseStep(
    inputs,
    'Start the infusion',
    rateMlPerHour === null ? null : `Prescribed: ${rateText(rateMlPerHour)}.`,
    START,
  )
  return [...bolusSteps(inputs), start]
}

function bolusSteps(inputs: StepInputs): Step[] {
  const { chart } = inputs
  const order = openBolus(chart)
  if (chart.suspensions.length > 0 || order === null) return []
  return [courseStep(inputs, `Give the bolus: ${unitsText(order.units)}`, null, BOLUS)]
}

function ceasedSteps(inputs: StepInputs): Step[] {
  if (inputs.chart.suspensions.length > 0) return []
  const isTimed = dueItems(inputs.chart, inputs.now).some(
    ({ kind, about }) => kind === 'procedure-recommence' && about === null,
  )
  return recommencingOrder(inputs.chart) && !isTimed
    ? [courseStep(inputs, 'Recommence', null, RECOMMENCE)]
    : []
}

function courseStep(
  { now, user }: StepInputs,
  title: string,
  reason: string | null,
  act: ActLink,
): Step {
  const isMo = act.command === 'prescribe'
  return {
    key: act.slug,
    title,
    when: null,
    reason,
    moved: null,
    urgency: NOW_TONE,
    rules: [],
    act,
    others: mayUse(act.command, user, now) === null ? null : OWNERS[isMo ? 'mo' : 'nurse'],
  }
}
