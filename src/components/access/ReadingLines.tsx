import type { ReadingLine } from '../../store/access.ts'
import { useZone } from '../../store/useChart.ts'
import { dayAndClockText } from '../../wording.ts'
import classes from './AccessList.module.css'

const WORDS: Readonly<Record<string, string>> = {
  chart: 'the chart',
  board: 'the ward board',
  due: 'the due list of the ward',
  audit: 'the audit of the ward',
  kept: 'kept the charts of the ward on the tablet',
}

/** Who has read, the newest first: one line for a person, a chart, a tablet and an hour. */
export function ReadingLines({ page }: { page: { readings: ReadingLine[]; more: boolean } }) {
  if (page.readings.length === 0)
    return <p>Nobody, for what is asked. Empty the field above to see everybody.</p>
  return (
    <>
      <ul className={classes.list}>
        {page.readings.map((line) => (
          <Line key={JSON.stringify(line)} line={line} />
        ))}
      </ul>
      {page.more && <p>There are older readings: ask for one person, or from a day on.</p>}
    </>
  )
}

function Line({ line }: { line: ReadingLine }) {
  const zone = useZone()
  const { at, by, what, way, wardId, mrn, tablet } = line
  return (
    <li className={classes.line}>
      <p className={classes.lead}>
        {by.name} {by.role}
      </p>
      <p>
        {dayAndClockText(at, zone)}: {WORDS[what] ?? what}
        {mrn === null ? '' : ` of MRN ${mrn}`}, ward {wardId}
        {way === 'emergency' ? ', EMERGENCY ACCESS' : ''}
        {tablet === null ? '' : `, tablet ${tablet}`}
      </p>
    </li>
  )
}
