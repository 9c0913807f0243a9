import { useSyncExternalStore } from 'react'

const KEY = 'heparin-chart.tour'
const MOVED = 'heparin-chart.tour-moved'

/** Where this tablet is in the tour: the number of a step, `seen`, or null where nobody has begun it. */
export type TourPlace = number | 'seen' | null

/** Keeps the place over a reload and for the next person on this tablet. */
export function goToTour(place: number | 'seen'): void {
  try {
    localStorage.setItem(KEY, `${place}`)
  } catch {
    // A browser that keeps nothing has no tour.
  }
  window.dispatchEvent(new Event(MOVED))
}

/** The place, here and where another tab moves it. */
export function useTourPlace(): TourPlace {
  const kept = useSyncExternalStore(subscribe, read)
  if (kept === null || kept === 'seen') return kept
  return /^\d$/.test(kept) ? Number(kept) : null
}

function subscribe(tell: () => void): () => void {
  window.addEventListener(MOVED, tell)
  window.addEventListener('storage', tell)
  return () => {
    window.removeEventListener(MOVED, tell)
    window.removeEventListener('storage', tell)
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
