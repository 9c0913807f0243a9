import { expect, test } from 'vitest'
import {
  type CourseChart,
  openChart,
  opening,
  outside,
  prescription,
  resulted,
  started,
  t,
  type View,
} from './support/tablet.ts'

const dueOf = async (chart: CourseChart, kind: string) =>
  (await chart.view()).due.filter((item: View) => item.kind === kind)
const change = (protocol: 'vte' | 'nstemi' | 'stroke') =>
  prescription(protocol, { bolusUnits: null, rateMlPerHour: null })

test('CHART-7: at a change of protocol the longer hold counts, the restart rate stays', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '120')
  await chart.done('rn.adams', 'stopInfusion', {
    reason: 'nomogram',
    resultSeq: body.entry.seq,
  })
  await ward.clock(430)
  await chart.done('mo.chen', 'prescribe', change('stroke'))
  expect((await chart.view()).infusion.stop).toMatchObject({
    restartNotBefore: t(520),
    restartRateMlPerHour: 12,
  })
  await chart.done('mo.chen', 'prescribe', change('vte'))
  expect((await chart.view()).infusion.stop.restartNotBefore).toBe(t(520))
})

test('CHART-7: after a change of protocol the daily APTT comes 6 h after the change at latest', async () => {
  const ward = await outside()
  const chart = await started(ward)
  for (const at of [360, 720]) {
    const { body } = await resulted(ward, chart, at, '60')
    await chart.done('rn.adams', 'keepRate', { resultSeq: body.entry.seq })
  }
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(2160) }])
  await ward.clock(800)
  await chart.done('mo.chen', 'prescribe', change('nstemi'))
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(1160) }])
  expect((await chart.view()).therapeuticRun).toBe(0)
})

test('INIT-6: a measured weight that changes the dose changes no rate: an MO looks at it', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(60)
  await chart.done('rn.adams', 'recordWeight', { kg: 77.8, method: 'measured' })
  expect(await dueOf(chart, 'mo-decision')).toEqual([])
  await chart.done('rn.adams', 'recordWeight', { kg: 95, method: 'measured' })
  expect((await chart.view()).infusion.rateMlPerHour).toBe(14)
  expect(await dueOf(chart, 'mo-decision')).toMatchObject([{ owner: 'mo', rules: ['INIT-6'] }])
})

test('characters that no name has are refused, others are kept as they came', async () => {
  const ward = await outside()
  const patient = {
    mrn: '88',
    surname: 'Nguyễn',
    given: 'Ali\u00a0',
    dateOfBirth: '1951-03-09',
    sex: 'F',
  }
  const chart = await openChart(ward, { patient })
  expect((await chart.view()).patient).toEqual(patient)
  for (const mrn of ['8\u00008', ' ', '']) {
    const answer = await ward.call(
      'rn.adams',
      'POST',
      '/api/charts',
      opening(ward, { patient: { ...patient, mrn } }),
    )
    expect([mrn, answer.status]).toEqual([mrn, 400])
  }
  const odd = { userId: 'rn.adams\u0000', password: 'demonstration' }
  expect((await ward.call(null, 'POST', '/api/session', odd)).status).toBe(400)
  expect([400, 404]).toContain((await ward.call('rn.adams', 'GET', '/api/charts/%00')).status)
})

test('SIGN-7: a stop stated earlier than a change in effect leaves the infusion off', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  await chart.twice(
    'changeRate',
    { resultSeq: body.entry.seq, newRateMlPerHour: 12 },
    { checkedResultText: '98.0', checkedRateMlPerHour: 12, pumpReadBackMlPerHour: 12 },
  )
  await ward.clock(410)
  await chart.done('rn.adams', 'stopInfusion', { reason: 'concern' }, { at: t(395) })
  expect((await chart.view()).infusion).toMatchObject({ status: 'stopped', rateMlPerHour: null })
})

test('BLEED-0: nobody clears what is not open; clearing starts nothing; two causes need two clearings', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await chart.done('rn.cole', 'ceaseInfusion', { reason: 'suspected-hit' })
  await chart.done('rn.cole', 'ceaseInfusion', { reason: 'head-injury' })
  const clear = (reason: string) =>
    chart.send('mo.chen', 'clearSuspension', { reason, finding: 'x', nextStep: 'y' })
  expect((await clear('allergic-reaction')).status).toBe(422)
  expect((await clear('suspected-hit')).status).toBe(201)
  expect((await chart.view()).infusion).toMatchObject({
    status: 'ceased',
    suspended: ['head-injury'],
  })
  expect((await clear('head-injury')).status).toBe(201)
  expect((await chart.view()).infusion).toMatchObject({ status: 'ceased', suspended: [] })
})
