import { onTestFinished } from 'vitest'
import { type ServerProcess, startServer } from './serverProcess.ts'
import { AT_MINUTE_0 } from './site.ts'

/** Starts server processes on the same data, one after the other; they end with the test. */
export async function serversOn(
  env: Readonly<Record<string, string>>,
  count = 1,
): Promise<readonly ServerProcess[]> {
  const servers: ServerProcess[] = []
  while (servers.length < count) servers.push(await serverOn(env))
  return servers
}

/** Starts one server process whose clock stands at minute 0; it ends with the test. */
export async function serverOn(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const server = await startServer({ env: { ...AT_MINUTE_0, ...env } })
  let isEnded = false
  const ending = server.ended.then(() => {
    isEnded = true
  })
  onTestFinished(async () => {
    if (!isEnded) server.kill('SIGTERM')
    await ending
  })
  return server
}
