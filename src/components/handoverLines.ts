import { bagBar } from '../chart/bagAt.ts'
import type { Chart, DoseEvent } from '../chart/chart.ts'
import { deviationInForce } from '../chart/deviationAt.ts'
import type { Entry } from '../chart/entries.ts'
import type { Deviation } from '../chart/fields.ts'
import { pendingAt } from '../chart/pending.ts'
import { nameOf } from '../chart/people.ts'
import { protocolOf } from '../chart/results.ts'
import { BAG } from '../protocols/ward.ts'
import { type Instant, instantOf, type TimeZone } from '../time.ts'
import { fromTenths, tenthsOf } from '../units.ts'
import {
  clockText,
  dayText,
  kgText,
  patientName,
  rateText,
  unitsPerHourText,
  unitsText,
  whenText,
} from '../wording.ts'
import { bagText } from './bagWords.ts'
import { PENDING_WORDS } from './bedside/pendingWords.ts'
import type { ChartShown } from './ChartShown.ts'
import { secondLines, weighedLines } from './handoverWeighed.ts'
import { ceaseText, restrictionsText, suspensionText } from './infusionWords.ts'
import { allergiesText, untilText } from './prescribingWords.ts'
import { procedureLines } from './procedureWords.ts'

/** One thing that is said at a handover. `alert`: it must not be missed. */
export interface HandoverLine {
  readonly label: string
  readonly value: string
  readonly alert?: boolean
}

/** What a handover is made from: the chart alone, at a moment (HAND-1). */
export interface HandoverInputs extends ChartShown {
  readonly now: Instant
  readonly zone: TimeZone
  /** The ward by its name. */
  readonly ward: string
}

const NONE = 'None'

/** I: who the patient is, where, and whose. */
export function identifyLines({ chart, ward }: HandoverInputs): HandoverLine[] {
  const { patient, bed, amo } = chart
  return [
    { label: 'Patient', value: `${patientName(patient)}, MRN\u00a0${patient.mrn}` },
    { label: 'Ward and bed', value: `${ward}, bed ${bed}` },
    { label: 'AMO', value: amo },
  ]
}

/** S: why heparin, by which protocol, what the pump does now. */
export function situationLines(inputs: HandoverInputs): HandoverLine[] {
  const { chart } = inputs
  return [
    { label: 'Indication', value: chart.prescription?.entry.indication ?? 'Not prescribed' },
    ...secondLines(chart),
    { label: 'Protocol', value: protocolOf(chart)?.label ?? 'Not prescribed' },
    infusionLine(inputs),
    ...bagLines(inputs),
    ...procedureLines(chart, inputs.now, inputs.zone).map((value) => ({
      label: 'Procedure',
      value,
      alert: true,
    })),
    ...suspendedLines(inputs),
    ...pendingLines(inputs),
  ]
}

function infusionLine(inputs: HandoverInputs): HandoverLine {
  const { status, rateUnconfirmed } = inputs.chart.infusion
  if (rateUnconfirmed) {
    return { label: 'Infusion', value: 'Rate unconfirmed: read the pump', alert: true }
  }
  return {
    label: 'Infusion',
    value: infusionText(inputs),
    alert: status === 'stopped' || status === 'interrupted' || status === 'ceased',
  }
}

function infusionText({ chart, now, zone }: HandoverInputs): string {
  const { status, since, rateMlPerHour, stop, cease, interruption } = chart.infusion
  const from = since === null ? '' : ` since ${whenText(since, now, zone)}`
  if (rateMlPerHour !== null) {
    return `Running at ${rateText(rateMlPerHour)} (${deliveredText(chart, rateMlPerHour)})${from}`
  }
  if (stop) return `Stopped${from}. ${stopText(stop, now, zone)}`
  if (cease) return `Ceased${from}: ${ceaseText(cease.reason)}`
  if (interruption) return `Off${from}. It ran ${rateText(interruption.rateBeforeMlPerHour)}`
  return status === 'not-started' ? prescribedText(chart) : 'Not recorded'
}

/** With any other bag nobody knows what a rate delivers (CHART-9). */
function deliveredText(chart: Chart, rateMlPerHour: number): string {
  if (bagBar(chart)) return 'units/hr not known'
  return unitsPerHourText(fromTenths(tenthsOf<'mL/hr'>(rateMlPerHour) * BAG.unitsPerMl))
}

function bagLines({ chart, now, zone }: HandoverInputs): HandoverLine[] {
  const value = bagText(chart, now, zone)
  return value === null ? [] : [{ label: 'Bag', value, alert: bagBar(chart) !== null }]
}

function stopText(
  { rateBeforeMlPerHour, restartNotBefore, restartRateMlPerHour }: NonNullable<Stop>,
  now: Instant,
  zone: TimeZone,
): string {
  const before = rateBeforeMlPerHour === null ? '' : `It ran ${rateText(rateBeforeMlPerHour)}. `
  if (restartNotBefore === null) return `${before}No hold: a medical officer decides`
  const hold = `${before}Hold to ${whenText(restartNotBefore, now, zone)}, `
  return restartRateMlPerHour === null
    ? `${hold}then an AMO or registrar orders the rate`
    : `${hold}then ${rateText(restartRateMlPerHour)}`
}
type Stop = Chart['infusion']['stop']

function prescribedText({ prescription }: Chart): string {
  if (prescription === null) return 'Not started'
  const { rateMlPerHour } = prescription.entry
  return rateMlPerHour === null
    ? 'Not started'
    : `Not started; prescribed: ${rateText(rateMlPerHour)}`
}

function suspendedLines({ chart, now, zone }: HandoverInputs): HandoverLine[] {
  return chart.suspensions.map(({ reason, at }) => ({
    label: 'Suspended',
    value: `${suspensionText(reason)}, since ${whenText(at, now, zone)}`,
    alert: true,
  }))
}

/** An act that waits, never with its figure: the checker may be the one who reads this (SIGN-4 a). */
function pendingLines({ chart, now, zone }: HandoverInputs): HandoverLine[] {
  const pending = pendingAt(chart, now)
  if (!pending) return []
  const { kind, by, step, lapsesAt } = pending
  const waits = step === 'check' ? 'awaits its second check' : 'awaits the pump’s read-back'
  const lapse = lapsesAt === null ? '' : `, lapses ${clockText(lapsesAt, zone)}`
  return [
    {
      label: 'Pending',
      value: `${PENDING_WORDS[kind].name} by ${by.name} (${by.role}) ${waits}${lapse}`,
      alert: true,
    },
  ]
}

/** B: weight, what bars what, and how the infusion went. */
export function backgroundLines(inputs: HandoverInputs): HandoverLine[] {
  const { chart, now, zone } = inputs
  const { restrictions, infusion } = chart
  const { firstStartedAt } = infusion
  return [
    { label: 'Weight', value: weightText(inputs), alert: chart.weight?.method === 'estimated' },
    restrictions.length === 0
      ? { label: 'Restrictions', value: NONE }
      : { label: 'NO BOLUS', value: restrictionsText(restrictions), alert: true },
    ...weighedLines(inputs),
    {
      label: 'Allergies',
      value: allergiesText(chart.allergies),
      alert: chart.allergies.length > 0,
    },
    {
      label: 'Started',
      value: firstStartedAt === null ? 'Not started' : whenText(firstStartedAt, now, zone),
    },
    { label: 'Bolus given', value: bolusText(inputs) },
    { label: 'Stops', value: stopsText(inputs) },
    { label: 'Deviations', ...deviationsLine(inputs) },
  ]
}

function weightText({ chart: { weight }, zone }: HandoverInputs): string {
  if (weight === null) return 'Not recorded'
  return `${kgText(weight.kg)}, ${weight.method} ${dayText(weight.at, zone)}`
}

function byTime(events: readonly DoseEvent[]): DoseEvent[] {
  return [...events].sort((a, b) => a.at - b.at)
}

function bolusText({ chart, entries, now, zone }: HandoverInputs): string {
  const given = byTime(chart.events).flatMap(({ kind, actSeq, at }) => {
    const act = entries.find(({ seq }) => seq === actSeq)
    const units = act && 'units' in act ? act.units : undefined
    if (kind !== 'bolus') return []
    const dose = units === undefined ? 'Units not recorded' : unitsText(units)
    return [`${dose} at ${whenText(at, now, zone)}`]
  })
  return given.length === 0 ? NONE : given.join('; ')
}

const OFF_WORDS: Partial<Readonly<Record<DoseEvent['kind'], string>>> = {
  stop: 'Stop',
  cease: 'Cease',
  interruption: 'Off',
}

function stopsText({ chart, now, zone }: HandoverInputs): string {
  const events = byTime(chart.events)
  const stops = events.flatMap(({ kind, at }, index) => {
    const word = OFF_WORDS[kind]
    if (word === undefined) return []
    const on = events.slice(index + 1).find(({ rateMlPerHour }) => rateMlPerHour !== null)
    const until = on ? ` to ${whenText(on.at, now, zone)}` : ', still off'
    return [`${word} ${whenText(at, now, zone)}${until}`]
  })
  return stops.length === 0 ? NONE : stops.join('; ')
}

function deviationsLine({ chart, entries, now, zone }: HandoverInputs) {
  const inForce = deviationInForce(chart, now)?.seq
  const told = entries.flatMap((entry) => {
    const deviation = deviationOf(entry)
    if (deviation === undefined || chart.struck.has(entry.seq)) return []
    const stands = entry.seq === inForce ? ` (in force ${untilText(deviation, now, zone)})` : ''
    const when = whenText(instantOf(entry.happenedAt), now, zone)
    const { reason, instructions } = deviation
    return [`${when}, ${nameOf(entry.by)}${stands}: ${reason}. ${instructions}`]
  })
  if (told.length === 0) return { value: NONE }
  return { value: told.join('; '), alert: inForce !== undefined }
}

function deviationOf(entry: Entry): Deviation | undefined {
  return 'deviation' in entry ? entry.deviation : undefined
}
