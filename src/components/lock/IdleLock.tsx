import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { isFirstScreenThere } from '../../store/firstScreen.ts'
import { LOCKS_AFTER_MINUTES, LOCKS_WITHIN_ACT_AFTER_MINUTES } from '../../store/locksAfter.ts'
import { useChartStore, useStoreState } from '../../store/useChart.ts'
import { MS_PER_MINUTE } from '../../time.ts'
import { followTouches } from './touches.ts'

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
  /** The server was silent at the last touch: it learns of it as soon as it is heard. */
  const isUntold = useRef(false)
  useEffect(() => {
    if (!isLocked) touchedAt.current = performance.now()
  }, [isLocked])

  useEffect(() => {
    // The lock screen is there before the network is needed for it, and after what people wait for.
    if (isShown && isLive) import('./LockedTablet.tsx').catch(() => undefined)
  }, [isShown, isLive])

  useEffect(() => {
    if (isLocked) return undefined
    let toldAt = Number.NEGATIVE_INFINITY
    return followTouches((isHere) => {
      const now = performance.now()
      touchedAt.current = now
      if (!isHere || now - toldAt < TOUCH_TOLD_EVERY_MS) return
      if (store.state.getState().connection === 'stale') {
        isUntold.current = true
        return
      }
      toldAt = now
      store.touched()
    })
  }, [store, isLocked])

  useEffect(() => {
    if (!isLive || !isUntold.current) return
    isUntold.current = false
    store.touched()
  }, [store, isLive])

  useEffect(() => {
    // Without the server nobody could unlock it, and what the tablet has kept is what a downtime is worked from.
    if (isLocked || !isLive) return undefined
    let timer = setTimeout(look, 0)

    function look(): void {
      clearTimeout(timer)
      // A page that nobody sees shows nothing, and would cover the one in use: it looks when it is seen again.
      if (document.visibilityState === 'hidden') return
      const left = touchedAt.current + minutes * MS_PER_MINUTE - performance.now()
      if (left > 0) timer = setTimeout(look, left)
      else store.lock()
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [store, isLocked, isLive, minutes])
  return null
}
