import { useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import { keepRound, type Round } from '../../store/keptRound.ts'
import { useNow, useSession, useZone } from '../../store/useChart.ts'
import { useWardDue } from '../../store/useWardDue.ts'
import type { WardDueChart } from '../../store/wardDue.ts'
import { patientName } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { isReviewed, type Standing, standingIn } from './pharmacyRound.ts'
import classes from './RoundBar.module.css'
import { useShortcuts, useShortcutsOn } from './useShortcuts.ts'

const LIST = '/pharmacy'

/** The page of a chart of the round. */
function reviewOf({ chartId }: WardDueChart): string {
  return `/charts/${chartId}/pharmacist-review`
}

/** Where a pharmacist stands in the round, with the ways to the next chart, the one before and the list. */
export function RoundBar({ chartId, round }: { chartId: string; round: Round }) {
  const { user } = useSession()
  const standing = useStanding(chartId, round)
  useEffect(() => keepRound(user.userId, { ...round, at: chartId }), [user.userId, round, chartId])
  return standing === null ? null : <Bar standing={standing} />
}

function useStanding(chartId: string, round: Round): Standing | null {
  const { due } = useWardDue()
  const now = useNow()
  const zone = useZone()
  if (due.kind !== 'ready') return null
  return standingIn(round, due.page.charts, chartId, (each) => isReviewed(each, now, zone))
}

function Bar({ standing }: { standing: Standing }) {
  const { number, of, left, isDone, previous, next } = standing
  const [, go] = useLocation()
  const [isOn] = useShortcutsOn()
  const previousAt = previous && reviewOf(previous)
  const nextAt = next && reviewOf(next)
  useShortcuts(
    isOn,
    useMemo(
      () => ({
        n: () => go(nextAt ?? LIST),
        p: () => go(previousAt ?? LIST),
        l: () => go(LIST),
      }),
      [go, nextAt, previousAt],
    ),
  )
  const key = (letter: string) => (isOn ? ` (${letter})` : '')
  return (
    <nav className={classes.bar} aria-label="Pharmacist’s round">
      <p className={classes.where}>
        {number} of {of}, <b>{left} left today</b>
        {isDone && (
          <span className={classes.done}>
            <Icon name="check" size={20} /> Reviewed today
          </span>
        )}
      </p>
      <div className={classes.ways}>
        {previous && (
          <LinkButton href={reviewOf(previous)} small look="quiet" icon="back">
            Previous{key('P')}
          </LinkButton>
        )}
        <LinkButton href={LIST} small look="quiet">
          List{key('L')}
        </LinkButton>
        {next ? (
          <LinkButton href={reviewOf(next)} small icon="next">
            Next: bed {next.bed}, {patientName(next.patient)}
            {key('N')}
          </LinkButton>
        ) : (
          <p className={classes.where}>No other is left.</p>
        )}
      </div>
    </nav>
  )
}
