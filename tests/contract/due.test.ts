import { expect, test } from 'vitest'
import { openChart, outside, prescribed, started, t } from './support/tablet.ts'

const HOUR = 60
const DAY = 24 * HOUR

test('TIME-4, TIME-8: the due list of a ward: each open chart, the most urgent first, with all that is due on it', async () => {
  const ward = await outside()
  const waiting = await openChart(ward)
  const running = await started(ward)
  await ward.clock(DAY + HOUR)
  const { status, body } = await ward.call('rn.adams', 'GET', '/api/wards/7-west/due')
  expect(status).toBe(200)
  expect(body.now).toBe(t(DAY + HOUR))
  expect(body.charts.map(({ chartId }: { chartId: string }) => chartId)).toEqual([
    running.id,
    waiting.id,
  ])
  const view = await running.view()
  const [chart] = body.charts
  expect(chart).toMatchObject({ patient: view.patient, bed: view.bed })
  expect(chart.due.map(({ from: _, ...item }: { from: string }) => item)).toEqual(view.due)
  expect(chart.due.find(({ kind }: { kind: string }) => kind === 'mo-review')).toMatchObject({
    status: 'overdue',
    priority: 'high',
    owner: 'mo',
    rules: ['TIME-4'],
    from: 'infusionStarted',
  })
})

test('SIGN-6: the list names what wants a pharmacist’s eye, and the last pharmacist review', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  await chart.done('rn.adams', 'recordWeight', { kg: 78, method: 'estimated', reason: 'Bed' })
  const read = async () => (await ward.call('pharm.gray', 'GET', '/api/wards/7-west/due')).body
  expect((await read()).charts[0]).toMatchObject({
    concerns: [{ kind: 'estimated-weight', at: t(0), rules: ['INIT-6'], names: [] }],
    lastPharmacistReview: null,
    lastMoReviewAt: null,
  })
  const signature = { pin: '542098' }
  const review = { concern: 'advice', text: 'Weigh before the next bag' }
  await chart.done('pharm.gray', 'reviewAsPharmacist', review, { signature })
  expect((await read()).charts[0].lastPharmacistReview).toMatchObject({
    at: t(0),
    by: { userId: 'pharm.gray' },
    concern: 'advice',
  })
})

test('the due list of another ward is the same 404 as that of an unknown one, without a session 401', async () => {
  const ward = await outside()
  await prescribed(ward)
  const other = await ward.call('rn.adams', 'GET', '/api/wards/ccu/due')
  const unknown = await ward.call('rn.adams', 'GET', '/api/wards/nowhere/due')
  expect([other.status, unknown.status]).toEqual([404, 404])
  expect(other.body).toEqual(unknown.body)
  expect((await ward.call(null, 'GET', '/api/wards/7-west/due')).status).toBe(401)
  const own = await ward.call('rn.ivers', 'GET', '/api/wards/ccu/due')
  expect([own.status, own.body.charts]).toEqual([200, []])
})

test('TIME-4, SIGN-6: over HTTP a nurse signs no MO review, an MO does, and its clock starts anew', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const fields = { effect: 'In range', bleeding: 'none', clots: 'none', orderStands: true }
  await ward.clock(22 * HOUR)
  const signature = { pin: '310274' }
  const refused = await chart.send('rn.adams', 'reviewInfusion', fields, {
    signature: { pin: '204811' },
  })
  expect([refused.status, refused.body.rules]).toEqual([403, ['SIGN-2']])
  const entry = await chart.done('mo.chen', 'reviewInfusion', fields, { signature })
  expect(entry).toMatchObject({ kind: 'infusionReviewed', by: { role: 'MO' } })
  const item = (await chart.view()).due.find(({ kind }: { kind: string }) => kind === 'mo-review')
  expect(item).toMatchObject({ dueAt: t(44 * HOUR), overdueAt: t(46 * HOUR) })
})

test('SIGN-2: a nurse’s change of rate asks for the MO told, and naming one closes it; twice is refused', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(7 * HOUR)
  const { seq: resultSeq } = await chart.done('rn.adams', 'recordResult', {
    text: '98.0',
    sample: { collectedAt: t(7 * HOUR), site: 'away-from-heparin' },
  })
  const { rateMlPerHour } = (await chart.view()).infusion
  const act = await chart.twice(
    'changeRate',
    { resultSeq, newRateMlPerHour: rateMlPerHour - 2 },
    {
      checkedResultText: '98.0',
      checkedCollectedAt: t(7 * HOUR),
      checkedRateMlPerHour: rateMlPerHour - 2,
      pumpReadBackMlPerHour: rateMlPerHour - 2,
    },
  )
  const told = async () =>
    (await chart.view()).due.filter(({ kind }: { kind: string }) => kind === 'mo-told')
  expect(await told()).toMatchObject([
    {
      dueAt: t(8 * HOUR),
      overdueAt: null,
      owner: 'nurse',
      rules: ['SIGN-2'],
      anchor: { seq: act.seq },
    },
  ])
  const name = { actSeq: act.seq, moTold: { name: 'Dr Chen', at: t(7 * HOUR) } }
  await chart.done('rn.baker', 'nameMoTold', name)
  expect(await told()).toEqual([])
  const again = await chart.send('rn.baker', 'nameMoTold', name)
  expect([again.status, again.body.type]).toEqual([422, '/problems/no-mo-to-name'])
})
