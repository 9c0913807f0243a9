/** Whether the rows of a page's lists stay where they are: while somebody touches the page, and a short time after. */

/** From the last touch until the rows may move: long enough to look, aim and tap. */
const AFTER_TOUCH_MS = 3_000
/** No order waits longer, whoever goes on touching: what is urgent comes to its place (H9). */
const LONGEST_MS = 20_000

const PRESSES = ['pointerdown', 'pointerup', 'pointercancel'] as const
const TOUCHES = ['touchmove', 'wheel', 'keydown'] as const

interface Ground {
  /** Milliseconds on a clock that nobody sets. */
  readonly now: () => number
  /** Calls back once after so many milliseconds; the returned function keeps it from doing so. */
  readonly after: (ms: number, call: () => void) => () => void
}

export interface ListHold {
  isHeld(): boolean
  /** Keeps a new order back: `take` is called as soon as it may be shown, until the returned function is called. */
  wait(take: () => void): () => void
  isWaiting(): boolean
  /** Told when the first order begins to wait, and when none does any more. */
  subscribe(listener: () => void): () => void
  /** Hears the touches of a page until the returned function is called; no timer outlives that. */
  hear(page: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void
}

/** The hold over all lists of one page: they keep their order together, and together they take the new one (H15). */
export function createListHold({ now, after }: Ground): ListHold {
  const waiting = new Set<() => void>()
  const listeners = new Set<() => void>()
  const down = new Set<number>()
  let touchedAt = Number.NEGATIVE_INFINITY
  let waitsSince: number | null = null
  let cancel = () => {}

  function heldFor(): number {
    const longest = waitsSince === null ? LONGEST_MS : waitsSince + LONGEST_MS - now()
    return down.size > 0 ? longest : Math.min(longest, touchedAt + AFTER_TOUCH_MS - now())
  }
  function look(): void {
    cancel()
    if (waitsSince === null) return
    const left = heldFor()
    if (left > 0) cancel = after(left, look)
    else letGo()
  }
  function letGo(): void {
    // What has changed once more on the way waits anew.
    waitsSince = now()
    cancel = after(AFTER_TOUCH_MS, look)
    for (const take of waiting) take()
  }
  function tell(): void {
    for (const listener of listeners) listener()
  }
  function press(event: PointerEvent): void {
    // The first finger: whatever of another never came up, it is not there any more.
    if (event.isPrimary) down.clear()
    if (event.type === 'pointerdown') down.add(event.pointerId)
    else down.delete(event.pointerId)
    touchedAt = now()
    look()
  }
  function touch(): void {
    touchedAt = now()
  }
  function move({ movementX, movementY }: PointerEvent): void {
    // The browser tells of a mouse also where the page has moved under it.
    if (movementX !== 0 || movementY !== 0) touch()
  }

  return {
    isHeld: () => heldFor() > 0,
    wait(take) {
      waiting.add(take)
      if (waiting.size === 1) {
        waitsSince = now()
        look()
        tell()
      }
      return () => {
        waiting.delete(take)
        if (waiting.size > 0) return
        waitsSince = null
        cancel()
        tell()
      }
    },
    isWaiting: () => waiting.size > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hear(page) {
      const how = { capture: true, passive: true } as const
      for (const kind of PRESSES) page.addEventListener(kind, press, how)
      for (const kind of TOUCHES) page.addEventListener(kind, touch, how)
      page.addEventListener('pointermove', move, how)
      return () => {
        for (const kind of PRESSES) page.removeEventListener(kind, press, how)
        for (const kind of TOUCHES) page.removeEventListener(kind, touch, how)
        page.removeEventListener('pointermove', move, how)
        cancel()
      }
    },
  }
}
