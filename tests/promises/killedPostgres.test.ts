import { expect, test } from 'vitest'
import { chanceOf } from './support/chance.ts'
import { emptyPostgresWard } from './support/emptyWard.ts'
import { measured, sized } from './support/experiment.ts'
import { killAgainAndAgain } from './support/killing.ts'
import { postgresRecord } from './support/storedRecord.ts'

const KILLS = sized(3, 300)

test('CHART-1: what was acknowledged survives kill -9 of the server on PostgreSQL', async () => {
  const settings = await emptyPostgresWard()

  const { kills, acknowledged, inDoubt, faults } = await killAgainAndAgain(
    {
      settings,
      record: () => postgresRecord(settings.DATABASE_URL),
      chance: chanceOf(402_101),
      mrns: '83',
    },
    KILLS,
  )

  expect(faults).toEqual([])
  expect(acknowledged).toBeGreaterThan(kills)
  measured({
    promise: 1,
    what: 'Server on PostgreSQL killed with -9 at instants of chance, outside ledger of what was told',
    figure: `${kills} kills, ${acknowledged} acknowledged: 0 lost, 0 doubled; ${inDoubt} lost replies asked for again`,
  })
})
