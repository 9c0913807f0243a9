import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { type AlarmMoment, type Announcement, nothingHeard } from '../../chart/nextAlarm.ts'
import type { State } from '../../store/state.ts'
import { useNow, useSession, useStoreState, useZone } from '../../store/useChart.ts'
import type { Instant } from '../../time.ts'
import { alarmsFor, boardItems } from './alarmItems.ts'
import { useSaid, whoseTablet } from './useSaid.ts'

/** The alarms of the ward that a person signed in follows. */
export function useAlarms(say: (announcement: Announcement, now: Instant) => void) {
  const { user } = useSession()
  const now = useNow()
  const zone = useZone()
  const wardId = useStoreState((state) => state.wardId)
  const board = useStoreState((state) => state.board)
  const ward = useWardHeard()
  const openChart = useOpenChart()
  const alarms = useMemo(() => alarmsFor(user, boardItems(board), now), [user, board, now])
  const whose = whoseTablet(user, wardId)
  return useSaid({ alarms, now, zone, ward, whose, openChart, before: nothingHeard }, say)
}

/** Whether the ward is live, as the alarms count it; a locked tablet is told nothing and says nothing here. */
function useWardHeard(): AlarmMoment['ward'] {
  const isLocked = useStoreState((state) => state.lockedFor !== null)
  const hasBoard = useStoreState((state) => state.board !== null)
  const connection = useStoreState((state) => state.connection)
  const asOf = useStoreState((state) => state.asOf)
  return useMemo(
    () => (isLocked || !hasBoard ? null : wardHeard(connection, asOf)),
    [isLocked, hasBoard, connection, asOf],
  )
}

function wardHeard(connection: State['connection'], asOf: Instant | null): AlarmMoment['ward'] {
  if (connection === 'live') return 'live'
  return connection === 'stale' && asOf !== null ? { silentSince: asOf } : null
}

/** The chart that stands on the screen: one that could not be loaded does not (H9). */
function useOpenChart(): string | null {
  const [location] = useLocation()
  const named = /^\/charts\/([^/]+)/.exec(location)?.[1] ?? null
  const isReady = useStoreState(({ charts }) => charts[named ?? '']?.status === 'ready')
  return isReady ? named : null
}
