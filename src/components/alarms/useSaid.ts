import { useCallback, useEffect, useState } from 'react'
import {
  type AlarmMoment,
  type Announcement,
  type Heard,
  nextAlarm,
  seen,
} from '../../chart/nextAlarm.ts'
import { useAlarmSettings } from '../../store/alarmSettings.ts'
import type { ChartStore } from '../../store/chartStore.ts'
import { useChartStore } from '../../store/useChart.ts'
import type { Instant } from '../../time.ts'
import { tabletSettings } from './tabletAlarms.ts'

type Step = ReturnType<typeof nextAlarm>

/** What alarms at a moment, and whose tablet it is. */
interface Moment extends Pick<AlarmMoment, 'alarms' | 'now' | 'zone' | 'ward'> {
  /** Another person, or another ward, is told anew. */
  readonly whose: string
  /** The chart on the screen. */
  readonly openChart: string | null
  /** What counts as said where nothing was said yet. */
  readonly before: Heard
}

interface SaidOf {
  readonly whose: string
  readonly heard: Heard
}
/** What each page has said, locked or not: what was seen before the lock is not said again on it. */
const saidOn = new WeakMap<ChartStore, SaidOf>()

/** What of some alarms is said now, once, and what stands on the screen; `see` silences what is shown. */
export function useSaid(
  { alarms, now, zone, ward, whose, openChart, before }: Moment,
  say: (announcement: Announcement, now: Instant) => void,
) {
  const store = useChartStore()
  const [choices] = useAlarmSettings(tabletSettings)
  const [showing, setShowing] = useState<Step['showing']>(null)

  const look = useCallback(
    (onSeen?: string) => {
      const said = saidOn.get(store)
      const heard = said?.whose === whose ? said.heard : before
      const step = nextAlarm({
        ...{ alarms, choices, now, zone, ward },
        heard: onSeen === undefined ? heard : seen(heard, onSeen),
      })
      const { shown, heard: after } = onScreen(step, isShown() ? openChart : null)
      saidOn.set(store, { whose, heard: after })
      setShowing(shown)
      if (step.announce) say(step.announce, now)
    },
    [store, alarms, choices, now, zone, ward, whose, openChart, before, say],
  )
  useEffect(() => look(), [look])
  return { showing, see: (key: string) => look(key) }
}

/** A person at a tablet, and the ward that it follows. */
export function whoseTablet({ userId }: { userId: string }, wardId: string | null): string {
  return `${userId} ${wardId}`
}

/** Whoever has the chart open on a page that shows has it before them: nothing is shown of it twice, and it counts as seen. */
function onScreen({ showing, heard }: Step, openChart: string | null) {
  return showing?.alarm.item.chartId === openChart
    ? { shown: null, heard: seen(heard, showing?.alarm.key ?? '') }
    : { shown: showing, heard }
}

function isShown(): boolean {
  return document.visibilityState === 'visible'
}
