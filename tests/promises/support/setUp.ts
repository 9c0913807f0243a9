import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../../scripts/setUp/startPostgres.mjs'

const BUILT = 'node_modules/.heparin-chart/server-under-torture'

let stop: (() => Promise<void>) | undefined

/** Builds the server that the experiments start and kill, and starts one PostgreSQL for all of them. */
export async function setup(project: TestProject): Promise<void> {
  const [postgres] = await Promise.all([
    startPostgres(),
    build({ logLevel: 'silent', build: { ssr: true, outDir: BUILT, emptyOutDir: true } }),
  ])
  stop = postgres.stop
  project.provide('databaseUrl', postgres.databaseUrl)
  project.provide('builtServer', BUILT)
  project.provide('isTorture', process.env['TORTURE'] === 'large')
}

/** Stops the PostgreSQL. */
export async function teardown(): Promise<void> {
  await stop?.()
}
