import type { DoseEventKind } from '../chart/chart.ts'
import type { Entry, EntryOf } from '../chart/entries.ts'
import { boundResultSeq } from '../chart/foldFacts.ts'
import { pendingAt } from '../chart/pending.ts'
import { resultAt, therapeuticRun } from '../chart/results.ts'
import { instantOf } from '../time.ts'
import { rateText, whenText, withUnit } from '../wording.ts'
import { type ApttRow, apttRows } from './apttRows.ts'
import { entryName } from './bedside/entryWords.ts'
import { SAMPLE_WORDS } from './bedside/sampleWords.ts'
import { entryText } from './entryText.ts'
import type { HandoverInputs, HandoverLine } from './handoverLines.ts'

/** One APTT as it is handed over. */
export interface HandoverAptt {
  readonly key: string
  readonly collected: string
  readonly text: string
  readonly band: string
  readonly done: string
}

const LAST_APTTS = 3
const LAST_RATES = 5
const RUN_OF_TWO = 2

/** A: the last APTTs, newest first, with their bands and what was done about them. */
export function lastAptts(inputs: HandoverInputs): HandoverAptt[] {
  const { chart, now, zone } = inputs
  return apttRows(inputs)
    .filter(({ result }) => result !== null && !result.struck)
    .slice(-LAST_APTTS)
    .reverse()
    .map((row) => ({
      key: row.key,
      collected: whenText(row.at, now, zone),
      text: row.result?.text ?? '',
      ...(isAwaited(row, inputs)
        ? { band: 'Kept back', done: 'Awaits the second check' }
        : {
            band: row.band ?? 'None',
            done: row.act ? actText(row.act.entry, inputs) : notDone(row, chart, now),
          }),
    }))
}

/** SIGN-4 (b): a screen that is shown around marks no row of the nomogram while its check waits. */
function isAwaited({ result }: ApttRow, { chart, now }: HandoverInputs): boolean {
  return result !== null && pendingAt(chart, now) !== null && boundResultSeq(chart) === result.seq
}

const ACTS: Partial<Readonly<Record<Entry['kind'], string>>> = {
  rateChanged: 'Rate',
  rateKept: 'No change',
  infusionStopped: 'Stopped',
}

function actText(entry: Entry, { zone }: HandoverInputs): string {
  const name = ACTS[entry.kind] ?? entryName(entry.kind)
  return entry.kind === 'rateChanged' ? `${name} ${entryText(entry, zone)}` : name
}

function notDone(
  { result }: ApttRow,
  chart: HandoverInputs['chart'],
  now: HandoverInputs['now'],
): string {
  const use = resultAt(chart, result?.seq, now)?.use
  return use === undefined || use === 'usable' ? 'Not acted on yet' : SAMPLE_WORDS[use].title
}

/** A: the trend of rates, whether it is therapeutic, and bleeding. */
export function assessmentLines(inputs: HandoverInputs): HandoverLine[] {
  return [
    { label: 'Rates', value: ratesText(inputs) },
    { label: 'Therapeutic', value: therapeuticText(inputs) },
    bleedingLine(inputs),
  ]
}

const SETS_NO_RATE: ReadonlySet<DoseEventKind> = new Set(['bolus', 'protocol-change', 'bag-change'])

function ratesText({ chart, now, zone }: HandoverInputs): string {
  const rates = chart.events
    .filter(({ kind }) => !SETS_NO_RATE.has(kind))
    .sort((a, b) => a.at - b.at)
    .slice(-LAST_RATES)
    .map(({ rateMlPerHour, at }) => {
      const rate = rateMlPerHour === null ? 'off' : rateText(rateMlPerHour)
      return `${rate} from ${whenText(at, now, zone)}`
    })
  return rates.length === 0 ? 'Not started' : rates.join('; ')
}

function therapeuticText({ chart, now }: HandoverInputs): string {
  const { status } = chart.infusion
  if (status === 'not-started') return 'Not started'
  if (status !== 'running') return 'Infusion off: no result counts'
  const run = therapeuticRun(chart, now)
  if (run >= RUN_OF_TWO) return `Yes: ${withUnit(run, 'results')} in a row in the target band`
  return run === 1 ? 'Once: the next in the target band makes two in a row' : 'Not yet'
}

function bleedingLine({ chart, entries, now, zone }: HandoverInputs): HandoverLine {
  const last = entries.findLast(
    (entry): entry is EntryOf<'bleedingAssessed' | 'observationRecorded'> =>
      (entry.kind === 'bleedingAssessed' || entry.kind === 'observationRecorded') &&
      !chart.struck.has(entry.seq),
  )
  if (!last) return { label: 'Bleeding', value: 'No assessment on this chart' }
  const when = whenText(instantOf(last.happenedAt), now, zone)
  return {
    label: 'Bleeding',
    value: `${entryText(last, zone)} (${last.by.name}, ${last.by.role}, ${when})`,
    alert: isAlarming(last),
  }
}

function isAlarming(last: EntryOf<'bleedingAssessed' | 'observationRecorded'>): boolean {
  if (last.kind === 'bleedingAssessed') return last.finding !== 'none'
  return last.bleeding !== 'none-seen' || last.clots === 'new-or-growing'
}
