import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** A built page with the product's own server behind it: what it asks under `/api` is asked there. */
export interface ServedPage {
  readonly origin: string
  stop(): Promise<void>
}

/** Serves a folder on a free loopback port. */
export async function servePage(folder: string, behind: string): Promise<ServedPage> {
  const server = createServer((asked, reply) => {
    if (asked.url?.startsWith('/api/')) handOn(asked, reply, behind)
    else sendFile(reply, folder, asked.url ?? '/')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function handOn(asked: IncomingMessage, reply: ServerResponse, behind: string): void {
  const { host: _, ...headers } = asked.headers
  const upstream = request(`${behind}${asked.url}`, { method: asked.method ?? 'GET', headers })
  upstream.on('response', (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(reply)
  })
  // Whoever left has their answer no longer.
  upstream.on('error', () => reply.destroy())
  reply.on('close', () => upstream.destroy())
  asked.pipe(upstream)
}

function sendFile(reply: ServerResponse, folder: string, url: string): void {
  const { pathname } = new URL(url, 'http://page')
  const path = normalize(pathname === '/' ? '/index.html' : pathname)
  try {
    const body = readFileSync(join(folder, path))
    reply.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
    reply.end(body)
  } catch {
    reply.writeHead(404).end()
  }
}
