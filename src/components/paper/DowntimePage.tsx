import { Link } from 'wouter'
import { useStoreState, useZone } from '../../store/useChart.ts'
import { clockText, dayText, patientName } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { usePaperFont } from '../usePaperFont.ts'
import { AsOf } from './AsOf.tsx'
import { DowntimePack } from './DowntimePack.tsx'
import classes from './DowntimePage.module.css'
import { OnPaper } from './OnPaper.tsx'
import { type PackChart, usePack } from './usePack.ts'
import { usePaperMargin } from './usePaperMargin.ts'
import { useUpToDateAt } from './useUpToDateAt.ts'

/** The ward's downtime pack, at `/downtime`: every open chart as of now, read anew and printed in one go. */
export function DowntimePage() {
  const pack = usePack()
  const at = useUpToDateAt()
  const isStale = useStoreState(({ connection }) => connection === 'stale')
  const zone = useZone()
  const missing = pack.charts.filter(({ state }) => state !== 'ready')
  const unread = pack.charts.filter(({ state }) => state === 'unread')
  usePaperFont()
  usePaperMargin({ about: `downtime pack, ${pack.charts.length} charts` })
  return (
    <main className={classes.page}>
      <Link href="/" className={classes.back ?? ''}>
        ‹ Back to the ward board
      </Link>
      <h1 className={classes.title}>Downtime pack</h1>
      <p>
        Every open chart of the ward on paper: a cover sheet, each chart as it stands at{' '}
        {clockText(at, zone)} {dayText(at, zone)}, and a sheet to go on by hand.
        {isStale && ' The server is silent: later entries are missing.'}
      </p>
      {pack.isReading && <p>Reading the charts...</p>}
      <ol className={classes.list} aria-label="Charts of the pack">
        {pack.charts.map((each) => (
          <Listed key={each.row.chartId} each={each} />
        ))}
      </ol>
      {pack.charts.length === 0 && !pack.isReading && <p>No open heparin chart on this ward.</p>}
      {unread.length > 0 && !pack.isReading && (
        <Banner tone="soon" title={missingTitle(unread.length)} role="status">
          Read again. If that fails, print what there is, and begin a blank paper chart for each of
          them with what the pump shows.
        </Banner>
      )}
      <div className={classes.acts}>
        {missing.length > 0 && !pack.isReading && (
          <BigButton look="primary" onClick={pack.readAgain}>
            Read again
          </BigButton>
        )}
        <BigButton
          look={unread.length > 0 ? 'plain' : 'primary'}
          icon="print"
          busy={pack.isReading}
          onClick={() => window.print()}
        >
          Print the pack
        </BigButton>
        <LinkButton href="/downtime/blank">Blank paper chart</LinkButton>
      </div>
      <OnPaper>
        <AsOf at={at}>
          <DowntimePack pack={pack} />
        </AsOf>
      </OnPaper>
    </main>
  )
}

function Listed({ each: { row, state } }: { each: PackChart }) {
  return (
    <li>
      <span>Bed {row.bed}</span>
      <b>{patientName(row.patient)}</b>
      <span className={state === 'unread' ? classes.missing : undefined}>
        {state === 'unread' && <Icon name="soon" size={20} />}
        {STATES[state]}
      </span>
    </li>
  )
}

const missingTitle = (count: number) =>
  `${count} ${count === 1 ? 'chart is' : 'charts are'} missing from the pack`

const STATES = {
  ready: 'In the pack',
  reading: 'Being read',
  unread: 'Could not be read: not in the pack',
} as const
