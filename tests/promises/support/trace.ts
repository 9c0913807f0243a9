import { readFileSync } from 'node:fs'

/** What is in a system call that may matter here, as strace writes it down. */
const CALLS = 'fsync,fdatasync,pwrite64,ftruncate,write,writev,sendto,sendmsg'

/** The words before a program that write its system calls down, paths and the beginnings of texts with them. */
export function tracedTo(file: string): readonly string[] {
  return ['strace', '-f', '-y', '-s', '48', '-o', file, '-e', `trace=${CALLS}`]
}

/** What a trace shows of a server that writes to a log ahead of its database. */
export interface Forced {
  /** Replies 201 and live updates. */
  readonly told: { readonly replies: number; readonly updates: number }
  /** Those that left while nothing new had been forced to the disk, or something written had not. */
  readonly early: readonly string[]
}

/** Reads a trace of one client that sends one command after the other. */
export function forcedBeforeTold(file: string): Forced {
  const log = watchLog()
  const replies = tellings('HTTP/1.1 201', log)
  const updates = tellings('event: entry', log)
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, thread = '', call = ''] = line.match(/^(\d+) +(.*)$/) ?? []
    log.hear(thread, call)
    replies.hear(call)
    updates.hear(call)
  }
  return {
    told: { replies: replies.count(), updates: updates.count() },
    early: [...replies.early, ...updates.early],
  }
}

/**
 * Whether a server that was started again forced what it found to the disk before its first 201: what a killed one had
 * written stood in the system's memory alone.
 */
export function forcedWhatItFound(file: string): boolean {
  const calls = readFileSync(file, 'utf8').split('\n')
  const at = (call: RegExp) => calls.findIndex((line) => call.test(line))
  const written = at(/ pwrite64\(\d+<[^>]*\.db>/)
  const forced = calls.findLastIndex(
    (line, index) =>
      index < at(/HTTP\/1\.1 201/) && / (fsync|fdatasync)\(\d+<[^>]*\.db>/.test(line),
  )
  return written >= 0 && forced > written
}

/** What leaves the server with this text in it: each must have something newly forced behind it, and nothing unforced. */
function tellings(text: string, log: ReturnType<typeof watchLog>) {
  const early: string[] = []
  let count = 0
  let behindLast = log.forced()
  return {
    early,
    count: () => count,
    hear(call: string) {
      if (!call.includes(text)) return
      count += 1
      if (log.isUnforced() || log.forced() === behindLast) early.push(call)
      behindLast = log.forced()
    },
  }
}

/** How often something written to the log was forced to the disk, and whether something is written and not yet forced. */
function watchLog() {
  let isUnforced = false
  let forced = 0
  const forcing = new Set<string>()
  return {
    isUnforced: () => isUnforced,
    forced: () => forced,
    hear(thread: string, call: string) {
      if (/^pwrite64\(\d+<[^>]*-wal>/.test(call)) isUnforced = true
      if (/^(fsync|fdatasync)\(\d+<[^>]*-wal>/.test(call)) forcing.add(thread)
      // A call that another thread's interrupts is written down in two lines.
      const [, result] = call.match(/ = (-?\d+)/) ?? []
      if (result === undefined || !forcing.delete(thread) || result !== '0') return
      forced += isUnforced ? 1 : 0
      isUnforced = false
    },
  }
}
