import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CarefulNurse, carefulNurse, type Seen } from './carefulNurse.ts'
import { emptySqliteWard, folderForTest, type Settings } from './emptyWard.ts'
import { newLedger } from './ledger.ts'
import { patientCourse } from './patientCourse.ts'
import { NeverReady, type ServerProcess, startServer } from './serverProcess.ts'
import { signIn } from './signIn.ts'
import { minute } from './site.ts'
import { DEMONSTRATION_FILE, sqliteRecord } from './storedRecord.ts'

type Call = 'pwrite64' | 'fsync'

/** Which calls on which file fail, with what, from which of them on and up to which; null: for good. */
export interface Failing {
  readonly call: Call
  readonly error: 'EIO' | 'ENOSPC' | 'EROFS' | 'EDQUOT'
  readonly file: 'log' | 'database'
  readonly from: number
  readonly to: number | null
}

/** What a patient's course over a failing disk came to. */
export interface FailedCourse extends Seen {
  /** What the server said when it ended instead of becoming ready. */
  readonly refusal: string | null
  readonly faults: readonly string[]
}

/** Who is signed in before the first command. */
export const CREW = ['rn.adams', 'mo.chen', 'rn.baker'] as const
const FILES = { log: `${DEMONSTRATION_FILE}-wal`, database: DEMONSTRATION_FILE } as const

type Counted = Readonly<Record<Call, number>>

const counted = new Map<string | undefined, Promise<Counted>>()

/** How many calls on the log there are until the server is ready and its people signed in: the same at every start. */
export function callsBefore(plant: Settings = {}): Promise<Counted> {
  const key = plant['NODE_OPTIONS']
  const known = counted.get(key) ?? countCalls(plant)
  counted.set(key, known)
  return known
}

async function countCalls(plant: Settings): Promise<Counted> {
  const settings = { ...(await emptySqliteWard()), ...plant }
  const trace = join(folderForTest(), 'trace')
  const under = tracer(settings.DATA_DIR, 'log', trace, ['trace=pwrite64,fsync'])
  const server = await startServer({ env: settings, under })
  for (const userId of CREW) await signIn(server.address, userId)
  server.kill('SIGKILL')
  await server.ended
  const text = readFileSync(trace, 'utf8')
  const count = (call: Call) => text.split(`${call}(`).length - 1
  return { pwrite64: count('pwrite64'), fsync: count('fsync') }
}

/** The words before a server that is killed as it begins to force an entry to its log: the so-many-th after the sign-ins. */
export async function killedAtForcing(dataDir: string, nth: number): Promise<readonly string[]> {
  const when = (await callsBefore()).fsync + nth
  return tracer(dataDir, 'log', '/dev/null', [
    'trace=fsync',
    `inject=fsync:signal=KILL:when=${when}`,
  ])
}

/**
 * Takes a patient from opening to cease while calls of the server fail. At the end the server is killed and started
 * again on a disk that is well, where the course is finished, and the record is held against the ledger.
 */
export async function courseOnFailingDisk(
  failing: Failing,
  plant: Settings = {},
): Promise<FailedCourse> {
  const settings = await emptySqliteWard()
  const ledger = newLedger()
  const nurse = carefulNurse(
    patientCourse('85', minute(0), () => undefined),
    ledger,
  )
  const env = { ...settings, ...plant }
  let refusal: string | null = null
  try {
    await workOn(nurse, await startServer({ env, under: injected(failing, settings.DATA_DIR) }))
  } catch (error) {
    if (!(error instanceof NeverReady)) throw error
    refusal = error.said
  }
  const seen = nurse.seen()
  await workOn(nurse, await startServer({ env: settings }))
  return { ...seen, refusal, faults: ledger.faultsOf(sqliteRecord(settings.DATA_DIR)) }
}

async function workOn(nurse: CarefulNurse, server: ServerProcess): Promise<void> {
  try {
    await nurse.work(server.address)
  } finally {
    server.kill('SIGKILL')
    await server.ended
  }
}

function injected({ call, error, file, from, to }: Failing, dataDir: string): string[] {
  const when = to === null ? `${from}+` : `${from}..${to}`
  return tracer(dataDir, file, '/dev/null', [
    `trace=${call}`,
    `inject=${call}:error=${error}:when=${when}`,
  ])
}

/** A tracer that looks at the calls on one file only. */
function tracer(
  dataDir: string,
  file: Failing['file'],
  trace: string,
  what: readonly string[],
): string[] {
  const path = join(dataDir, FILES[file])
  return ['strace', '-f', '-o', trace, '-P', path, ...what.flatMap((each) => ['-e', each])]
}
