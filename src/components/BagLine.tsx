import { type BagSegment, bagAt, bagBar, type KnownBag } from '../chart/bagAt.ts'
import type { Chart } from '../chart/chart.ts'
import { BAG } from '../protocols/ward.ts'
import { useNow, useZone } from '../store/useChart.ts'
import type { Instant, TimeZone } from '../time.ts'
import { durationText, rateText, whenText, withUnit } from '../wording.ts'
import classes from './BagLine.module.css'
import { bagText, batchText, labelText } from './bagWords.ts'
import { Why } from './rules/Why.tsx'

/** What is left in the bag and until when it lasts, with its working; a wrong bag interrupts here (CHART-9, TIME-6). */
export function BagLine({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const text = bagText(chart, now, zone)
  const bag = bagAt(chart, now)
  if (text === null || bag === null) return null
  const isWrong = bagBar(chart) !== null
  return (
    <div className={classes.bag}>
      <p className={isWrong ? classes.wrong : classes.line} role={isWrong ? 'alert' : undefined}>
        {text}
        {isWrong &&
          `. No rate in mL/hr holds: call the MO and the pharmacist, hang ${labelText(BAG)}. STOP is always taken.`}
      </p>
      {bag.kind === 'known' && (
        <Why question="Why this volume?" rules={['CHART-9', 'TIME-6']} localDecisions={['TIME-6']}>
          <Working bag={bag} now={now} zone={zone} />
        </Why>
      )}
    </div>
  )
}

/** One mL holds so many parts: tenths of mL/hr times minutes. */
const PARTS_PER_TENTH = 60
const TENTHS = 10

/** Tenths of a mL, rounded down; the volume itself is kept whole. */
function mlText(parts: number): string {
  return withUnit(Math.floor(parts / PARTS_PER_TENTH) / TENTHS, 'mL')
}

function Working({ bag, now, zone }: { bag: KnownBag; now: Instant; zone: TimeZone }) {
  const { bag: hung, segments, infusedParts, leftParts, emptyAt, changeAt } = bag
  return (
    <>
      <p>
        {labelText(hung)}, hung at {whenText(hung.at, now, zone)}, {batchText(hung)}.
      </p>
      <ul>
        {segments
          .filter(({ minutes }) => minutes > 0)
          .map((segment) => (
            <li key={segment.from}>{segmentText(segment, now, zone)}</li>
          ))}
      </ul>
      <p>
        Run in: {mlText(infusedParts)} of {withUnit(hung.volumeMl, 'mL')}; left: {mlText(leftParts)}
        . Whole minutes; volumes rounded down.
      </p>
      <p>
        {emptyAt !== null && `Empty at the running rate: ${whenText(emptyAt, now, zone)}. `}
        Changed {BAG.changeAfterHours} hours after hanging at the latest:{' '}
        {whenText(changeAt, now, zone)}.
      </p>
    </>
  )
}

function segmentText(
  { from, to, minutes, rateMlPerHour, parts }: BagSegment,
  now: Instant,
  zone: TimeZone,
) {
  const when = `${whenText(from, now, zone)} to ${whenText(to, now, zone)}`
  return rateMlPerHour === 0
    ? `${when}: off`
    : `${when}: ${durationText(minutes)} at ${rateText(rateMlPerHour)} = ${mlText(parts)}`
}
