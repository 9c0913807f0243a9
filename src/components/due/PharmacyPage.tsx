import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { ConcernKind } from '../../chart/concernsOf.ts'
import { mayUse } from '../../chart/policy.ts'
import { keepRound, roundOf } from '../../store/keptRound.ts'
import { useNow, useSession, useZone } from '../../store/useChart.ts'
import type { WardDueChart } from '../../store/wardDue.ts'
import { patientName, relativeText } from '../../wording.ts'
import { ConcernList } from '../ConcernList.tsx'
import { pharmacistConcernText } from '../careTextsReviews.ts'
import { concernTitle } from '../concernWords.ts'
import { dueTitle, dueWhen } from '../dueWords.ts'
import { LinkButton } from '../LinkButton.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { Icon } from '../ui/Icon.tsx'
import pageClasses from '../ui/PageFrame.module.css'
import { TickField } from '../ui/TickField.tsx'
import { type RowPlace, useHeldOrder } from '../ui/useHeldOrder.ts'
import { BackToBoard } from './BackToBoard.tsx'
import classes from './PharmacyPage.module.css'
import { concernsOnWard, pharmacyOrder } from './pharmacyOrder.ts'
import { isReviewed } from './pharmacyRound.ts'
import { useShortcutsOn } from './useShortcuts.ts'
import { WardDue } from './WardDue.tsx'

type Shown = ConcernKind | 'all'

/** The ward's charts with what needs a pharmacist first, each with its concerns and the last review (SIGN-6). */
export function PharmacyPage() {
  const [shown, setShown] = useState<Shown>('all')
  return (
    <main className={pageClasses.page}>
      <BackToBoard />
      <div className={pageClasses.head}>
        <h1 className={pageClasses.title}>Pharmacist’s view</h1>
        <LinkButton href="/storage-audit" look="quiet" small>
          Storage audit
        </LinkButton>
      </div>
      <WardDue>
        {({ charts }) => (
          <>
            {charts.length === 0 && (
              <p className={pageClasses.quiet}>
                No open heparin chart on this ward. A chart comes up here once it is opened from the
                ward board.
              </p>
            )}
            <FilterBar<Shown>
              label="Which concern"
              choices={[
                { value: 'all', label: `All charts (${charts.length})` },
                ...concernsOnWard(charts).map((kind) => ({
                  value: kind,
                  label: `${concernTitle(kind)} (${withConcern(charts, kind).length})`,
                })),
              ]}
              value={shown}
              onChange={setShown}
            />
            <Rows
              key={shown}
              charts={pharmacyOrder(shown === 'all' ? charts : withConcern(charts, shown))}
            />
          </>
        )}
      </WardDue>
    </main>
  )
}

function withConcern(charts: readonly WardDueChart[], wanted: ConcernKind): WardDueChart[] {
  return charts.filter(({ concerns }) => concerns.some(({ kind }) => kind === wanted))
}

/** The rows, and the round over them: its order, how many are left, where one was. */
function Rows({ charts }: { charts: readonly WardDueChart[] }) {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  // Where one was before: read once, before this list becomes the round.
  const [wasAt] = useState(() => roundOf(user.userId)?.at ?? null)
  const order = charts.map(({ chartId }) => chartId).join(' ')
  useEffect(() => {
    keepRound(user.userId, { chartIds: order === '' ? [] : order.split(' '), at: null })
  }, [user.userId, order])
  const rows = useHeldOrder(charts, { keyOf: ({ chartId }) => chartId })
  const left = charts.filter((chart) => !isReviewed(chart, now, zone)).length
  return (
    <>
      {mayUse('reviewAsPharmacist', user, now) === null && (
        <>
          <p className={classes.left} role="status">
            {left === 0 ? 'All reviewed today' : `${left} of ${charts.length} left to review today`}
          </p>
          <ShortcutKeys />
        </>
      )}
      <ol className={classes.rows}>
        {rows.map(({ key, row, place }) => (
          <Row key={key} chart={row} place={place} wasHere={key === wasAt} />
        ))}
      </ol>
    </>
  )
}

function ShortcutKeys() {
  const [isOn, setOn] = useShortcutsOn()
  return (
    <TickField
      label="Shortcut keys in a review"
      hint="N next chart, P previous, L this list; not while a field is typed in"
      ticked={isOn}
      onChange={setOn}
    />
  )
}

interface RowProps {
  readonly chart: WardDueChart
  readonly place: RowPlace
  readonly wasHere: boolean
}

function Row({ chart, place, wasHere }: RowProps) {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  const { chartId, patient, bed, concerns, lastPharmacistReview: review } = chart
  const name = patientName(patient)
  const isDone = isReviewed(chart, now, zone)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (wasHere) [...(row.current?.querySelectorAll('a') ?? [])].at(-1)?.focus()
  }, [wasHere])
  const inWords = concerns.filter(({ kind }) => kind !== 'overdue')
  return (
    <li className={classes.row} ref={row} {...place}>
      <div className={classes.words}>
        <p className={classes.patient}>
          Bed {bed}, <Link href={`/charts/${chartId}`}>{name}</Link>
          {isDone && (
            <span className={classes.done}>
              <Icon name="check" size={20} /> Reviewed today
            </span>
          )}
        </p>
        {(inWords.length > 0 || concerns.length === 0) && (
          <ConcernList concerns={inWords} now={now} zone={zone} />
        )}
        <Overdue chart={chart} />
        <p className={pageClasses.quiet}>
          Last pharmacist review:{' '}
          {review === null
            ? 'Not recorded'
            : `${relativeText(review.at, now, zone)}, ${review.by.name}: ${pharmacistConcernText(review.concern)}`}
        </p>
      </div>
      {mayUse('reviewAsPharmacist', user, now) === null && (
        <LinkButton
          href={`/charts/${chartId}/pharmacist-review`}
          small
          label={`Review the heparin of ${name}`}
        >
          Review
        </LinkButton>
      )}
    </li>
  )
}

function Overdue({ chart }: { chart: WardDueChart }) {
  const now = useNow()
  const zone = useZone()
  const overdue = chart.due.filter(({ status }) => status === 'overdue')
  if (overdue.length === 0) return null
  return (
    <p className={classes.overdue}>
      {overdue.map((item) => `${dueTitle(item)}: ${dueWhen(item, now, zone)}`).join('. ')}, TIME-8
    </p>
  )
}
