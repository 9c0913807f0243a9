import { APTT_TIMES, INTERRUPTION_TIMES } from '../../protocols/ward.ts'
import { minutesBetween } from '../../time.ts'
import { durationText } from '../../wording.ts'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { CannotNow } from './CannotNow.tsx'
import { RUN_CONFIRMATIONS } from './confirmations.ts'
import { FirstSignature } from './FirstSignature.tsx'
import { NothingPrescribed } from './NothingPrescribed.tsx'
import { RateFigure } from './RateFigure.tsx'

const READ_FIRST = {
  title: 'The rate is unconfirmed: read the pump',
  detail:
    'The entry that set the rate before was struck out, so nothing says at which rate to resume.',
  next: 'Two people read the pump and record the rate, or stop the infusion.',
  rules: ['CHART-1', 'INT-1'],
} as const

/** Resuming at the same rate: after an interruption, or by an MO after a provisional stop (INT-1, SIGN-5). */
export function ResumePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Resume />
    </AtBedside>
  )
}

function Resume() {
  const { chart, now } = useBedside()
  const { interruption, stop } = chart.infusion
  if (chart.infusion.rateUnconfirmed) return <CannotNow problem={READ_FIRST} />
  const off = interruption ?? (stop?.restartNotBefore === null ? stop : null)
  const rate = off?.rateBeforeMlPerHour ?? null
  if (off === null || rate === null) return <NothingPrescribed what="resume" />
  const minutes = minutesBetween(off.at, now)
  const isShort = minutes <= INTERRUPTION_TIMES.shortUpToMinutes
  return (
    <ActFrame title="Resume the infusion">
      <FirstSignature
        orderSeq={null}
        confirmations={RUN_CONFIRMATIONS}
        make={(fields) => ({ ...fields, kind: 'resumeInfusion', rateMlPerHour: rate })}
        meaning="Infusion to resume at the rate before. The pump is set after the second check."
      >
        <RateFigure label="The rate before" mlPerHour={rate} />
        <p>
          Off for {durationText(minutes)}.{' '}
          {isShort
            ? `Up to ${INTERRUPTION_TIMES.shortUpToMinutes} min: the APTT times go on unchanged.`
            : `More than ${INTERRUPTION_TIMES.shortUpToMinutes} min: tell the MO; the next APTT is ${APTT_TIMES.afterActHours} hours after the resume, and earlier samples no longer count.`}{' '}
          (INT-1)
        </p>
      </FirstSignature>
    </ActFrame>
  )
}
