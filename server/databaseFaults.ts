/** SQLite's codes that speak of the disk, not of what was asked. */
const SQLITE_CODES = /^SQLITE_(BUSY|CANTOPEN|CORRUPT|FULL|IOERR|NOMEM|NOTADB|PROTOCOL|READONLY)/
/** SQLSTATE: connection, resources, cancelled, shut down, the system, damaged; and a database that only reads. */
const SQL_STATES = /^((08|53|57|58|XX)\w{3}|25006)$/
const NETWORK_CODES: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])
/** What the PostgreSQL client says of a connection that is gone has no code. */
const CONNECTION_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** What a command left cannot be told: a write failed, and the disk has not proven itself since. */
export class RecordInDoubt extends Error {}

/** Whether the database failed: its disk, its process or the way to it. Then nobody can say what was recorded. */
export function isDatabaseFault(error: unknown): boolean {
  if (error instanceof RecordInDoubt) return true
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return code === null ? CONNECTION_WORDS.test(error.message) : isFaultCode(code)
}

/** Whether the embedded database is locked by somebody else. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && `${codeOf(error)}`.startsWith('SQLITE_BUSY')
}

/** Waits for a write that reading can do without: a disk that takes nothing holds nobody's reading up. */
export async function writtenIfPossible(writing: Promise<unknown>): Promise<void> {
  try {
    await writing
  } catch (error) {
    if (!isDatabaseFault(error)) throw error
  }
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}

function isFaultCode(code: string): boolean {
  return SQLITE_CODES.test(code) || SQL_STATES.test(code) || NETWORK_CODES.has(code)
}
