import type { Procedure } from '../../chart/care.ts'
import type { ProcedureKind } from '../../chart/careFields.ts'
import {
  ceaseWindow,
  isNeuraxial,
  recommenceHours,
  recommenceWindow,
} from '../../chart/procedureTimes.ts'
import type { Instant } from '../../time.ts'
import { relativeText, whenText } from '../../wording.ts'
import { ceaseHoursText, recommenceHoursText } from '../procedureWords.ts'
import { Why } from '../rules/Why.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'

interface PlanTimesProps {
  procedure: ProcedureKind
  /** Null: an operation whose risk is not answered yet. */
  veryHighThromboticRisk: boolean | null
  /** Null: not stated yet. */
  bookedAt: Instant | null
}

/** What a plan means for the infusion: when it ceases, and from when it may go on, with the working (PROC-1, TIME-7). */
export function PlanTimes({ procedure, veryHighThromboticRisk, bookedAt }: PlanTimesProps) {
  return (
    <Banner tone="quiet" title="What this means for heparin">
      <p>
        Cease {ceaseHoursText(procedure)} the booked time.{' '}
        {bookedAt !== null && <CeaseTimes procedure={procedure} bookedAt={bookedAt} />}
      </p>
      {veryHighThromboticRisk === null ? (
        <p>Recommence without a bolus; from when depends on the thrombotic risk: answer it.</p>
      ) : (
        <After plan={{ procedure, veryHighThromboticRisk }} bookedAt={bookedAt} />
      )}
      <Why
        question="Why these times?"
        rules={['PROC-1', 'TIME-7', 'BOL-5']}
        localDecisions={['PROC-1']}
      >
        <Working procedure={procedure} />
      </Why>
    </Banner>
  )
}

function CeaseTimes({ procedure, bookedAt }: { procedure: ProcedureKind; bookedAt: Instant }) {
  const { now, zone } = useBedside()
  const { opens, closes } = ceaseWindow({ procedure, bookedAt })
  return (
    <strong>
      Begin {relativeText(opens, now, zone)}, off by {whenText(closes, now, zone)}.
    </strong>
  )
}

interface AfterProps {
  plan: Pick<Procedure, 'procedure' | 'veryHighThromboticRisk'>
  bookedAt: Instant | null
}

/** The time that follows from the booked one is a look ahead only: what counts is the end that is recorded. */
function After({ plan, bookedAt }: AfterProps) {
  const { now, zone } = useBedside()
  const onTime = bookedAt && recommenceWindow(plan, { at: bookedAt, bloodSeenAt: null })
  return (
    <p>
      Recommence {recommenceHoursText(recommenceHours(plan, false))} the actual end, without a bolus
      {conditionText(plan.procedure)}.
      {onTime && ` If it ended at the booked time: from ${whenText(onTime.earliest, now, zone)}.`}
    </p>
  )
}

function conditionText(procedure: ProcedureKind): string {
  if (procedure === 'surgery') return ', as the surgical side judges'
  if (!isNeuraxial(procedure)) return ', once haemostasis is confirmed'
  return ', with no blood seen; with blood seen 24 hours after'
}

function Working({ procedure }: { procedure: ProcedureKind }) {
  return (
    <ul>
      <li>Ceasing counts back from the booked time, recommencing from the actual end.</li>
      <li>Both are elapsed hours; a moved booking moves the first.</li>
      <li>Haemostasis is asked after every procedure (local decision).</li>
      {isNeuraxial(procedure) && (
        <>
          <li>The hour before the last time to cease is there to do it in (local decision).</li>
          <li>At exactly 2 hours it is too early: the first minute is the next one.</li>
          <li>
            Blood seen delays by up to 24 hours; the chart takes all 24 (local decision), counted
            from when it was seen.
          </li>
        </>
      )}
    </ul>
  )
}
