import { expect, test } from 'vitest'
import { chanceOf } from './support/chance.ts'
import { emptySqliteWard } from './support/emptyWard.ts'
import { measured, sized } from './support/experiment.ts'
import { killAgainAndAgain } from './support/killing.ts'
import { sqliteRecord } from './support/storedRecord.ts'

/** Two installations at a time, so that both cores have work. */
const LANES = sized(1, 2)
const KILLS = sized(6, 500)

test('CHART-1: what was acknowledged survives kill -9 of the server on the embedded database', async () => {
  const lanes = await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      const settings = await emptySqliteWard()
      const record = () => sqliteRecord(settings.DATA_DIR)
      const chance = chanceOf(402_001 + lane)
      return killAgainAndAgain({ settings, record, chance, mrns: '81' }, KILLS)
    }),
  )

  expect(lanes.flatMap(({ faults }) => faults)).toEqual([])
  const sum = (of: 'kills' | 'acknowledged' | 'inDoubt') =>
    lanes.reduce((all, lane) => all + lane[of], 0)
  expect(sum('acknowledged')).toBeGreaterThan(sum('kills'))
  measured({
    promise: 1,
    what: 'Server on the embedded database killed with -9 at instants of chance, outside ledger of what was told',
    figure: `${sum('kills')} kills, ${sum('acknowledged')} acknowledged: 0 lost, 0 doubled; ${sum('inDoubt')} lost replies asked for again`,
  })
})
