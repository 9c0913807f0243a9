import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const READER = `
  const server = require('node:net').createServer((socket) => socket.resume())
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

/** Open connections to a process that reads everything and keeps nothing. */
export async function openSockets(count: number) {
  const reader = spawn(process.execPath, ['-e', READER], { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => reader.kill())
  const [port] = await once(reader.stdout, 'data')
  const sockets: Socket[] = []
  for (let opened = 0; opened < count; opened += 1) {
    const socket = connect(Number(`${port}`), '127.0.0.1')
    await once(socket, 'connect')
    sockets.push(socket)
  }
  return {
    sockets,
    /** Until all that was written has left this process. */
    async drained(): Promise<void> {
      while (sockets.some(({ writableLength }) => writableLength > 0)) {
        await new Promise((resume) => setImmediate(resume))
      }
    },
    async end(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      reader.kill()
      await once(reader, 'exit')
    },
  }
}
