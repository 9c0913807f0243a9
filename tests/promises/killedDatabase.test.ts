import { expect, test } from 'vitest'
import { openPostgres } from '../../server/openPostgres.ts'
import { carefulNurse } from './support/carefulNurse.ts'
import { emptyPostgresWard } from './support/emptyWard.ts'
import { measured, sized } from './support/experiment.ts'
import { newLedger } from './support/ledger.ts'
import { ownPostgres, until } from './support/ownPostgres.ts'
import { patientCourse } from './support/patientCourse.ts'
import { startServer } from './support/serverProcess.ts'
import { minute } from './support/site.ts'
import { postgresRecord } from './support/storedRecord.ts'
import { send } from './support/wire.ts'

const PATIENTS = sized(3, 60)
const NURSES = 3
/** After so many acknowledgements in all, PostgreSQL is killed, its connections and the whole of it by turns. */
const KILL_EVERY = sized(20, 40)

test('CHART-1: PostgreSQL may be killed and come back: errors meanwhile, then service without a restart, nothing lost', async () => {
  const postgres = await ownPostgres()
  const settings = await emptyPostgresWard(postgres.url)
  const server = await startServer({ env: settings })
  const known = newLedger()
  let kills = 0
  let killing = Promise.resolve()
  const ledger = {
    ...known,
    acknowledged(entry: Parameters<typeof known.acknowledged>[0]) {
      known.acknowledged(entry)
      if (known.counts().acknowledged % KILL_EVERY !== 0) return
      kills += 1
      killing =
        kills % 2 === 1
          ? postgres.killBackends()
          : postgres.kill().then(() => postgres.startAgain())
    },
  }
  const answered = () =>
    until(async () => {
      const { status } = await send({ address: server.address, method: 'GET', path: '/api/health' })
      return status === 200
    })
  const nurses = Array.from({ length: NURSES }, (_, nurse) =>
    carefulNurse(
      (function* () {
        for (let patient = nurse; patient < PATIENTS; patient += NURSES) {
          yield* patientCourse(`86${patient}`, minute(0), () => undefined)
        }
      })(),
      ledger,
    ),
  )

  await Promise.all(nurses.map((nurse) => nurse.work(server.address, answered)))
  await killing
  await answered()
  const record = await postgresRecord(settings.DATABASE_URL)
  server.kill('SIGKILL')
  await server.ended

  expect(known.faultsOf(record)).toEqual([])
  expect(known.counts().acknowledged).toBe(PATIENTS * 18)
  const failed = nurses.reduce((sum, nurse) => sum + nurse.seen().failed, 0)
  expect(failed).toBeGreaterThan(0)
  measured({
    promise: 2,
    what: 'PostgreSQL killed with -9 under a serving process, its connections and the whole of it by turns',
    figure: `${kills} kills, ${failed} replies 503, ${known.counts().acknowledged} acknowledged: 0 lost, 0 doubled; service resumed each time without a restart`,
  })
})

test('CHART-1: a PostgreSQL that does not force its log to the disk is refused', async () => {
  const postgres = await ownPostgres()
  await postgres.kill()
  await postgres.startAgain({ from: 'fsync=on', to: 'fsync=off' })

  await expect(openPostgres(postgres.url, 'heparin_chart')).rejects.toThrow('fsync = off')
})
