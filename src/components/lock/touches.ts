const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const
const TOLD_EVERY_MS = 1_000
const CHANNEL = 'heparin-chart.touches'

/**
 * Calls back whenever somebody touches this page, or another page of this tablet: whoever works on one works on the
 * tablet. `isHere` tells the one from the other. Until the returned function is called.
 */
export function followTouches(onTouch: (isHere: boolean) => void): () => void {
  const others = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null
  let toldAt = Number.NEGATIVE_INFINITY

  function touch(): void {
    onTouch(true)
    const now = performance.now()
    if (now - toldAt < TOLD_EVERY_MS) return
    toldAt = now
    others?.postMessage('touched')
  }
  const hear = () => onTouch(false)
  for (const kind of TOUCHES) window.addEventListener(kind, touch, { passive: true })
  others?.addEventListener('message', hear)
  return () => {
    for (const kind of TOUCHES) window.removeEventListener(kind, touch)
    others?.close()
  }
}
