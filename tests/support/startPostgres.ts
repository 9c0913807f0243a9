import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../scripts/setUp/startPostgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The throw-away PostgreSQL of this test run; take a database of your own with `freshDatabase`. */
    databaseUrl: string
  }
}

let stop: (() => Promise<void>) | undefined

/** Starts one PostgreSQL for the whole run and tells the tests its address. */
export async function setup(project: TestProject): Promise<void> {
  const postgres = await startPostgres()
  stop = postgres.stop
  project.provide('databaseUrl', postgres.databaseUrl)
}

/** Stops it and removes its files. */
export async function teardown(): Promise<void> {
  await stop?.()
}
