import { createHash } from 'node:crypto'
import type { FastifyServerOptions } from 'fastify'
import { isoOf } from '../src/time.ts'
import { realClock } from './clock.ts'

export const LOG_SETTINGS = ['none', 'events', 'requests'] as const
/** How much is told: nothing, what somebody should see, or every request as well. */
export type LogSetting = (typeof LOG_SETTINGS)[number]

/** Everything the log can tell, by name. */
const EVENTS = [
  'start',
  'stop',
  'stopped',
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'refused',
  'request',
  'fault',
] as const

/** The event of a log line. */
export type LogEvent = (typeof EVENTS)[number]

/** Everything a log line can hold. None of it is about a patient; `who` is a hash of a user id. */
export interface LogFields {
  readonly event: LogEvent
  readonly method?: string
  /** The route's pattern, never the address itself. */
  readonly route?: string
  readonly status?: number
  readonly durationMs?: number
  readonly who?: string
  /** The tablet's network address. */
  readonly address?: string
  /** The code of a refusal. */
  readonly problem?: string
  /** The kind of a fault, its code, and the lines of code it came through: never its message. */
  readonly kind?: string
  readonly code?: string
  readonly lines?: readonly string[]
  readonly signal?: string
  readonly version?: string
  readonly database?: string
  readonly production?: boolean
  /** Requests that were cut off at the end. */
  readonly cut?: number
}

const FIELDS: readonly (keyof LogFields)[] = [
  'event',
  'method',
  'route',
  'status',
  'durationMs',
  'who',
  'address',
  'problem',
  'kind',
  'code',
  'lines',
  'signal',
  'version',
  'database',
  'production',
  'cut',
]

/**
 * The framework's logger, cut down to the events above: whatever else is logged, by the framework or by mistake, is not
 * written, and of an event only the fields on the list.
 */
export function loggerOf(
  setting: LogSetting,
  write: (line: string) => void,
): NonNullable<FastifyServerOptions['logger']> {
  if (setting === 'none') return false
  return {
    level: setting === 'requests' ? 'debug' : 'info',
    stream: { write },
    base: null,
    timestamp: () => `,"time":"${isoOf(realClock.now())}"`,
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      logMethod(words, method) {
        const line = allowed(words[0])
        if (line) method.apply(this, [line] as unknown as Parameters<typeof method>)
      },
    },
  }
}

function allowed(said: unknown): Partial<LogFields> | null {
  if (typeof said !== 'object' || said === null || !('event' in said)) return null
  if (!EVENTS.some((event) => event === said.event)) return null
  const fields = said as LogFields
  return Object.fromEntries(
    FIELDS.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])),
  )
}

const HASH_CHARACTERS = 16

/** A person in the log: the beginning of the SHA-256 of their user id. */
export function whoOf(userId: string): string {
  return createHash('sha256').update(userId).digest('hex').slice(0, HASH_CHARACTERS)
}
