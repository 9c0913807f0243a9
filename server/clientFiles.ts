import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notFound } from './problems.ts'

const HASHED_FILES = '/assets/'

/** Serves the built client: hashed files for good, everything else checked each time; a page's path gets the index. */
export async function serveClient(
  app: FastifyInstance,
  clientFolder: string | null,
): Promise<void> {
  const isBuilt = clientFolder !== null && existsSync(clientFolder)
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: clientFolder,
      cacheControl: false,
      setHeaders(reply, path) {
        reply.header('cache-control', cacheControlFor(path))
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isBuilt || !isPage(request)) throw notFound()
    return reply.sendFile('index.html')
  })
}

function cacheControlFor(path: string): string {
  return path.includes(HASHED_FILES) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** A path that a person may have in the address bar: not the API's, and no file's. */
function isPage({ method, url }: FastifyRequest): boolean {
  const [path = ''] = url.split('?')
  return (method === 'GET' || method === 'HEAD') && !/^\/api(\/|$)|\.[^/]*$/.test(path)
}
