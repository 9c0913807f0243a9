import type { App } from './app.ts'

/** What is under way when the server ends has this long, real time. */
export const DRAIN_MS = 10_000
const SWEEP_EVERY_MS = 50

/**
 * Lets the requests under way finish when the server is closed: nothing new is accepted, connections go as they fall idle,
 * and what still holds after `longestMs` is cut off. `onCut` is told of it.
 */
export function drainOnClose(app: App, longestMs: number, onCut: () => void): void {
  app.addHook('preClose', async () => {
    if (!app.server.listening) return
    const sweeping = setInterval(() => app.server.closeIdleConnections(), SWEEP_EVERY_MS)
    const cutting = setTimeout(() => {
      onCut()
      app.server.closeAllConnections()
    }, longestMs)
    app.server.once('close', () => {
      clearInterval(sweeping)
      clearTimeout(cutting)
    })
  })
}
