import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Device, TestWard } from './ward.ts'

interface StreamEvent {
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server sent
  readonly data: any
}

/** Opens a real stream over a real port and gives its events one by one; null once it has ended. */
export async function watch(ward: TestWard, device: Device, wardId: string) {
  if (!ward.app.server.listening) await ward.app.listen({ port: 0, host: '127.0.0.1' })
  const address = ward.app.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const request = get({
    port: address.port,
    host: '127.0.0.1',
    path: `/api/wards/${wardId}/stream`,
    headers: { cookie: device.cookie ?? '' },
  })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  onTestFinished(() => {
    request.destroy()
  })
  return { response, next: reader(response) }
}

function reader(response: IncomingMessage): () => Promise<StreamEvent | null> {
  const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]()
  let text = ''
  return async () => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const [first = '', second = ''] = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        return {
          event: first.replace('event: ', ''),
          data: JSON.parse(second.replace('data: ', '')),
        }
      }
      const { value, done } = await chunks.next()
      if (done) return null
      text += value
    }
  }
}
