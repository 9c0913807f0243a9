import { expect, test } from 'vitest'
import { settle } from '../../server/settle.ts'
import { runningVte } from './support/course.ts'
import { newId } from './support/databases.ts'
import { startWard } from './support/ward.ts'

test('SIGN-8: a command that another server recorded between the look for it and the reading of the chart is found, not decided again', async () => {
  const ward = await startWard()
  const { store } = ward.services
  const { chart, adams } = await runningVte(ward)
  const commandId = newId()
  const first = await chart.done(adams, 'writeNote', { text: 'Once', commandId })
  const kept = await store.kept(chart.id, commandId)
  let looks = 0
  const entry = await settle(
    {
      store: {
        ...store,
        kept: async (chartId, id) => {
          looks += 1
          return looks === 1 ? null : store.kept(chartId, id)
        },
      },
      publish: () => undefined,
    },
    {
      chartId: chart.id,
      commandId,
      hash: kept?.commandHash ?? '',
      expectedVersion: 0,
      isStop: false,
      decide: () => {
        throw new Error('It was decided again.')
      },
    },
  )
  expect(entry).toEqual(first.body.entry)
})
