import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientOfWard } from './support/clientOfWard.ts'
import { emptySqliteWard, folderForTest, type Settings } from './support/emptyWard.ts'
import { measured, sized } from './support/experiment.ts'
import { newLedger } from './support/ledger.ts'
import { patientCourse } from './support/patientCourse.ts'
import { planted } from './support/planted.ts'
import { startServer } from './support/serverProcess.ts'
import { signIn } from './support/signIn.ts'
import { minute, siteAt } from './support/site.ts'
import { forcedBeforeTold, tracedTo } from './support/trace.ts'
import { watchWard } from './support/viewer.ts'

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
