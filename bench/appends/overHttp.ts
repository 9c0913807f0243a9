import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Run } from './run.ts'

/** What clients send over HTTP: one client for each path, the same body each time under a new command id. */
export interface LoadPlan {
  readonly port: number
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
  readonly seconds: number
}

// Beside the program that runs, wherever the builder puts this file.
const load = join(dirname(process.argv[1] ?? ''), 'load.mjs')

/** Lets clients in another process send, and counts what this process and PostgreSQL spend on it. */
export async function overHttp(plan: LoadPlan, cpuNow: () => number): Promise<Run> {
  const before = cpuNow()
  const { stdout } = await promisify(execFile)(process.execPath, [load, JSON.stringify(plan)])
  return { ...(JSON.parse(stdout) as Run), cpuMicroseconds: cpuNow() - before }
}
