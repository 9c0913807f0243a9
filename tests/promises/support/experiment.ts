import { appendFileSync, mkdirSync } from 'node:fs'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether the experiments run at the size that the promises state. */
    isTorture: boolean
    /** The folder of the built server that the experiments start as processes. */
    builtServer: string
  }
}

/** Where the torture run keeps what was measured, one JSON text a line. */
const MEASURED_FILE = 'reports/promises.jsonl'

/** The size of an experiment: small in `npm test`, large in `npm run torture`. */
export function sized<T>(small: T, large: T): T {
  return inject('isTorture') ? large : small
}

/** One figure of `docs/safety/promises.md`. */
interface Measured {
  /** The promise's number. */
  readonly promise: number
  /** What was done, so that another person could do it again. */
  readonly what: string
  /** What came of it. */
  readonly figure: string
}

/** Notes a figure for `docs/safety/promises.md`; only the torture run keeps it. */
export function measured(figure: Measured): void {
  if (!inject('isTorture')) return
  mkdirSync('reports', { recursive: true })
  appendFileSync(MEASURED_FILE, `${JSON.stringify(figure)}\n`)
}
