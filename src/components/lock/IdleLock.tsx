import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { isFirstScreenThere } from '../../store/firstScreen.ts'
import { LOCKS_AFTER_MINUTES, LOCKS_WITHIN_ACT_AFTER_MINUTES } from '../../store/locksAfter.ts'
import { useChartStore, useStoreState } from '../../store/useChart.ts'
import { MS_PER_MINUTE } from '../../time.ts'

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const
const TOUCH_TOLD_EVERY_MS = 30_000
const AN_ACT = /^\/(charts\/[^/]+\/[^/]+|new-chart)$/

/** Locks the tablet when nobody touches it; within an act, whose steps take time at the bedside, later. */
export function IdleLock() {
  const store = useChartStore()
  const [location] = useLocation()
  const isLocked = useStoreState((state) => state.lockedFor !== null)
  const isLive = useStoreState((state) => state.connection !== 'stale')
  const isShown = useStoreState(isFirstScreenThere)
  const minutes = AN_ACT.test(location) ? LOCKS_WITHIN_ACT_AFTER_MINUTES : LOCKS_AFTER_MINUTES

  /** Outlives a connection that comes and goes: only a touch, or unlocking, begins the time anew. */
  const touchedAt = useRef(0)
  useEffect(() => {
    if (!isLocked) touchedAt.current = performance.now()
  }, [isLocked])

  useEffect(() => {
    // The lock screen is there before the network is needed for it, and after what people wait for.
    if (isShown && isLive) import('./LockedTablet.tsx').catch(() => undefined)
  }, [isShown, isLive])

  useEffect(() => {
    // Without the server nobody could unlock it, and what the tablet has kept is what a downtime is worked from.
    if (isLocked || !isLive) return undefined
    let toldAt = Number.NEGATIVE_INFINITY
    let timer = setTimeout(look, 0)

    function look(): void {
      const left = touchedAt.current + minutes * MS_PER_MINUTE - performance.now()
      clearTimeout(timer)
      if (left > 0) timer = setTimeout(look, left)
      else store.lock()
    }
    function touch(): void {
      const now = performance.now()
      touchedAt.current = now
      if (now - toldAt < TOUCH_TOLD_EVERY_MS) return
      toldAt = now
      store.touched()
    }
    for (const kind of TOUCHES) window.addEventListener(kind, touch, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      for (const kind of TOUCHES) window.removeEventListener(kind, touch)
      document.removeEventListener('visibilitychange', look)
    }
  }, [store, isLocked, isLive, minutes])
  return null
}
