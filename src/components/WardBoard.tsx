import { lazy, Suspense, useEffect } from 'react'
import { useChartStore, useNow, useSession, useStoreState } from '../store/useChart.ts'
import type { Board } from '../store/wire.ts'
import { minuteOf } from '../time.ts'
import { BoardRow } from './BoardRow.tsx'
import { LinkButton } from './LinkButton.tsx'
import { Banner } from './ui/Banner.tsx'
import { buttonClass } from './ui/buttonClass.ts'
import { FaultBoundary } from './ui/FaultBoundary.tsx'
import { HeldLists } from './ui/HeldLists.tsx'
import { Notice } from './ui/Notice.tsx'
import { useHeldOrder } from './ui/useHeldOrder.ts'
import classes from './WardBoard.module.css'

// Where the wire is cut before it has come, the board stands without it.
const PatientFinder = lazy(() =>
  import('./find/PatientFinder.tsx')
    .then((module) => ({ default: module.PatientFinder }))
    .catch(() => ({ default: () => <></> })),
)

/** Every chart of the ward, the most urgent first, each with the next thing that is due. */
export function WardBoard() {
  const { wards } = useSession()
  const board = useStoreState((state) => state.board)
  const wardId = useStoreState((state) => state.wardId)
  if (wards.length === 0) {
    return (
      <Notice
        title="You are on no ward"
        detail="An administrator puts people on wards. Until then there is no chart to show."
      />
    )
  }
  return (
    <main className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>
          Heparin infusions
          {board && <span className={classes.count}> {board.charts.length}</span>}
        </h1>
        <LinkButton href="/new-chart" icon="plus" small>
          New chart
        </LinkButton>
      </div>
      <WardPicker />
      <Damaged count={board?.damaged?.length ?? 0} />
      <RefreshByTheMinute />
      {board === null ? (
        <p className={classes.empty}>Reading the ward...</p>
      ) : (
        <HeldLists key={wardId}>
          <Rows board={board} />
        </HeldLists>
      )}
      <p className="screenOnly">
        <LinkButton href="/leaflet" look="quiet" small>
          Patient leaflet
        </LinkButton>
        <LinkButton href="/audit" look="quiet" small>
          Audit
        </LinkButton>
        <LinkButton href="/downtime" look="quiet" small>
          Downtime pack
        </LinkButton>
        <LinkButton href="/downtime/blank" look="quiet" small>
          Blank paper chart
        </LinkButton>
      </p>
    </main>
  )
}

function Rows({ board: { charts } }: { board: Board }) {
  const rows = useHeldOrder(charts, { keyOf: ({ chartId }) => chartId })
  return (
    <>
      {charts.length > 0 && (
        <FaultBoundary fallback={null}>
          <Suspense fallback={<div className={classes.finderToCome} />}>
            <PatientFinder />
          </Suspense>
        </FaultBoundary>
      )}
      {rows.length === 0 && (
        <p className={classes.empty}>
          No open heparin chart on this ward. A new chart is opened from the button above.
        </p>
      )}
      <ol className={classes.rows}>
        {rows.map(({ key, row, place }) => (
          <BoardRow key={key} row={row} place={place} />
        ))}
      </ol>
    </>
  )
}

/** A record that no longer proves itself is not shown; that it exists is. */
function Damaged({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Banner
      tone="ink"
      icon="overdue"
      title={`${count} ${count === 1 ? 'chart' : 'charts'} cannot be shown: the record is damaged`}
    >
      Use the paper chart and the pump for these patients, and tell the administrator.
    </Banner>
  )
}

/** The order moves with the time: the server is asked again at each minute. */
function RefreshByTheMinute() {
  const store = useChartStore()
  const now = useNow()
  useEffect(() => {
    // The first one is on its way already.
    const { board } = store.state.getState()
    if (board !== null && minuteOf(board.now) !== minuteOf(now)) void store.refreshBoard()
  }, [store, now])
  return null
}

function WardPicker() {
  const store = useChartStore()
  const { wards } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  if (wards.length < 2) return null
  return (
    <nav className={classes.wards} aria-label="Wards">
      {wards.map((ward) => (
        <button
          key={ward.wardId}
          type="button"
          aria-current={ward.wardId === wardId ? 'true' : undefined}
          className={buttonClass({
            look: ward.wardId === wardId ? 'primary' : 'plain',
            small: true,
          })}
          onClick={() => store.chooseWard(ward.wardId)}
        >
          {ward.name}
        </button>
      ))}
    </nav>
  )
}
