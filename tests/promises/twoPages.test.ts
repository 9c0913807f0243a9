import { expect, test } from 'vitest'
import type { Act } from '../../src/store/sending.ts'
import { emptyDisk, openPage } from './support/outboxTablet.ts'
import { NOW, stopStand } from './support/stopStand.ts'

const NOTE: Act = { kind: 'writeNote', expectedVersion: 8, happenedAt: NOW, text: 'Seen by me' }
const STOP: Act = {
  kind: 'ceaseInfusion',
  reason: 'suspected-major-bleed',
  expectedVersion: 8,
  happenedAt: NOW,
  signature: { pin: '665019' },
}

/** The page of rn.cole on a tablet on whose other page rn.baker has signed in since; nothing has told it. */
async function pageOfCole() {
  const stand = await stopStand()
  const page = await openPage(stand.tablet, emptyDisk(), stand.chartId)
  await stand.tablet.signIn('rn.baker')
  const entries = async () => (await stand.ward.services.store.record(stand.chartId))?.entries ?? []
  return { ...stand, page, entries }
}

test('H15, SIGN-7: what is sent from the page of one person is not recorded as that of another, who has come on the other page', async () => {
  const { page, chartId, entries } = await pageOfCole()
  const before = (await entries()).length
  expect(await page.store.send(chartId, NOTE)).toMatchObject({
    problem: { type: '/problems/another-person' },
  })
  expect(await entries()).toHaveLength(before)
  expect(page.store.state.getState().session).toMatchObject({ status: 'signed-out' })
})

test('SIGN-5, H23: a stop from such a page is on the record at once, and is not the other’s', async () => {
  const { page, chartId, entries } = await pageOfCole()
  expect(await page.store.send(chartId, STOP)).toMatchObject({ kind: 'accepted' })
  const ceased = (await entries()).findLast(({ kind }) => kind === 'infusionCeased')
  expect(ceased?.by?.userId).not.toBe('rn.baker')
})
