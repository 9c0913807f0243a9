import { Agent, type ClientRequest, request } from 'node:http'

/** A reply as it came over the wire. */
export interface Heard {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server sent and asserts on it
  readonly body: any
  readonly cookie: string | null
}

/** No reply: the connection was refused, or cut before the reply was in. */
export const CUT = { status: 0, body: null, cookie: null } as const satisfies Heard

/** One request. `cutAfterMs`: the wire is cut so long after it was sent. */
export interface Sent {
  readonly address: string
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly cookie?: string | null
  readonly cutAfterMs?: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const ownSocket = new Agent({ keepAlive: false })

/** Sends one request; a broken wire is an answer too (`CUT`). */
export function send({ address, method, path, body, cookie, cutAfterMs }: Sent): Promise<Heard> {
  const text = body === undefined ? null : JSON.stringify(body)
  return new Promise((resolve) => {
    const asked = request(
      `${address}${path}`,
      {
        method,
        agent: cutAfterMs === undefined ? agent : ownSocket,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(text === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', () => resolve(CUT))
        response.on('aborted', () => resolve(CUT))
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString()
          const isJson = `${response.headers['content-type']}`.includes('json')
          const cookies = response.headers['set-cookie'] ?? []
          resolve({
            status: response.statusCode ?? 0,
            body: isJson ? JSON.parse(said) : said,
            cookie: cookies.map((line) => line.split(';')[0]).join('; ') || null,
          })
        })
      },
    )
    asked.on('error', () => resolve(CUT))
    asked.on('close', () => resolve(CUT))
    if (text !== null) asked.write(text)
    asked.end()
    if (cutAfterMs !== undefined) cutLater(asked, cutAfterMs)
  })
}

/** The wire is cut once the request is out, whether or not the reply has come. */
function cutLater(asked: ClientRequest, afterMs: number): void {
  asked.on('finish', () => setTimeout(() => asked.destroy(), afterMs))
}
