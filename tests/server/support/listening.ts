import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { type App, type AppOptions, buildApp } from '../../../server/app.ts'
import type { TestWard } from './ward.ts'

/** A second application over a ward's services, with a port of its own. */
export async function listening(
  { services }: TestWard,
  options: Partial<AppOptions> = {},
): Promise<{ readonly app: App; readonly port: number; readonly address: string }> {
  const app = await buildApp(services, {
    clientFolder: null,
    isProduction: false,
    report: () => undefined,
    ...options,
  })
  onTestFinished(async () => {
    await app.close()
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, address, port: Number(new URL(address).port) }
}

/** Sends these bytes over a connection of their own and gives all that comes back until the server closes it. */
export function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', (error) => (heard === '' ? reject(error) : resolve(heard)))
  })
}
