import { expect, test } from 'vitest'
import { at, runningVte } from './support/course.ts'
import { newId } from './support/databases.ts'
import { sharedTablet } from './support/sharedTablet.ts'
import { startWard } from './support/ward.ts'

const LAST_SHOWN = '2027-03-10T04:45:00Z'

/** A tablet of the ward with nobody signed in, half an hour after the last entry (seq 9) of a running chart. */
async function stand() {
  const ward = await startWard()
  const { chart } = await runningVte(ward)
  const tablet = sharedTablet(ward)
  await tablet.signIn('rn.cole')
  await tablet.delete('/api/session')
  at(ward, '2027-03-10T05:20:00Z')
  const bring = (command: object, more: object = {}) =>
    tablet.post(`/api/charts/${chart.id}/captured`, { author: null, command, seenSeq: 9, ...more })
  return { ward, chart, tablet, bring }
}

/** Nobody stated the time: the tablet worked it out when it could send. */
const COUNTED = { isTimeCounted: true }

function stop(more: object = {}) {
  return {
    commandId: newId(),
    expectedVersion: 8,
    kind: 'stopInfusion',
    reason: 'concern',
    happenedAt: '2027-03-10T05:00:00Z',
    ...more,
  }
}

test('SIGN-5, H23: two pages that give one stop two times make one entry with the first, and neither is refused', async () => {
  const { bring, chart } = await stand()
  const command = stop()
  const first = await bring(command, COUNTED)
  const counted = { happenedAt: '2027-03-10T05:00:07Z', lateReason: 'By another page.' }
  const later = await bring({ ...command, ...counted }, COUNTED)
  expect([first.status, later.status]).toEqual([201, 201])
  expect(later.body).toEqual(first.body)
  expect(later.body.entry.happenedAt).toBe('2027-03-10T05:00:00Z')
  expect((await chart.view()).seq).toBe(first.body.entry.seq)
})

test('another stop under the id of one is refused, and so is another time that a person stated', async () => {
  const { bring, chart, tablet } = await stand()
  const command = stop()
  await bring(command, COUNTED)
  const others = [
    { ...command, reason: 'nomogram', resultSeq: 9 },
    { ...command, kind: 'ceaseInfusion', reason: 'suspected-major-bleed' },
    { ...command, expectedVersion: 7 },
  ]
  for (const other of others) expect((await bring(other, COUNTED)).status).toBe(422)

  const stated = stop()
  await bring(stated)
  const restated = { ...stated, happenedAt: '2027-03-10T05:00:07Z' }
  expect((await bring(restated)).status).toBe(422)
  expect((await bring(restated, COUNTED)).status).toBe(422)
  await tablet.signIn('rn.cole')
  const inSession = stop({ signature: { pin: '665019' } })
  await tablet.post(`/api/charts/${chart.id}/commands`, inSession)
  const elsewhen = { ...inSession, signature: undefined, happenedAt: '2027-03-10T05:00:07Z' }
  expect((await bring(elsewhen, COUNTED)).status).toBe(422)
})

test('SIGN-7, H11: a time that a tablet only counted is not before what it showed when the stop was made', async () => {
  const { bring, chart } = await stand()
  const tooEarly = '2027-03-09T21:45:00Z'
  const reply = await bring(stop({ happenedAt: tooEarly }), COUNTED)
  expect(reply).toMatchObject({
    status: 201,
    body: {
      entry: {
        happenedAt: LAST_SHOWN,
        lateReason: expect.stringMatching(/clock of the tablet was set/),
        captured: { statedAt: tooEarly },
        rateBeforeMlPerHour: 14,
      },
    },
  })
  expect((await chart.view()).infusion).toMatchObject({ status: 'stopped' })
})

test('SIGN-7: a time that a person stated stands, however early, and so does a counted one after what was shown', async () => {
  const stated = await (await stand()).bring(stop({ happenedAt: '2027-03-10T04:30:00Z' }))
  expect(stated.body.entry.happenedAt).toBe('2027-03-10T04:30:00Z')
  const counted = await (await stand()).bring(stop(), COUNTED)
  expect(counted.body.entry.happenedAt).toBe('2027-03-10T05:00:00Z')
  expect(counted.body.entry.captured).toEqual({ seenVersion: 8 })
})

test('SIGN-5: a counted time is taken as it is where the tablet showed no entry, or one that the chart does not have', async () => {
  for (const seenSeq of [undefined, 99]) {
    const early = stop({ happenedAt: '2027-03-10T04:30:00Z' })
    const reply = await (await stand()).bring(early, { ...COUNTED, seenSeq })
    expect(reply).toMatchObject({
      status: 201,
      body: { entry: { happenedAt: '2027-03-10T04:30:00Z' } },
    })
  }
})
