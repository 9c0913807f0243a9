import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import {
  type AlarmMoment,
  type Announcement,
  type Heard,
  nextAlarm,
  nothingHeard,
  seen,
} from '../../chart/nextAlarm.ts'
import { useAlarmSettings } from '../../store/alarmSettings.ts'
import type { State } from '../../store/state.ts'
import { useChartStore, useNow, useSession, useStoreState, useZone } from '../../store/useChart.ts'
import { type Instant, minuteOf } from '../../time.ts'
import { alarmsFor } from './alarmItems.ts'
import { tabletSettings } from './tabletAlarms.ts'

type Step = ReturnType<typeof nextAlarm>

/** The board is read with each entry of its ward; what comes up by the hour alone is on it after so many minutes. */
const BOARD_EVERY_MINUTES = 5

/** What of the ward's alarms is said now, once, and what stands on the screen; `see` silences what is shown. */
export function useAlarms(say: (announcement: Announcement, now: Instant) => void) {
  const { user } = useSession()
  const now = useNow()
  const zone = useZone()
  const [choices] = useAlarmSettings(tabletSettings)
  const wardId = useStoreState((state) => state.wardId)
  const board = useStoreState((state) => state.board)
  const ward = useWardHeard()
  const openChart = useOpenChart()
  const alarms = useMemo(() => alarmsFor(user, board, now), [user, board, now])

  const heard = useRef<{ wardId: string | null; heard: Heard }>({ wardId, heard: nothingHeard })
  const [showing, setShowing] = useState<Step['showing']>(null)

  const look = useCallback(
    (onSeen?: string) => {
      if (heard.current.wardId !== wardId) heard.current = { wardId, heard: nothingHeard }
      const before = heard.current.heard
      const step = nextAlarm({
        ...{ alarms, choices, now, zone, ward },
        heard: onSeen === undefined ? before : seen(before, onSeen),
      })
      const { shown, heard: after } = onScreen(step, openChart)
      heard.current.heard = after
      setShowing(shown)
      if (step.announce) say(step.announce, now)
    },
    [alarms, choices, now, zone, ward, wardId, openChart, say],
  )
  useEffect(() => look(), [look])
  useBoardNowAndThen()
  return { showing, see: (key: string) => look(key) }
}

/** Whoever has the chart open has it before them: nothing is shown of it twice, and it counts as seen. */
function onScreen({ showing, heard }: Step, openChart: string | null) {
  return showing?.alarm.item.chartId === openChart
    ? { shown: null, heard: seen(heard, showing?.alarm.key ?? '') }
    : { shown: showing, heard }
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

function useOpenChart(): string | null {
  const [location] = useLocation()
  return /^\/charts\/([^/]+)/.exec(location)?.[1] ?? null
}

function useBoardNowAndThen(): void {
  const store = useChartStore()
  const now = useNow()
  const isLive = useStoreState(
    ({ connection, lockedFor }) => connection === 'live' && lockedFor === null,
  )
  useEffect(() => {
    if (isLive && minuteOf(now) % BOARD_EVERY_MINUTES === 0) void store.refreshBoard()
  }, [store, now, isLive])
}
