import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { App } from './app.ts'

/** What is under way when the server ends has this long, real time. */
export const DRAIN_MS = 10_000
const SWEEP_EVERY_MS = 50

/**
 * Lets the requests under way finish when the server is closed: nothing new is accepted, connections go as they fall idle,
 * and what still holds after `longestMs` is cut off. `onCut` is told of it.
 */
export function drainOnClose(app: App, longestMs: number, onCut: () => void): void {
  const { server } = app
  // Node takes a connection that has not asked anything yet, as browsers open them, for a busy one.
  const underWay = new Map<Socket, number>()
  const count = (socket: Socket, change: number) =>
    underWay.set(socket, (underWay.get(socket) ?? 0) + change)
  server.on('connection', (socket: Socket) => {
    count(socket, 0)
    socket.once('close', () => underWay.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1)
    response.once('close', () => underWay.has(socket) && count(socket, -1))
  })

  function sweep(): void {
    for (const [socket, requests] of underWay) if (requests === 0) socket.destroy()
  }

  app.addHook('preClose', async () => {
    if (!server.listening) return
    const sweeping = setInterval(sweep, SWEEP_EVERY_MS)
    const cutting = setTimeout(() => {
      onCut()
      server.closeAllConnections()
    }, longestMs)
    server.once('close', () => {
      clearInterval(sweeping)
      clearTimeout(cutting)
    })
  })
}
