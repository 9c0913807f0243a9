import { useState } from 'react'
import { Link } from 'wouter'
import { useNow, useSession, useStoreState, useZone } from '../../store/useChart.ts'
import { type AuditPage as Audit, type AuditAsked, auditCsvAddress } from '../../store/wardAudit.ts'
import { plusMinutes } from '../../time.ts'
import { dayAndClockText, weekdayText } from '../../wording.ts'
import frame from '../bedside/ActFrame.module.css'
import { useDraft } from '../bedside/useDraft.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Problem } from '../rules/Problem.tsx'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { buttonClass } from '../ui/buttonClass.ts'
import { AuditFigures } from './AuditFigures.tsx'
import classes from './AuditPage.module.css'
import { LAST_30, readPeriod } from './auditPeriod.ts'
import { PeriodChooser } from './PeriodChooser.tsx'
import { RangeBars } from './RangeBars.tsx'
import { TherapeuticCurve } from './TherapeuticCurve.tsx'
import { useAudit } from './useAudit.ts'

/** The audit of a ward (AUDIT-1): two plots and the rest as figures, for a period that is chosen here. */
export function AuditPage() {
  const { user, wards } = useSession()
  const now = useNow()
  const zone = useZone()
  const wardId = useStoreState((state) => state.wardId)
  const [draft, set] = useDraft({ userId: user.userId, chartId: 'ward', page: 'audit' }, LAST_30)
  const ward = wards.find((each) => each.wardId === wardId)
  const read = readPeriod(draft, now, zone)
  return (
    <main className={`${frame.frame} ${classes.page}`}>
      <div className="screenOnly">
        <Link href="/" className={frame.back ?? ''}>
          ‹ Back to the ward board
        </Link>
      </div>
      <h1 className={frame.title}>Audit of {ward?.name ?? 'the ward'}</h1>
      <div className="screenOnly">
        <PeriodChooser draft={draft} set={set} />
      </div>
      {read.kind === 'refused' && (
        <Banner tone="quiet" title="Not complete yet">
          {read.reason}
        </Banner>
      )}
      {read.kind === 'period' && wardId !== null && <Report asked={{ wardId, ...read.period }} />}
      {wardId === null && <p className={classes.empty}>You are on no ward.</p>}
    </main>
  )
}

function Report({ asked }: { asked: AuditAsked }) {
  const [tries, setTries] = useState(0)
  const reply = useAudit(asked, tries)
  if (reply === 'reading') {
    return (
      <p className={classes.empty} role="status">
        Reading the ward’s charts...
      </p>
    )
  }
  if (reply.kind === 'problem') return <Problem problem={reply.problem} />
  if (reply.kind === 'unknown') {
    return (
      <Banner tone="soon" title="The server did not answer">
        <p>Nothing is counted yet. A shorter period is read sooner.</p>
        <BigButton small onClick={() => setTries(tries + 1)}>
          Try again
        </BigButton>
      </Banner>
    )
  }
  return <Counted audit={reply.value} asked={asked} />
}

function Counted({ audit, asked }: { audit: Audit; asked: AuditAsked }) {
  const { periods, charts, damaged } = audit
  const [whole] = periods
  if (!whole) return null
  const isCompared = periods.length > 1
  return (
    <>
      <p className={classes.told}>
        <PeriodText asked={asked} />: {infusionsText(whole.infusions)}
      </p>
      <Printed />
      <div className="screenOnly">
        <div className={classes.acts}>
          <BigButton small icon="print" onClick={() => window.print()}>
            Print
          </BigButton>
          <a className={buttonClass({ small: true })} href={auditCsvAddress(asked)} download>
            Download as CSV
          </a>
          <LinkButton href="/storage-audit" small look="quiet">
            Storage of ampoules
          </LinkButton>
        </div>
      </div>
      {damaged.length > 0 && (
        <Banner tone="ink" icon="overdue" title={damagedText(damaged.length)}>
          Their record is damaged. Tell the administrator.
        </Banner>
      )}
      {whole.infusions === 0 && (
        <Banner tone="quiet" title="No infusion ran on this ward in this period">
          Choose a longer period. Figures appear with the first infusion.
        </Banner>
      )}
      <div className={classes.plots}>
        <TherapeuticCurve periods={periods} />
        {periods
          .filter(({ name }) => !isCompared || name !== 'whole')
          .map((period) => (
            <RangeBars key={period.name} period={period} charts={charts} isNamed={isCompared} />
          ))}
      </div>
      <section aria-labelledby="figures">
        <h2 id="figures" className={classes.heading}>
          Figures
        </h2>
        <AuditFigures audit={audit} />
      </section>
    </>
  )
}

/** On paper: when it was read, and who printed it. */
function Printed() {
  const { user, facility } = useSession()
  const now = useNow()
  return (
    <p className={classes.printed}>
      {facility.name}. Printed {dayAndClockText(now, facility.timeZone)} by {user.name}, {user.role}
      .
    </p>
  )
}

function infusionsText(infusions: number): string {
  return `${infusions} ${infusions === 1 ? 'infusion' : 'infusions'}`
}

function damagedText(charts: number): string {
  return `${charts} ${charts === 1 ? 'chart is' : 'charts are'} left out`
}

/** The first and the last day of the period, and the day that is compared around. */
function PeriodText({ asked: { from, to, goLive } }: { asked: AuditAsked }) {
  const zone = useZone()
  const last = plusMinutes(to, -1)
  return (
    <>
      {weekdayText(from, zone)} to {weekdayText(last, zone)}
      {goLive !== null && `, go-live ${weekdayText(goLive, zone)}`}
    </>
  )
}
