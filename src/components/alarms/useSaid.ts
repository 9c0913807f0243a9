import { useCallback, useEffect, useState } from 'react'
import {
  type AlarmMoment,
  type Announcement,
  type Heard,
  nextAlarm,
  seen,
} from '../../chart/nextAlarm.ts'
import {
  leftChart,
  newlySeen,
  type SeenThere,
  seenOnChart,
  seenThere,
  takenBack,
} from '../../chart/seenAlarms.ts'
import { useAlarmSettings } from '../../store/alarmSettings.ts'
import type { ChartStore } from '../../store/chartStore.ts'
import { useChartStore } from '../../store/useChart.ts'
import type { Instant } from '../../time.ts'
import { tabletSeen, tabletSettings } from './tabletAlarms.ts'

type Step = ReturnType<typeof nextAlarm>

/** What alarms at a moment, and whose tablet it is. */
interface Moment extends Pick<AlarmMoment, 'alarms' | 'now' | 'zone' | 'ward'> {
  /** Another person, or another ward, is told anew; null: nobody is there, and what was seen before stays seen. */
  readonly whose: string | null
  /** The chart on the screen; `locked`: nobody sees any. */
  readonly openChart: string | 'locked' | null
  /** What counts as said where nothing was said yet. */
  readonly before: Heard
}

interface SaidOf {
  readonly whose: string | null
  readonly heard: Heard
  /** The chart that was last on the screen. */
  readonly openChart: string | null
  /** What was seen on other pages and is not known here yet. */
  readonly told: readonly SeenThere[]
}
/** What each page has said, locked or not: what somebody tapped as seen before the lock is not said again on it. */
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
      const said = saidBy(store, whose, before)
      const { heard, left: told } = seenThere(said.heard, said.told, { alarms, now })
      const moved = movedOn(heard, said.openChart, openChart)
      const step = nextAlarm({
        ...{ alarms, choices, now, zone, ward },
        heard: onSeen === undefined ? moved : seen(moved, onSeen),
      })
      const { shown, heard: after } = onScreen(step, isShown() ? openChart : null)
      const stays = openChart === 'locked' ? said.openChart : openChart
      saidOn.set(store, { whose, told, heard: after, openChart: stays })
      tabletSeen.tell(newlySeen(heard, after))
      setShowing(shown)
      if (step.announce) say(step.announce, now)
    },
    [store, alarms, choices, now, zone, ward, whose, openChart, before, say],
  )
  useEffect(() => look(), [look])
  useEffect(
    () =>
      tabletSeen.hear((there) => {
        const said = saidBy(store, whose, before)
        const more = there.map((each) => ({ ...each, at: now }))
        saidOn.set(store, { ...said, told: [...said.told, ...more] })
        look()
      }),
    [store, whose, before, look, now],
  )
  return { showing, see: (key: string) => look(key) }
}

function saidBy(store: ChartStore, whose: Moment['whose'], before: Heard): SaidOf {
  const said = saidOn.get(store)
  if (said && (whose === null || said.whose === whose)) return said
  return { whose, heard: before, openChart: null, told: [] }
}

/** A person at a tablet, and the ward that it follows. */
export function whoseTablet({ userId }: { userId: string }, wardId: string | null): string {
  return `${userId} ${wardId}`
}

/** Whoever goes on to another page has seen what the chart let count as seen; on a locked tablet nobody sees it any more. */
function movedOn(heard: Heard, last: string | null, openChart: Moment['openChart']): Heard {
  if (openChart === 'locked') return takenBack(heard)
  return last === null || last === openChart ? heard : leftChart(heard, last)
}

/** Whoever has the chart open on a page that shows has it before them: nothing is shown of it twice, and it counts as seen. */
function onScreen({ showing, heard }: Step, openChart: Moment['openChart']) {
  return showing?.alarm.item.chartId === openChart
    ? { shown: null, heard: seenOnChart(heard, showing?.alarm.key ?? '') }
    : { shown: showing, heard }
}

function isShown(): boolean {
  return document.visibilityState === 'visible'
}
