import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  BAG,
  type CourseChart,
  changedOn,
  openChart,
  opening,
  outside,
  prescribed,
  prescription,
  resulted,
  started,
  t,
  type View,
} from './support/tablet.ts'

const dueOf = async (chart: CourseChart, kind: string) =>
  (await chart.view()).due.filter((item: View) => item.kind === kind)

test('CHART-8: one open chart for an MRN; closed only when ceased; then another may be opened', async () => {
  const ward = await outside()
  const chart = await prescribed(ward)
  const { patient } = await chart.view()
  const again = () => ward.call('rn.adams', 'POST', '/api/charts', opening(ward, { patient }))
  const second = await again()
  expect([second.status, ...second.body.rules]).toEqual([409, 'CHART-8'])
  await chart.twice(
    'startInfusion',
    { rateMlPerHour: 14, bag: BAG },
    { checkedRateMlPerHour: 14, pumpReadBackMlPerHour: 14 },
  )
  const close = () => chart.send('mo.chen', 'closeChart', { reason: 'Course over' })
  const running = await close()
  expect([running.status, ...running.body.rules]).toEqual([422, 'CHART-8'])
  await chart.done('rn.adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  expect((await close()).status).toBe(201)
  const view = await chart.view()
  expect([view.open, view.due]).toEqual([false, []])
  const board = await ward.call('rn.adams', 'GET', '/api/wards/7-west/board')
  expect(board.body.charts.map((each: View) => each.chartId)).not.toContain(chart.id)
  const note = await chart.send('rn.adams', 'writeNote', { text: 'x' })
  expect([note.status, ...note.body.rules]).toEqual([422, 'CHART-8'])
  expect((await again()).status).toBe(201)
})

test('CHART-8: a transfer moves the chart: the old ward no longer sees it, the new one does', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const nowhere = await chart.send('rn.adams', 'transferWard', { wardId: '9-east', bed: '1' })
  expect([404, 422]).toContain(nowhere.status)
  const id = randomUUID()
  const body = {
    commandId: id,
    expectedVersion: 0,
    kind: 'transferWard',
    happenedAt: ward.now(),
    wardId: 'ccu',
    bed: '3',
  }
  const move = () => ward.call('rn.adams', 'POST', `${chart.path}/commands`, body)
  const moved = await move()
  expect(moved.status).toBe(201)
  expect((await ward.call('rn.adams', 'GET', chart.path)).status).toBe(404)
  expect((await ward.call('rn.adams', 'GET', `${chart.path}/entries`)).status).toBe(404)
  expect((await ward.call('rn.baker', 'POST', `${chart.path}/commands`, body)).status).toBe(404)
  const theirs = await ward.call('rn.ivers', 'GET', chart.path)
  expect(theirs.body).toMatchObject({ wardId: 'ccu', bed: '3', infusion: { status: 'running' } })
  const boards = await Promise.all([
    ward.call('rn.adams', 'GET', '/api/wards/7-west/board'),
    ward.call('rn.ivers', 'GET', '/api/wards/ccu/board'),
  ])
  expect(boards.map((board) => board.body.charts.length)).toEqual([0, 1])
  const again = await move()
  expect([again.status, again.body]).toEqual([201, moved.body])
  const found = await ward.call('rn.adams', 'GET', `${chart.path}/commands/${id}`)
  expect(found.body).toEqual(moved.body)
})

test('CHART-1: striking out: by the author or an MO, once, with a reason; the entry stays readable', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await chart.done('rn.baker', 'writeNote', { text: 'A note' })
  const { seq: struckSeq } = await chart.view()
  const strike = (user: string) =>
    chart.send(user, 'strikeOut', { struckSeq, reason: 'Wrong chart' })
  const other = await strike('rn.adams')
  expect([other.status, ...other.body.rules]).toEqual([403, 'CHART-1'])
  expect((await strike('rn.baker')).status).toBe(201)
  expect((await strike('mo.chen')).status).toBe(422)
  expect((await chart.view()).owed).toEqual([])
  const texts = (await chart.entries()).map((entry) => entry.text)
  expect(texts).toContain('A note')
  for (const odd of [1, 999]) {
    const answer = await chart.send('mo.chen', 'strikeOut', { struckSeq: odd, reason: 'x' })
    expect([odd, answer.status]).toEqual([odd, 422])
  }
})

test('CHART-1: a struck entry that had set the rate: unconfirmed, no rate, until two people have read the pump', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  const act = await changedOn(chart, body.entry.seq, 12, '98.0')
  const strike = await chart.done('mo.chen', 'strikeOut', { struckSeq: act.seq, reason: 'Misread' })
  let view = await chart.view()
  expect(view.infusion.rateMlPerHour).toBeNull()
  expect(view.owed).toContain(strike.seq)
  expect(view.due.map((item: View) => item.kind)).toContain('mo-decision')
  const change = await chart.send('rn.adams', 'changeRate', {
    resultSeq: body.entry.seq,
    newRateMlPerHour: 12,
  })
  expect(change.status).toBe(422)
  const found = await chart.done('rn.adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 13,
    reason: 'Read after the strike-out',
  })
  expect((await chart.view()).infusion.rateMlPerHour).toBeNull()
  expect((await chart.countersign('rn.baker', found.seq)).status).toBe(201)
  view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: 13 })
  expect((await chart.countersign('rn.baker', strike.seq)).status).toBe(201)
})

test('CHART-1: a struck result not acted on is struck-out, and its right value is entered as the same sample', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  await chart.done('rn.adams', 'strikeOut', { struckSeq: body.entry.seq, reason: 'Typing error' })
  const [struck] = (await chart.view()).results
  expect(struck.use).toBe('struck-out')
  const right = await chart.done('rn.adams', 'recordResult', {
    text: '89.0',
    sample: body.entry.sample,
  })
  expect(right).toMatchObject({ use: 'usable', advice: { kind: 'no-change' } })
})

test('CHART-10: a pump found at another rate: the rate from then, owed, an MO decides first; counts as a change', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(100)
  const fact = (more: object, user = 'rn.cole') =>
    chart.send(user, 'recordBedsideFact', { reason: 'Found so', ...more }, { version: 0 })
  for (const more of [
    { fact: 'pump-found-at' },
    { fact: 'pump-found-at', rateMlPerHour: 0 },
    { fact: 'pump-found-at', rateMlPerHour: 61 },
    { fact: 'bolus-given' },
    { fact: 'bolus-given', units: 0 },
  ]) {
    expect([more, [400, 422].includes((await fact(more)).status)]).toEqual([more, true])
  }
  expect((await fact({ fact: 'sang' })).status).toBe(400)
  const found = await fact({ fact: 'pump-found-at', rateMlPerHour: 20 })
  expect(found.status).toBe(201)
  const view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: 20, since: t(100) })
  expect(view.owed).toEqual([found.body.entry.seq])
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(460) }])
  expect(await dueOf(chart, 'mo-decision')).toMatchObject([{ rules: ['CHART-10'] }])
  const low = await resulted(ward, chart, 460, '42')
  const raise = { resultSeq: low.body.entry.seq, newRateMlPerHour: 21 }
  const barred = await chart.send('rn.adams', 'changeRate', raise)
  expect([barred.status, ...barred.body.rules]).toEqual([422, 'CHART-10'])
  await chart.done('mo.chen', 'orderRate', { resultSeq: null, rateMlPerHour: 20, reason: 'Stands' })
  expect((await chart.send('rn.adams', 'changeRate', raise)).status).toBe(201)
})

test('CHART-10: infusion found running after a stop, and found off, are facts', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(100)
  await chart.done('rn.adams', 'stopInfusion', { reason: 'concern' })
  await ward.clock(120)
  await chart.done('rn.adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 14,
    reason: 'Still running',
  })
  expect((await chart.view()).infusion).toMatchObject({ status: 'running', rateMlPerHour: 14 })
})

test('CHART-10, SIGN-8: pump not changed ends the card; a later check finds nothing', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  const change = { resultSeq: body.entry.seq, newRateMlPerHour: 12 }
  const act = await chart.done('rn.adams', 'changeRate', change)
  const figures = { checkedResultText: '98.0', checkedRateMlPerHour: 12 }
  await chart.check('rn.baker', act.seq, figures)
  await chart.done('rn.adams', 'recordBedsideFact', { fact: 'pump-not-changed', reason: 'Alarm' })
  const view = await chart.view()
  expect(view.pending).toBeNull()
  expect(view.infusion.rateMlPerHour).toBe(14)
  const late = await chart.countersign('rn.baker', act.seq, {
    ...figures,
    pumpReadBackMlPerHour: 12,
  })
  expect([late.status, ...late.body.rules]).toEqual([422, 'SIGN-8'])
  expect((await chart.send('rn.adams', 'changeRate', change)).status).toBe(201)
})

test('CHART-10: a bolus given at the bedside is a fact that moves the 6 h and is not given again', async () => {
  const ward = await outside()
  const chart = await prescribed(ward)
  await chart.twice(
    'startInfusion',
    { rateMlPerHour: 14, bag: BAG },
    { checkedRateMlPerHour: 14, pumpReadBackMlPerHour: 14 },
  )
  await ward.clock(30)
  await chart.done('rn.cole', 'recordBedsideFact', {
    fact: 'bolus-given',
    units: 6000,
    reason: 'Given in haste',
  })
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(390) }])
  const again = await chart.send('rn.adams', 'giveBolus', { orderSeq: 3, units: 6000 })
  expect(again.status).toBe(422)
})

test('SIGN-7: a dose act stated before one in effect is no order', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  await changedOn(chart, body.entry.seq, 12, '98.0')
  await ward.clock(440)
  const order = { resultSeq: null, rateMlPerHour: 11, reason: 'x' }
  const deviation = { reason: 'x', instructions: 'y' }
  const { seq: orderSeq } = await chart.done('amo.haddad', 'orderRate', { ...order, deviation })
  const fields = { orderSeq, newRateMlPerHour: 11 }
  const early = await chart.send('rn.adams', 'changeRate', fields, { at: t(399) })
  expect([early.status, early.body.rules[0]]).toEqual([422, 'SIGN-7'])
  expect((await chart.send('rn.adams', 'changeRate', fields)).status).toBe(201)
})

test('DEV-1: this act; until an instant; until ended: no nomogram advice meanwhile, a stop still', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const deviation = { reason: 'x', instructions: 'y', until: t(700) }
  const order = { resultSeq: null, rateMlPerHour: 16, reason: 'AMO', deviation }
  const { seq: orderSeq } = await chart.done('amo.haddad', 'orderRate', order)
  await chart.twice(
    'changeRate',
    { orderSeq, newRateMlPerHour: 16 },
    { checkedRateMlPerHour: 16, pumpReadBackMlPerHour: 16 },
  )
  expect((await chart.view()).infusion.rateMlPerHour).toBe(16)
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(360) }])
  const within = await resulted(ward, chart, 360, '98.0')
  expect([within.body.use, within.body.advice]).toEqual(['usable', null])
  const change = { resultSeq: within.body.entry.seq, newRateMlPerHour: 14 }
  const held = await chart.send('rn.adams', 'changeRate', change)
  expect([held.status, ...held.body.rules]).toEqual([422, 'DEV-1'])
  const after = await resulted(ward, chart, 700, '98.0')
  expect(after.body.advice).toMatchObject({ kind: 'change', newRateMlPerHour: 14 })
  const next = { resultSeq: after.body.entry.seq, newRateMlPerHour: 14 }
  expect((await chart.send('rn.adams', 'changeRate', next)).status).toBe(201)
})

test('NOMO-12: a baseline result is on the chart before anything is prescribed and titrates nothing', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const { body } = await resulted(ward, chart, 0, '30.1')
  expect([body.use, body.advice]).toEqual(['baseline', null])
  await chart.done('rn.adams', 'recordWeight', { kg: 78, method: 'measured' })
  await chart.done('mo.chen', 'prescribe', prescription('vte'))
  await ward.clock(60)
  await chart.twice(
    'startInfusion',
    { rateMlPerHour: 14, bag: BAG },
    { checkedRateMlPerHour: 14, pumpReadBackMlPerHour: 14 },
  )
  const change = { resultSeq: body.entry.seq, newRateMlPerHour: 15 }
  const answer = await chart.send('rn.adams', 'changeRate', change)
  expect(answer.status).toBe(422)
  expect(answer.body.rules).toContain('NOMO-12')
})

test('TIME-2: a collected tube: its result is due at 60 min, overdue at 2 h, nurse’s and MO’s', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(360)
  const { seq } = await chart.done('rn.adams', 'recordCollection', { site: 'away-from-heparin' })
  const [item] = await dueOf(chart, 'aptt-result')
  expect(item).toMatchObject({
    dueAt: t(420),
    overdueAt: t(480),
    owner: 'nurse-and-mo',
    rules: ['TIME-2'],
    anchor: { seq, at: t(360) },
  })
  const { body } = await resulted(ward, chart, 361, '98.0')
  expect(await dueOf(chart, 'aptt-result')).toEqual([])
  expect(await dueOf(chart, 'titration')).toMatchObject([
    { dueAt: t(401), overdueAt: t(431), owner: 'nurse', anchor: { seq: body.entry.seq } },
  ])
})

test('TIME-8: a result that says stop is overdue after 5 minutes', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '120.0')
  expect(await dueOf(chart, 'titration')).toMatchObject([
    { dueAt: t(400), overdueAt: t(405), anchor: { seq: body.entry.seq } },
  ])
})
