import type { Chart } from '../../chart/chart.ts'
import type { Entry, EntryKind, EntryOf } from '../../chart/entries.ts'
import type { Deviation } from '../../chart/fields.ts'
import { STATED_TIMES } from '../../protocols/ward.ts'
import { type Instant, instantOf, minutesBetween, type TimeZone } from '../../time.ts'
import { dayAndClockText, kgText, unitsText, withUnit } from '../../wording.ts'
import { actsDone, type DoneAct } from '../apttRows.ts'
import { entryName } from '../bedside/entryWords.ts'
import type { ChartShown } from '../ChartShown.ts'
import { deviationBehind } from '../deviationBehind.ts'
import { OUTCOMES } from '../outcomeWords.ts'
import { type TimelineLine, timelineLines } from '../timelineLines.ts'

/** One entry as it stands on paper. */
export interface PaperLine {
  readonly seq: number
  readonly kind: EntryKind
  readonly at: Instant
  readonly name: string
  readonly text: string
  readonly isStruck: boolean
  /** What else is to be read with it: a deviation, what became of it, who struck it out, late recording. */
  readonly marks: readonly string[]
  readonly signed: string
}

/** Nobody's: a figure that awaits its check is on no paper, not on its first signer's either (SIGN-4 a). */
const NOBODY = ''

/** Every entry of the chart in the order it was recorded, first to last. */
export function paperLines(shown: ChartShown, now: Instant, zone: TimeZone): PaperLine[] {
  const done = new Map(actsDone(shown).map((act) => [act.entry.seq, act]))
  return timelineLines(shown, now, zone, NOBODY)
    .reverse()
    .map((line) => paperLine(line, shown, done.get(line.entry.seq), zone))
}

function paperLine(
  line: TimelineLine,
  shown: ChartShown,
  act: DoneAct | undefined,
  zone: TimeZone,
): PaperLine {
  const { entry, text, struckBy } = line
  return {
    seq: entry.seq,
    kind: entry.kind,
    at: act?.at ?? instantOf(entry.happenedAt),
    name: entryName(entry.kind),
    text: [text, moreText(entry, shown.chart, zone)].filter(Boolean).join('. '),
    isStruck: struckBy !== null,
    marks: marksOf(line, shown, zone),
    signed: signedText(entry, act, zone),
  }
}

function marksOf(
  { entry, outcome, struckBy }: TimelineLine,
  { entries }: ChartShown,
  zone: TimeZone,
): string[] {
  const deviation = deviationBehind(entry, entries)
  return [
    deviation && deviationText(deviation, zone),
    outcome !== null && outcome !== 'in-effect' ? OUTCOMES[outcome].word : null,
    lateText(entry, zone),
    struckBy &&
      `STRUCK OUT by ${struckBy.by.name}, ${struckBy.by.role}, ${timeText(struckBy.happenedAt, zone)}: ${struckBy.reason}`,
  ].filter((mark) => mark !== null)
}

const UNTIL = { 'next-result': 'until the next result', ended: 'until ended' } as const

/** DEV-1: why, what is to be done, for whom and how long. */
function deviationText({ reason, instructions, amo, until }: Deviation, zone: TimeZone): string {
  const scope =
    until === undefined
      ? 'this act'
      : until === 'next-result' || until === 'ended'
        ? UNTIL[until]
        : `until ${timeText(until, zone)}`
  return `DEVIATION (${scope}): ${reason}; ${instructions}${amo ? `. AMO ${amo}` : ''}`
}

/** SIGN-7: recorded later than it happened is said, with its reason. */
function lateText({ happenedAt, recordedAt, lateReason }: Entry, zone: TimeZone): string | null {
  const recorded = instantOf(recordedAt)
  const late = minutesBetween(instantOf(happenedAt), recorded)
  if (late <= STATED_TIMES.lateAfterMinutes) return null
  return `Recorded late, ${dayAndClockText(recorded, zone)}${lateReason ? `: ${lateReason}` : ''}`
}

function signedText(entry: Entry, act: DoneAct | undefined, zone: TimeZone): string {
  const { name, role } = entry.by
  const unconfirmed = 'identity' in entry && entry.identity === 'unconfirmed'
  const first = `${name}, ${role}${unconfirmed ? ', identity unconfirmed' : ''}`
  if (act === undefined || entry.kind === 'bedsideFactRecorded') return first
  const { second, at } = act
  const signedAt = instantOf(entry.happenedAt)
  const when = signedAt === at ? '' : `, ${dayAndClockText(signedAt, zone)}`
  return `${first}${when}. Second: ${second === null ? 'not yet' : `${second.name}, ${second.role}`}`
}

function moreText(entry: Entry, chart: Chart, zone: TimeZone): string {
  return [
    entry.kind === 'infusionPrescribed' && prescriptionText(entry, chart, zone),
    entry.kind === 'infusionStarted' && bagText(entry),
    entry.kind === 'infusionStopped' && entry.reason === 'nomogram' && entry.text,
    ...namesText(entry, zone),
  ]
    .filter(Boolean)
    .join('. ')
}

/** Who was asked and who was told, with the time. */
function namesText(entry: Entry, zone: TimeZone): string[] {
  const advice = 'adviceFrom' in entry ? entry.adviceFrom : []
  const told = 'moTold' in entry ? entry.moTold : undefined
  return [
    ...advice.map(({ role, name, at }) => `Advice: ${name}, ${role}, ${timeText(at, zone)}`),
    ...(told ? [`MO told: ${told.name}, ${timeText(told.at, zone)}`] : []),
  ]
}

function timeText(at: string, zone: TimeZone): string {
  return dayAndClockText(instantOf(at), zone)
}

/** What the paper form holds beside the figures: indication, the weight they were worked out from, and the reason. */
function prescriptionText(
  { indication, weightSeq, reason, thrombolysis }: EntryOf<'infusionPrescribed'>,
  { entries }: Chart,
  zone: TimeZone,
): string {
  const weight = entries.find(({ seq }) => seq === weightSeq)
  return [
    `Indication: ${indication}`,
    weight?.kind === 'weightRecorded' && `Weight: ${kgText(weight.kg)}, ${weight.method}`,
    thrombolysis && `Thrombolysis: ${thrombolysis.agent}, ${timeText(thrombolysis.at, zone)}`,
    reason && `Reason: ${reason}`,
  ]
    .filter(Boolean)
    .join('. ')
}

function bagText({ bag }: EntryOf<'infusionStarted'>): string {
  return `Bag: ${unitsText(bag.units)} in ${withUnit(bag.volumeMl, 'mL')}`
}
