import { PLATELETS } from '../../protocols/care.ts'
import type { Protocol } from '../../protocols/protocol.ts'
import { APTT_TIMES, MO_TIMES, RESULT_TIMES } from '../../protocols/ward.ts'
import { numberText, withUnit } from '../../wording.ts'
import { STOP_REASON_ORDER, STOP_REASONS } from '../bedside/stopReasons.ts'
import classes from './BlankChart.module.css'
import { GivenIn } from './GivenIn.tsx'
import { WriteIn } from './WriteIn.tsx'

/** The stops and what each asks for, the times that count, the daily reviews and whom to call. */
export function DowntimeSteps({ protocol }: { protocol: Protocol }) {
  return (
    <div className={classes.halves}>
      <section className={classes.stack} aria-label="STOP">
        <h2>STOP: anybody at the bedside, at once, on one signature (SIGN-5)</h2>
        {STOP_REASON_ORDER.map((reason) => {
          const { label, hint, follows, rules } = STOP_REASONS[reason]
          return (
            <div key={reason} className={classes.stop}>
              <p>
                <b>{label}.</b> {hint}. ({rules.join(', ')})
              </p>
              <ol>
                {follows.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </div>
          )
        })}
        <div className={classes.row}>
          <WriteIn label="Stopped, date and time" share={3} />
          <WriteIn label="Reason" />
          <WriteIn label="Signed" />
        </div>
        <div className={classes.row}>
          <WriteIn label="MO’s assessment, plan, signed" share={4} />
        </div>
        <h2>Bags: hung by two</h2>
        <GivenIn what="Batch, expiry" />
        <GivenIn what="Batch, expiry" />
        <p>
          When the system is back: enter what was done with the times at which it was done, and keep
          this paper with the record (SIGN-7, CHART-10).
        </p>
      </section>
      <div className={classes.stack}>
        <section className={classes.stack} aria-label="Times">
          <h2>Times</h2>
          <ul className={classes.times}>
            {timesOf(protocol).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section className={classes.stack} aria-label="Daily review">
          <h2>MO review and platelets</h2>
          {[1, 2, 3].map((day) => (
            <div key={day} className={classes.row}>
              <WriteIn label="Review: effect, bleeding, clots, order stands" share={4} />
              <WriteIn label="Platelets" />
              <WriteIn label="MO, time" share={2} />
            </div>
          ))}
        </section>
        <section className={classes.stack} aria-label="Contacts">
          <h2>Contacts</h2>
          {CONTACTS.map((contact) => (
            <div key={contact} className={classes.row}>
              <WriteIn label={`${contact}: name`} share={3} />
              <WriteIn label="Number" share={2} />
            </div>
          ))}
        </section>
      </div>
    </div>
  )
}

const CONTACTS = ['MO', 'Registrar', 'AMO', 'Haematology', 'Pharmacist', 'PACE'] as const

/** The clocks that the system would have kept, from where their figures live. */
function timesOf({ nomogram }: Protocol): string[] {
  const hold = nomogram.at(-1)?.stopMinutes
  return [
    `APTT: ${hours(APTT_TIMES.afterActHours)} after the start, a rate change, a later bolus, a restart or recommencing, as it was done (NOMO-8).`,
    `Therapeutic: again ${hours(APTT_TIMES.afterFirstTherapeuticHours)} after the collection; after ${numberText(APTT_TIMES.runLength)} in a row ${hours(APTT_TIMES.dailyHours)} (NOMO-7).`,
    `A sample from before the last change, or from the heparin line, changes nothing: collect again (NOMO-9).`,
    `Result: expected ${withUnit(RESULT_TIMES.expectedAfterMinutes, 'min')} after the collection, overdue at ${withUnit(RESULT_TIMES.overdueAfterMinutes, 'min')}; mark it “urgent IV heparin” (TIME-2).`,
    ...(hold
      ? [
          `A stop by the nomogram: ${withUnit(hold, 'min')} from the actual stop; no restart before its end and the MO’s assessment (TIME-3).`,
        ]
      : []),
    'A step that would bring the rate to 0 or below: no rate; an AMO or registrar orders (NOMO-5).',
    `MO review: at least every ${hours(MO_TIMES.reviewOverdueAfterHours)} (TIME-4). Platelets: every ${hours(PLATELETS.overdueAfterHours)}; a fall of more than ${numberText(PLATELETS.fallPercent)} % of baseline: haematology (TIME-5, HIT-1).`,
  ]
}

function hours(n: number): string {
  return withUnit(n, 'hours')
}
