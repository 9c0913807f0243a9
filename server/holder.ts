import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import Libsql from 'libsql'
import { isBusy } from './databaseFaults.ts'

/** How long a second server waits for the first: one that was just killed, or that began in the same instant. */
const PATIENCE_MS = 300
const SHORTEST_PAUSE_MS = 15
/** Two servers that meet again and again do so with different pauses. */
const PAUSES = 23

/** The right to be the only process at an embedded database; it ends with the process, however that ends. */
export interface Holder {
  /** Writes down who has it, for whoever is refused. */
  sign(): void
  letGo(): void
}

/**
 * Takes the lock beside a database. It is the system's, on a file of its own that nothing is ever written to: a try that
 * fails leaves nothing behind, so of two servers one always gets it.
 * @returns null when another process has it
 */
export async function holdAlone(file: string): Promise<Holder | null> {
  const lock = new Libsql(`${file}-lock`, { timeout: 0 })
  const until = performance.now() + PATIENCE_MS
  while (!tries(lock)) {
    if (performance.now() > until) {
      lock.close()
      return null
    }
    await new Promise((resume) => setTimeout(resume, SHORTEST_PAUSE_MS + (process.pid % PAUSES)))
  }
  let isSigned = false
  return {
    sign() {
      writeName(file)
      isSigned = true
    },
    letGo() {
      if (isSigned) rmSync(nameFile(file), { force: true })
      lock.exec('ROLLBACK')
      lock.close()
    },
  }
}

/** Who holds a database, in words; a name that a killed process left behind is not told. */
export function holderOf(file: string): string {
  const [, pid, host] = nameIn(file).match(/^process (\d+) on (\S+)\n$/) ?? []
  if (pid === undefined || host === undefined) return 'another process'
  if (host !== hostname()) return `another server (process ${pid} on ${host})`
  return isAlive(Number(pid)) ? `another server (process ${pid})` : 'another process'
}

function tries(lock: Libsql.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (!isBusy(error)) throw error
    return false
  }
}

/** A disk that takes nothing more still lets the record be read: then the holder has no name, and nobody else's. */
function writeName(file: string): void {
  try {
    rmSync(nameFile(file), { force: true })
    writeFileSync(nameFile(file), `process ${process.pid} on ${hostname()}\n`)
  } catch (error) {
    if (!isDiskFault(error)) throw error
  }
}

function isDiskFault(error: unknown): boolean {
  const codes = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS']
  return error instanceof Error && 'code' in error && codes.includes(`${error.code}`)
}

function nameIn(file: string): string {
  try {
    return readFileSync(nameFile(file), 'utf8')
  } catch {
    return ''
  }
}

function nameFile(file: string): string {
  return `${file}-holder`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
