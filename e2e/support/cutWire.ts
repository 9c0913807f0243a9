import type { AddressInfo } from 'node:net'
import { createServer, connect as openSocket, type Socket } from 'node:net'

/**
 * A wire between a tablet and the ward's server that a test can cut, stall and mend. What a service worker asks goes
 * over it too, which the browser's own offline switch does not reach.
 */
export interface CutWire {
  /** Where the tablet finds the server. */
  readonly baseURL: string
  /** Ends every connection and refuses new ones, as with the server gone. */
  cut(): void
  /** Connections stand and new ones are taken, but nothing comes through: a silent proxy. What was sent waits. */
  stall(): void
  /** Lets everything through again: what waited, and new connections. */
  mend(): void
  close(): Promise<void>
}

type Condition = 'whole' | 'cut' | 'stalled'

/** Puts a wire in front of a server. */
export async function cutWire(serverUrl: string): Promise<CutWire> {
  const { hostname, port } = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let condition: Condition = 'whole'

  function hold(socket: Socket, other: () => Socket): void {
    sockets.add(socket)
    if (condition === 'stalled') socket.pause()
    socket.on('close', () => {
      sockets.delete(socket)
      other().destroy()
    })
    // A cut wire is what the tests are about.
    socket.on('error', () => socket.destroy())
  }

  const server = createServer((tablet) => {
    if (condition === 'cut') {
      tablet.on('error', () => {})
      tablet.resetAndDestroy()
      return
    }
    const upstream = openSocket(Number(port), hostname)
    hold(tablet, () => upstream)
    hold(upstream, () => tablet)
    pass(tablet, upstream)
    pass(upstream, tablet)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      condition = 'cut'
      for (const socket of sockets) socket.destroy()
    },
    stall() {
      condition = 'stalled'
      for (const socket of sockets) socket.pause()
    },
    mend() {
      condition = 'whole'
      for (const socket of sockets) socket.resume()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Hands on what comes, as it comes; a paused socket hands on nothing. */
function pass(from: Socket, to: Socket): void {
  from.on('data', (chunk) => to.write(chunk))
  from.on('end', () => to.end())
}
