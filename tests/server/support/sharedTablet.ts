import { type Device, pinOf, type Reply, type TestWard } from './ward.ts'

/** A tablet as a browser has it: it keeps the cookies it is given, and sends them all. */
export interface SharedTablet extends Device {
  signIn(userId: string, more?: object): Promise<Reply>
  unlock(userId: string): Promise<Reply>
  switchTo(userId: string, pin?: string): Promise<Reply>
  /** The cookies it would send. */
  cookies(): Readonly<Record<string, string>>
  /** Puts a cookie there, as somebody could who had the tablet in their hands. */
  plant(name: string, value: string): void
}

const JSON_BODY = { 'content-type': 'application/json' }

const cookieOf = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

function keepIn(
  jar: Map<string, string>,
  cookies: readonly { name: string; value: string }[],
): void {
  for (const { name, value } of cookies) {
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
}

/** A tablet that nobody has used yet. */
export function sharedTablet(ward: TestWard): SharedTablet {
  const jar = new Map<string, string>()

  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await ward.app.inject({
      method,
      url,
      headers: { cookie: cookieOf(jar), ...headers, ...(body === undefined ? {} : JSON_BODY) },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    keepIn(jar, response.cookies)
    const isJson = `${response.headers['content-type']}`.includes('json')
    return {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? response.json() : response.payload,
    }
  }

  const device: Device = {
    get cookie() {
      return cookieOf(jar)
    },
    get: (path) => ask('GET', path),
    delete: (path) => ask('DELETE', path),
    put: (path, body) => ask('PUT', path, body),
    post: (path, body, headers) => ask('POST', path, body, headers),
  }
  return {
    ...device,
    get cookie() {
      return device.cookie
    },
    signIn: (userId, more = {}) =>
      ask('POST', '/api/session', { userId, password: 'demonstration', ...more }),
    unlock: (userId) => ask('POST', '/api/session/unlock', { pin: pinOf(userId) }),
    switchTo: (userId, pin = pinOf(userId)) => ask('POST', '/api/session/switch', { userId, pin }),
    cookies: () => Object.fromEntries(jar),
    plant: (name, value) => jar.set(name, value),
  }
}
