import { alertingCounts, plateletBaseline, plateletCounts } from '../../chart/platelets.ts'
import { dayAndClockText } from '../../wording.ts'
import { changeText, fallWorking, plateletsText } from '../bloodWords.ts'
import { Why } from '../rules/Why.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ScrollBox } from '../ui/ScrollBox.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Bloods.module.css'

/** The platelet counts of a chart, newest first, each against the baseline (HIT-1). */
export function PlateletTable() {
  const { chart, zone } = useBedside()
  const baseline = plateletBaseline(chart)
  const counts = plateletCounts(chart).toReversed()
  const alerting = new Set(alertingCounts(chart).map(({ count }) => count.seq))
  if (baseline === null)
    return <p>No platelet count is recorded. Enter one from the laboratory’s report.</p>
  const last = counts.find(({ seq }) => seq !== baseline.count.seq)
  return (
    <>
      <ScrollBox label="Platelet counts">
        <table className={styles.table}>
          <caption className="visuallyHidden">Platelet counts, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Collected</th>
              <th scope="col">Platelets</th>
              <th scope="col">Against the baseline</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((count) => (
              <tr key={count.seq}>
                <th scope="row" className={styles.when}>
                  {dayAndClockText(count.collectedAt, zone)}
                </th>
                <td>
                  <b>
                    <Spoken text={plateletsText(count.plateletsE9PerL)} />
                  </b>
                </td>
                <td>
                  {count.seq === baseline.count.seq ? (
                    baselineWords(baseline.standsIn)
                  ) : (
                    <span className={styles.state}>
                      {alerting.has(count.seq) && <Icon name="overdue" size={20} />}
                      {changeText(baseline.count, count)}
                      {alerting.has(count.seq) && ': asks for haematology'}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Why
        question="Why: what is compared?"
        rules={['HIT-1', 'TIME-5']}
        localDecisions={['HIT-1', 'TIME-5']}
      >
        <p>
          Each count on heparin against the last one before the start. More than 20 % lower asks for
          haematology, exactly 20 % does not; so does a count below 150 where the baseline was not
          (local decision). The percent shown is rounded, the comparison is not.
        </p>
        {last && <p>{fallWorking(baseline, last)}</p>}
      </Why>
    </>
  )
}

function baselineWords(standsIn: boolean): string {
  return standsIn ? 'Baseline: the first on therapy (local decision)' : 'Baseline'
}
