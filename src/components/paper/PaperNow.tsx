import { dueItems } from '../../chart/due.ts'
import { useNow, useSession, useZone } from '../../store/useChart.ts'
import { anchorText } from '../anchorWords.ts'
import type { ChartShown } from '../ChartShown.ts'
import { dueTitle, dueUrgency, dueWhen } from '../dueWords.ts'
import { situationLines } from '../handoverLines.ts'
import { figureText } from './figureText.ts'
import { lastApttText } from './lastApttText.ts'
import classes from './PaperNow.module.css'

/** Stands in the head of the page already. */
const IN_HEAD: ReadonlySet<string> = new Set(['Indication', 'Protocol'])

/** What the pump does and what is next, at the moment of printing: what a downtime goes on from. */
export function PaperNow({ chart, entries }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const { wards } = useSession()
  const ward = wards.find(({ wardId }) => wardId === chart.wardId)?.name ?? chart.wardId
  const lines = [
    ...situationLines({ chart, entries, now, zone, ward }).filter(
      ({ label }) => !IN_HEAD.has(label),
    ),
    { label: 'Last APTT', value: lastApttText(chart, now, zone) },
  ]
  const due = dueItems(chart, now)
  return (
    <section className={classes.now} aria-label="Now">
      <p className={classes.figure}>{figureText(chart.infusion)}</p>
      <dl className={classes.lines}>
        {lines.map(({ label, value }) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <h2>Next</h2>
        {due.length === 0 && <p>Nothing is due.</p>}
        <ol>
          {due.map((item) => (
            <li key={`${item.kind}-${item.anchor.seq}-${item.about ?? ''}`}>
              <b>
                {dueUrgency(item).word}: {dueTitle(item)}
              </b>{' '}
              {dueWhen(item, now, zone)}, {anchorText(item, entries, now, zone)}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
