import type { App } from './app.ts'

/** A browser takes such a cookie over TLS only, for this host alone, and from no other that shares its domain. */
const PREFIX = '__Host-'

/** Gives every cookie that prefix on its way out and takes no cookie without it: for production, where there is TLS. */
export function hostCookies(app: App): void {
  app.addHook('onRequest', async (request) => {
    request.cookies = Object.fromEntries(
      Object.entries(request.cookies).flatMap(([name, value]) =>
        name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [],
      ),
    )
  })
  app.addHook('onSend', async (_request, reply) => {
    const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String)
    if (cookies.length > 0) reply.removeHeader('set-cookie')
    for (const cookie of cookies) reply.header('set-cookie', `${PREFIX}${secured(cookie)}`)
  })
}

/** Without it a browser would not even forget a cookie of that name. */
function secured(cookie: string): string {
  return cookie.includes('; Secure') ? cookie : `${cookie}; Secure`
}
