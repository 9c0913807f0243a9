import type { Chart } from '../../chart/chart.ts'
import { dueItems } from '../../chart/due.ts'
import { protocolOf } from '../../chart/results.ts'
import { useNow, useSession, useStoreState, useZone } from '../../store/useChart.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { clockText, dateText, dayText, patientName, whenText } from '../../wording.ts'
import type { ChartShown } from '../ChartShown.ts'
import { dueTitle, dueWhen } from '../dueWords.ts'
import { restrictionsText } from '../infusionWords.ts'
import { Spoken } from '../ui/Spoken.tsx'
import classes from './DowntimeCover.module.css'
import { figureText } from './figureText.ts'
import { lastApttText } from './lastApttText.ts'
import { PaperSheet } from './PaperSheet.tsx'
import type { Pack, PackChart } from './usePack.ts'
import { waitsText } from './waitsText.ts'

const COLUMNS = ['Bed', 'Patient', 'Protocol', 'Now', 'Last APTT', 'Next due', 'Waits or bars']

/** The list in front of the pack: every open chart of the ward, those that could not be read by name. */
export function DowntimeCover({ pack }: { pack: Pack }) {
  return (
    <PaperSheet head={<CoverHead pack={pack} />}>
      {pack.damaged > 0 && (
        <p className={classes.missing}>
          {pack.damaged} more on this ward: the record is damaged and cannot be shown. The pump and
          the paper chart count.
        </p>
      )}
      <table className={classes.table}>
        <caption className="visuallyHidden">Open charts, the most urgent first</caption>
        <thead>
          <tr>
            {COLUMNS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pack.charts.map((each) => (
            <CoverRow key={each.row.chartId} each={each} />
          ))}
        </tbody>
      </table>
    </PaperSheet>
  )
}

function CoverHead({ pack: { charts } }: { pack: Pack }) {
  const now = useNow()
  const zone = useZone()
  const { wards, facility } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  const isStale = useStoreState(({ connection }) => connection === 'stale')
  const missing = charts.filter(({ shown }) => shown === null).length
  const asOf = `${clockText(now, zone)} ${dayText(now, zone)}`
  return (
    <section aria-label="Downtime pack">
      <h1>
        IV heparin downtime pack: {wards.find((ward) => ward.wardId === wardId)?.name ?? wardId},{' '}
        {facility.name}
      </h1>
      <p>
        <b>As of {asOf}.</b> {charts.length} open charts, the most urgent first
        {missing > 0 && <b>, {missing} of them NOT in this pack: see their rows</b>}. Before
        anything is done at a bedside: read the pump.
      </p>
      {isStale && (
        <p className={classes.missing}>
          NOT UP TO DATE: the server is silent. Entries after {asOf} are missing, earlier ones may
          be.
        </p>
      )}
    </section>
  )
}

function CoverRow({ each: { row, shown, state } }: { each: PackChart }) {
  return (
    <tr>
      <td>{row.bed}</td>
      <th scope="row">
        <b>{patientName(row.patient)}</b>
        <br />
        born {dateText(row.patient.dateOfBirth)}, MRN {row.patient.mrn}
      </th>
      {shown ? (
        <Shown {...shown} />
      ) : (
        <td colSpan={COLUMNS.length - 2} className={classes.missing}>
          {state === 'reading'
            ? 'Was still being read when this was printed: NOT in this pack.'
            : 'The chart could not be read: NOT in this pack.'}{' '}
          The pump and the paper chart count.
        </td>
      )}
    </tr>
  )
}

/** When a stop's hold ends, counted from the actual stop. */
function holdText({ infusion: { stop } }: Chart, now: Instant, zone: TimeZone): string {
  if (stop === null) return ''
  const { restartNotBefore } = stop
  return restartNotBefore === null
    ? 'No hold: MO decides'
    : `hold to ${whenText(restartNotBefore, now, zone)}`
}

function Shown({ chart }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const [next] = dueItems(chart, now)
  const waits = waitsText(chart, now)
  return (
    <>
      <td>{protocolOf(chart)?.label ?? 'Not prescribed'}</td>
      <td>
        <p className={classes.figure}>
          <Spoken text={figureText(chart.infusion)} />
        </p>
        {holdText(chart, now, zone)}
      </td>
      <td>{lastApttText(chart, now, zone)}</td>
      <td>{next ? `${dueTitle(next)} ${dueWhen(next, now, zone)}` : 'Nothing is due'}</td>
      <td>
        {waits && <p>{waits}</p>}
        {chart.suspensions.length > 0 && (
          <p>
            <b>SUSPENDED</b>
          </p>
        )}
        {chart.restrictions.length > 0 && (
          <p>
            <b>NO BOLUS</b> {restrictionsText(chart.restrictions)}
          </p>
        )}
      </td>
    </>
  )
}
