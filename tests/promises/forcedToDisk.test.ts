import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientOfWard } from './support/clientOfWard.ts'
import { emptySqliteWard, folderForTest, type Settings } from './support/emptyWard.ts'
import { measured, sized } from './support/experiment.ts'
import { CREW, killedAtForcing } from './support/failingDisk.ts'
import { newLedger } from './support/ledger.ts'
import { patientCourse, type Step } from './support/patientCourse.ts'
import { planted } from './support/planted.ts'
import { startServer } from './support/serverProcess.ts'
import { signIn } from './support/signIn.ts'
import { minute, siteAt } from './support/site.ts'
import { sqliteRecord } from './support/storedRecord.ts'
import { forcedBeforeTold, forcedWhatItFound, tracedTo } from './support/trace.ts'
import { watchWard } from './support/viewer.ts'
import { send } from './support/wire.ts'

/** From opening to cease. */
const COMMANDS = 18
const PATIENTS = sized(1, 40)

/** Takes patients from opening to cease over a traced server with one viewer, and gives what the trace shows. */
async function tracedCourses(settings: Settings, patients: number) {
  const trace = join(folderForTest(), 'trace')
  const server = await startServer({ env: settings, under: tracedTo(trace) })
  const site = siteAt([server.address])
  const ledger = newLedger()
  const all = patients * COMMANDS
  let seen = 0
  let allSeen = () => {}
  const seeing = new Promise<void>((resolve) => {
    allSeen = resolve
  })
  const cookie = await signIn(server.address, 'rn.adams')
  const viewer = watchWard(server.address, cookie, () => {
    seen += 1
    if (seen === all) allSeen()
  })
  await viewer.watching
  for (let patient = 1; patient <= patients; patient += 1) {
    const course = patientCourse(`84${patient}`, minute(0), () => undefined)
    const client = clientOfWard(course, ledger)
    await client.work(
      ({ by, path, command }) => site.ask(by, 'POST', path, command),
      () => false,
    )
  }
  await seeing
  viewer.close()
  server.kill('SIGKILL')
  await server.ended
  return { acknowledged: ledger.counts().acknowledged, ...forcedBeforeTold(trace) }
}

test('CHART-1: every entry is forced to the disk before its 201 and before any tablet is told', async () => {
  const { acknowledged, told, early } = await tracedCourses(await emptySqliteWard(), PATIENTS)

  expect(early).toEqual([])
  expect(acknowledged).toBe(COMMANDS * PATIENTS)
  expect(told).toEqual({ replies: acknowledged, updates: acknowledged })
  measured({
    promise: 1,
    what: 'System calls of a serving process: fsync of the log before the 201 and before the live update (embedded database)',
    figure: `${told.replies} replies and ${told.updates} live updates: 0 left before the fsync`,
  })
})

test('CHART-1: a server that forces nothing to the disk is caught by its system calls', async () => {
  const settings = { ...(await emptySqliteWard()), ...planted('syncOff') }

  const { told, early } = await tracedCourses(settings, 1)

  expect(early).toHaveLength(told.replies + told.updates)
})

test('CHART-1: a server that answers before it commits is caught by its system calls', async () => {
  const settings = { ...(await emptySqliteWard()), ...planted('lateCommit') }

  const { early } = await tracedCourses(settings, 1)

  expect(early).not.toEqual([])
})

/** Kills a server between writing an entry and forcing it, then has the lost reply asked for on one that is traced. */
async function askedAfterKill(plant: Settings) {
  const settings = await emptySqliteWard()
  const ledger = newLedger()
  const client = clientOfWard(
    patientCourse('87', minute(0), () => undefined),
    ledger,
  )
  // The second command is a fact, so that its entry is the first thing that is written for it.
  const under = await killedAtForcing(settings.DATA_DIR, 2)
  const first = await startServer({ env: settings, under })
  const cookies = new Map<string, string>()
  for (const userId of CREW) cookies.set(userId, await signIn(first.address, userId))
  const ask = (address: string) => (step: Step) => {
    const { by, path, command } = step
    return send({ address, method: 'POST', path, body: command, cookie: cookies.get(by) ?? null })
  }
  await client.work(ask(first.address), () => false)
  await first.ended
  expect(client.inDoubt()?.command.kind).toBe('recordWeight')
  const written = sqliteRecord(settings.DATA_DIR).entries.map(({ kind }) => kind)

  const trace = join(folderForTest(), 'trace')
  const again = await startServer({ env: { ...settings, ...plant }, under: tracedTo(trace) })
  await client.work(ask(again.address), () => true)
  again.kill('SIGKILL')
  await again.ended
  return {
    written,
    faults: ledger.faultsOf(sqliteRecord(settings.DATA_DIR)),
    isForced: forcedWhatItFound(trace),
  }
}

test('CHART-1: an entry that a killed server had written and not forced is forced before it is acknowledged', async () => {
  const { written, faults, isForced } = await askedAfterKill({})

  expect(written).toEqual(['chartOpened', 'weightRecorded'])
  expect(faults).toEqual([])
  expect(isForced).toBe(true)
})

test('CHART-1: a server that takes what it finds for what is on the disk is caught', async () => {
  const { written, isForced } = await askedAfterKill(planted('fakeProof'))

  expect(written).toEqual(['chartOpened', 'weightRecorded'])
  expect(isForced).toBe(false)
})
