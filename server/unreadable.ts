import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { PROBLEM_TYPE } from './problems.ts'

/** What the HTTP parser refuses before there is a request, by the parser's code. */
const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}
const MALFORMED = 400
const NEXT = 'Send it again. If it stays so, tell the operator of this server.'

/** Answers what is no HTTP request, or one that never came in whole, and closes the connection. */
export function unreadable(headers: Readonly<Record<string, string>>) {
  return ({ code = '' }: Error & { code?: string }, socket: Socket): void => {
    if (code === 'ECONNRESET' || socket.destroyed) return
    const status = STATUS_OF[code] ?? MALFORMED
    const title = STATUS_CODES[status] ?? ''
    const body = JSON.stringify({
      type: '/problems/unreadable',
      title,
      status,
      detail: title,
      next: NEXT,
    })
    const told = { ...headers, 'cache-control': 'no-store', 'content-type': PROBLEM_TYPE }
    const lines = [
      `HTTP/1.1 ${status} ${title}`,
      ...Object.entries(told).map(([name, value]) => `${name}: ${value}`),
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ]
    if (socket.writable) socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
    socket.destroy()
  }
}
