import type { Entry, EntryKind } from '../../chart/entries.ts'
import type { Deviation } from '../../chart/fields.ts'
import { nameThenRole } from '../../chart/people.ts'
import { STATED_TIMES } from '../../protocols/ward.ts'
import { type Instant, instantOf, minutesBetween, type TimeZone } from '../../time.ts'
import { dayAndClockText } from '../../wording.ts'
import { actsDone, type DoneAct } from '../apttRows.ts'
import { entryName } from '../bedside/entryWords.ts'
import type { ChartShown } from '../ChartShown.ts'
import { deviationBehind } from '../deviationBehind.ts'
import { OUTCOMES } from '../outcomeWords.ts'
import { untilText } from '../prescribingWords.ts'
import { type TimelineLine, timelineLines } from '../timelineLines.ts'
import { moreText } from './moreText.ts'

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

interface LineInputs {
  readonly shown: ChartShown
  readonly now: Instant
  readonly zone: TimeZone
}

/** Every entry of the chart in the order it was recorded, first to last. */
export function paperLines(shown: ChartShown, now: Instant, zone: TimeZone): PaperLine[] {
  const done = new Map(actsDone(shown).map((act) => [act.entry.seq, act]))
  return timelineLines(shown, now, zone, NOBODY)
    .reverse()
    .map((line) => paperLine(line, done.get(line.entry.seq), { shown, now, zone }))
}

function paperLine(line: TimelineLine, act: DoneAct | undefined, inputs: LineInputs): PaperLine {
  const { entry, text, struckBy } = line
  const { shown, now, zone } = inputs
  return {
    seq: entry.seq,
    kind: entry.kind,
    at: act?.at ?? instantOf(entry.happenedAt),
    name: entryName(entry.kind),
    text: [text, moreText({ entry, chart: shown.chart, now, zone })].filter(Boolean).join('. '),
    isStruck: struckBy !== null,
    marks: marksOf(line, inputs),
    signed: signedText(entry, act, zone),
  }
}

function marksOf(
  { entry, outcome, struckBy }: TimelineLine,
  { shown, now, zone }: LineInputs,
): string[] {
  const deviation = deviationBehind(entry, shown.entries)
  return [
    deviation && deviationText(deviation, now, zone),
    outcome !== null && outcome !== 'in-effect' ? OUTCOMES[outcome].word : null,
    lateText(entry, zone),
    struckBy &&
      `STRUCK OUT by ${struckBy.by.name}, ${struckBy.by.role}, ${dayAndClockText(instantOf(struckBy.happenedAt), zone)}: ${struckBy.reason}`,
  ].filter((mark) => mark !== null)
}

/** DEV-1: why, what is to be done, for whom and how long. */
function deviationText(deviation: Deviation, now: Instant, zone: TimeZone): string {
  const { reason, instructions, amo } = deviation
  const until = untilText(deviation, now, zone)
  return `DEVIATION (${until}): ${reason}; ${instructions}${amo ? `. AMO ${amo}` : ''}`
}

/** SIGN-7: recorded later than it happened is said, with its reason. */
function lateText({ happenedAt, recordedAt, lateReason }: Entry, zone: TimeZone): string | null {
  const recorded = instantOf(recordedAt)
  const late = minutesBetween(instantOf(happenedAt), recorded)
  if (late <= STATED_TIMES.lateAfterMinutes) return null
  return `Recorded late, ${dayAndClockText(recorded, zone)}${lateReason ? `: ${lateReason}` : ''}`
}

function signedText(entry: Entry, act: DoneAct | undefined, zone: TimeZone): string {
  const unconfirmed = 'identity' in entry && entry.identity === 'unconfirmed'
  const first = `${nameThenRole(entry.by)}${unconfirmed ? ', identity unconfirmed' : ''}`
  if (act === undefined || entry.kind === 'bedsideFactRecorded') return first
  const { second, at } = act
  const signedAt = instantOf(entry.happenedAt)
  const when = signedAt === at ? '' : `, ${dayAndClockText(signedAt, zone)}`
  return `${first}${when}. Second: ${second === null ? 'not yet' : `${second.name}, ${second.role}`}`
}
