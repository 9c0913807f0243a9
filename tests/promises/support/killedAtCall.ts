import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './emptyWard.ts'
import { spawnServer } from './serverProcess.ts'

/** Which system call on the database's files the server is killed at: the so-many-th of its kind. */
export interface KilledAt {
  readonly call: 'pwrite64' | 'fsync' | 'ftruncate'
  readonly nth: number
}

/**
 * Starts a server that is killed without warning as it enters one of its system calls on the database.
 * @returns whether it was killed before it was ready
 */
export async function startKilledAt(
  settings: Settings & { readonly DATA_DIR: string },
  file: string,
  { call, nth }: KilledAt,
): Promise<boolean> {
  const path = join(settings.DATA_DIR, file)
  const under = [
    ...[
      'strace',
      '-f',
      '-o',
      '/dev/null',
      '-P',
      path,
      '-P',
      `${path}-wal`,
      '-P',
      `${path}-journal`,
    ],
    ...['-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${nth}`],
  ]
  const { child, ended, said } = spawnServer({ env: settings, under })
  const isReady = await Promise.race([
    ended.then(() => false),
    new Promise<boolean>((resolve) => {
      child.stdout?.on('data', () => said().includes('ready at') && resolve(true))
    }),
  ])
  if (isReady && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended
  return !isReady
}

/** The databases that were moved aside in a folder. */
export function movedAside(dataDir: string): string[] {
  return readdirSync(dataDir).includes('earlier') ? readdirSync(join(dataDir, 'earlier')) : []
}
