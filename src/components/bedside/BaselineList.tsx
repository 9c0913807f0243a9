import { type BaselineTest, baselineBloods } from '../../chart/baselineBloods.ts'
import { BLOOD_VALUES } from '../../chart/bloodValueUnits.ts'
import { dayText, numberText, withUnit } from '../../wording.ts'
import { STATE_WORDS, TEST_NAMES } from '../bloodWords.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Bloods.module.css'
import { entryLine } from './entryWords.ts'

const ICONS: Readonly<Record<BaselineTest['state'], IconName>> = {
  'not-ordered': 'overdue',
  ordered: 'waiting',
  resulted: 'due',
  reviewed: 'check',
  'goes-on-without': 'due',
}

/** The baseline bloods: what each has come to, by whom and when (CHART-5). */
export function BaselineList() {
  const { chart, entries, now, zone } = useBedside()
  return (
    <table className={styles.table}>
      <caption className="visuallyHidden">Baseline bloods</caption>
      <thead>
        <tr>
          <th scope="col">Baseline blood</th>
          <th scope="col">Result</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {baselineBloods(chart, now).map((each) => {
          const by = entries.find(({ seq }) => seq === each.bySeq)
          return (
            <tr key={each.test}>
              <th scope="row">{TEST_NAMES[each.test]}</th>
              <td>
                <ResultOf test={each} />
              </td>
              <td>
                <span className={styles.state}>
                  <Icon name={ICONS[each.state]} size={20} />
                  <span>
                    <b>{STATE_WORDS[each.state]}</b>
                    {by && <span className={styles.quiet}> {entryLine(by, now, zone)}</span>}
                  </span>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function ResultOf({ test: { aptt, values } }: { test: BaselineTest }) {
  const { zone } = useBedside()
  if (aptt !== null) return `${aptt.text}, ${dayText(aptt.collectedAt, zone)}`
  if (values.length === 0) return 'Not recorded'
  const days = new Set(values.map(({ collectedAt }) => dayText(collectedAt, zone)))
  return (
    <>
      {values.map(({ name, value, collectedAt }) => (
        <div key={name}>
          <Spoken text={valueText(name, value)} />
          {days.size > 1 && `, ${dayText(collectedAt, zone)}`}
        </div>
      ))}
      {days.size === 1 && <div className={styles.quiet}>{[...days]}</div>}
    </>
  )
}

function valueText(name: BaselineTest['values'][number]['name'], value: number | string): string {
  if (typeof value === 'string' || name === 'liverFunction') return String(value)
  const { what, unit } = BLOOD_VALUES[name]
  return unit === '' ? `${what} ${numberText(value)}` : `${what} ${withUnit(value, unit)}`
}
