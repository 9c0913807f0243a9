import type { Chart } from '../chart/chart.ts'
import type { Entry, EntryOf } from '../chart/entries.ts'
import { useZone } from '../store/useChart.ts'
import { type Instant, instantOf } from '../time.ts'
import { dayAndClockText, kgText, unitsText, withUnit } from '../wording.ts'
import { actsDone, type DoneAct } from './apttRows.ts'
import { entryName } from './bedside/entryWords.ts'
import type { ChartShown } from './ChartShown.ts'
import { entryText } from './entryText.ts'
import classes from './PrintedOrders.module.css'

/** On paper alone, as on the paper chart: what was prescribed, and what was given, each with who signed. */
export function PrintedOrders({ chart, entries }: ChartShown) {
  const orders = entries.filter((entry) => ORDERS.has(entry.kind))
  const given = actsDone({ chart, entries }).filter(({ entry }) => GIVEN.has(entry.kind))
  return (
    <div className={classes.orders}>
      <section aria-labelledby="printed-prescription">
        <h2 id="printed-prescription">Prescription</h2>
        {orders.length === 0 && <p>Nothing is prescribed.</p>}
        <ol>
          {orders.map((entry) => (
            <Order key={entry.seq} entry={entry} chart={chart} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="printed-administration">
        <h2 id="printed-administration">Administration</h2>
        {given.length === 0 && <p>Nothing was given.</p>}
        <ol>
          {given.map((act) => (
            <Given key={act.entry.seq} act={act} chart={chart} />
          ))}
        </ol>
      </section>
    </div>
  )
}

const ORDERS: ReadonlySet<Entry['kind']> = new Set([
  'infusionPrescribed',
  'rateOrdered',
  'bolusOrdered',
])

const GIVEN: ReadonlySet<Entry['kind']> = new Set([
  'bolusGiven',
  'infusionStarted',
  'infusionStopped',
  'infusionCeased',
  'infusionInterrupted',
  'infusionResumed',
  'infusionRecommenced',
  'infusionRestarted',
  'bedsideFactRecorded',
])

function Order({ entry, chart }: { entry: Entry; chart: Chart }) {
  return (
    <Line
      entry={entry}
      chart={chart}
      at={instantOf(entry.happenedAt)}
      more={entry.kind === 'infusionPrescribed' ? prescriptionText(entry, chart) : null}
      signed={`Prescriber: ${entry.by.name}, ${entry.by.role}`}
    />
  )
}

function Given({ act: { entry, at, first, second }, chart }: { act: DoneAct; chart: Chart }) {
  const checked = second ? `${second.name}, ${second.role}` : 'not yet'
  return (
    <Line
      entry={entry}
      chart={chart}
      at={at}
      more={entry.kind === 'infusionStarted' ? bagText(entry) : null}
      signed={`Signed: ${first.name}, ${first.role}. Second: ${checked}`}
    />
  )
}

interface LineProps {
  readonly entry: Entry
  readonly chart: Chart
  readonly at: Instant
  readonly more: string | null
  readonly signed: string
}

function Line({ entry, chart, at, more, signed }: LineProps) {
  const zone = useZone()
  const isStruck = chart.struck.has(entry.seq)
  const said = [entryText(entry, zone), more].filter(Boolean).join('. ')
  return (
    <li className={classes.line}>
      <span className="tabular">{dayAndClockText(at, zone)}</span>
      <span>
        <span className={isStruck ? classes.struck : undefined}>
          <b>{entryName(entry.kind)}</b> {said}
        </span>
        {isStruck && ' Struck out'}
      </span>
      <span>{signed}</span>
    </li>
  )
}

/** What the paper form holds beside the figures: indication, the weight it was worked out from, and every reason. */
function prescriptionText(
  { indication, weightSeq, reason, deviation, adviceFrom }: EntryOf<'infusionPrescribed'>,
  { entries }: Chart,
): string {
  const weight = entries.find(({ seq }) => seq === weightSeq)
  return [
    `Indication: ${indication}`,
    weight?.kind === 'weightRecorded' && `Weight: ${kgText(weight.kg)}, ${weight.method}`,
    reason && `Reason: ${reason}`,
    deviation && `Deviation: ${deviation.reason}; ${deviation.instructions}`,
    ...adviceFrom.map(({ role, name }) => `Advice: ${name}, ${role}`),
  ]
    .filter(Boolean)
    .join('. ')
}

function bagText({ bag }: EntryOf<'infusionStarted'>): string {
  return `Bag: ${unitsText(bag.units)} in ${withUnit(bag.volumeMl, 'mL')}`
}
