import { send } from './wire.ts'

/** Signs a person of the demonstration in and gives the session's cookie, which lasts when the server is started again. */
export async function signIn(address: string, userId: string): Promise<string> {
  const body = { userId, password: 'demonstration' }
  const { cookie, status } = await send({ address, method: 'POST', path: '/api/session', body })
  if (cookie === null) throw new Error(`${userId} could not sign in: ${status}`)
  return cookie
}
