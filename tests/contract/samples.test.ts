import { expect, test } from 'vitest'
import {
  type CourseChart,
  changedOn,
  type Outside,
  outside,
  prescription,
  resulted,
  started,
  t,
  type View,
} from './support/tablet.ts'

const stateOf = async (chart: CourseChart, seq: number) =>
  (await chart.view()).results.find((result: View) => result.seq === seq)?.use

const dueOf = async (chart: CourseChart, kind: string) =>
  (await chart.view()).due.filter((item: View) => item.kind === kind)

/** Records a result with its own collection time at the clinical clock. */
async function direct(chart: CourseChart, text: string, minutes: number, more: object = {}) {
  const sample = { collectedAt: t(minutes), site: 'away-from-heparin', ...more }
  const answer = await chart.send('rn.adams', 'recordResult', { text, sample })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

async function refusedAs(chart: CourseChart, resultSeq: number, rate: number) {
  const answer = await chart.send('rn.adams', 'changeRate', { resultSeq, newRateMlPerHour: rate })
  return [answer.status, ...answer.body.rules]
}

test('NOMO-9: baseline, stale, early, usable, old by the minute of collection', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(480)
  const cases: [number, string][] = [
    [-30, 'baseline'],
    [0, 'baseline'],
    [1, 'early'],
    [329, 'early'],
    [330, 'usable'],
    [480, 'usable'],
  ]
  for (const [minutes, use] of cases) {
    const body = await direct(chart, '98.0', minutes)
    expect([minutes, body.use, body.entry.use]).toEqual([minutes, use, use])
    expect(await stateOf(chart, body.entry.seq)).toBe(use)
  }
})

test('NOMO-9: usable becomes old more than 6 hours after collection, and an MO decides then', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  const { seq } = body.entry
  await ward.clock(720)
  expect(await stateOf(chart, seq)).toBe('usable')
  await ward.clock(721)
  expect(await stateOf(chart, seq)).toBe('old')
  expect(await refusedAs(chart, seq, 12)).toEqual([422, 'NOMO-9', 'NOMO-17'])
  const [recollect] = await dueOf(chart, 'aptt-collection')
  expect(['due', 'overdue']).toContain(recollect.status)
  const [question] = await dueOf(chart, 'mo-decision')
  expect(question).toMatchObject({ owner: 'mo' })
  const order = { resultSeq: seq, rateMlPerHour: 12, reason: 'Change now, sample again' }
  const { seq: orderSeq } = await chart.done('mo.chen', 'orderRate', order)
  await chart.twice(
    'changeRate',
    { orderSeq, newRateMlPerHour: 12 },
    { checkedResultText: '98.0', checkedRateMlPerHour: 12, pumpReadBackMlPerHour: 12 },
  )
  expect((await chart.view()).infusion.rateMlPerHour).toBe(12)
})

test('NOMO-9: an early result waits for an MO: this row now, another figure is a deviation, or wait', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(300)
  const { entry, use, advice } = await direct(chart, '98.0', 300)
  expect([use, advice.kind]).toEqual(['early', 'change'])
  const resultSeq = entry.seq
  expect(await refusedAs(chart, resultSeq, 12)).toEqual([422, 'NOMO-9', 'NOMO-17'])
  const order = (rateMlPerHour: number, user = 'mo.chen', more: object = {}) =>
    chart.send(user, 'orderRate', { resultSeq, rateMlPerHour, reason: 'x', ...more })
  const deviation = { reason: 'x', instructions: 'y' }
  expect((await order(13)).status).toBe(422)
  expect((await order(13, 'mo.chen', { deviation })).status).toBe(403)
  expect((await order(13, 'mo.chen', { deviation })).body.rules).toContain('DEV-1')
  expect((await order(13, 'reg.silva', { deviation })).status).toBe(422)
  const named = { deviation: { ...deviation, amo: 'Haddad' } }
  expect((await order(60.1, 'reg.silva', named)).status).toBe(422)
  expect((await order(13, 'reg.silva', named)).status).toBe(201)
  expect((await order(13, 'amo.haddad', { deviation })).status).toBe(201)
  expect((await order(12)).status).toBe(201)
  expect((await order(14)).status).toBe(201)
  expect(await dueOf(chart, 'mo-decision')).toEqual([])
})

test('NOMO-9: a sample before the last change is stale; the refusal tells both times', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const first = await resulted(ward, chart, 360, '98.0')
  await changedOn(chart, first.body.entry.seq, 12, '98.0')
  const late = await direct(chart, '60.0', 400)
  expect(late.use).toBe('stale')
  const answer = await chart.send('rn.adams', 'changeRate', {
    resultSeq: late.entry.seq,
    newRateMlPerHour: 11,
  })
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({
    type: '/problems/stale-sample',
    rules: ['NOMO-9'],
    facts: { collectedAt: t(400), changedAt: t(400) },
  })
  expect(answer.body.detail).not.toMatch(/\d{4}-\d{2}/)
})

test('NOMO-9: line, superseded, rejected; each keeps or renews the collection', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(400)
  const line = await direct(chart, '98.0', 350, { site: 'heparin-line-or-limb' })
  expect(line.use).toBe('line')
  expect(await refusedAs(chart, line.entry.seq, 12)).toEqual([422, 'NOMO-9', 'NOMO-13'])
  expect((await dueOf(chart, 'aptt-collection'))[0]).toMatchObject({ dueAt: t(360) })
  const spoilt = await direct(chart, 'haemolysed', 395)
  expect([spoilt.use, spoilt.advice]).toEqual(['rejected', null])
  const kept = await direct(chart, '60.0', 380)
  expect(kept.use).toBe('usable')
  await chart.done('rn.adams', 'keepRate', { resultSeq: kept.entry.seq })
  expect(await stateOf(chart, kept.entry.seq)).toBe('acted')
  const before = await direct(chart, '61.0', 370)
  expect(before.use).toBe('superseded')
  expect(await refusedAs(chart, before.entry.seq, 13)).toEqual([422, 'NOMO-9'])
  expect(await refusedAs(chart, kept.entry.seq, 13)).toEqual([422, 'NOMO-11'])
  const again = await chart.send('rn.adams', 'keepRate', { resultSeq: kept.entry.seq })
  expect([again.status, ...again.body.rules]).toEqual([422, 'NOMO-11'])
})

test('NOMO-9, NOMO-10: a sample drawn while off changes neither the hold nor the restart rate', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const high = await resulted(ward, chart, 360, '120.0')
  expect(high.body.advice).toMatchObject({
    kind: 'stop',
    stopMinutes: 90,
    restartRateMlPerHour: 12,
  })
  await chart.done('rn.adams', 'stopInfusion', {
    reason: 'nomogram',
    resultSeq: high.body.entry.seq,
  })
  await ward.clock(440)
  const off = await direct(chart, '30.0', 435)
  expect([off.use, off.advice]).toEqual(['off', null])
  expect((await chart.view()).infusion.stop).toEqual({
    reason: 'nomogram',
    seq: high.body.entry.seq + 1,
    at: t(400),
    rateBeforeMlPerHour: 14,
    restartNotBefore: t(490),
    restartRateMlPerHour: 12,
  })
  expect((await refusedAs(chart, off.entry.seq, 15))[0]).toBe(422)
})

test('NOMO-7: the run of two: 6 h after the first collection, then daily; too soon is not counted', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const collection = async () => (await dueOf(chart, 'aptt-collection'))[0]?.dueAt
  expect(await collection()).toBe(t(360))
  const first = await resulted(ward, chart, 360, '60.0')
  expect((await chart.view()).therapeuticRun).toBe(1)
  await chart.done('rn.adams', 'keepRate', { resultSeq: first.body.entry.seq })
  expect(await collection()).toBe(t(720))
  const soon = await resulted(ward, chart, 689, '62.0')
  await chart.done('rn.adams', 'keepRate', { resultSeq: soon.body.entry.seq })
  expect((await chart.view()).therapeuticRun).toBe(1)
  const second = await resulted(ward, chart, 740, '61.0')
  await chart.done('rn.adams', 'keepRate', { resultSeq: second.body.entry.seq })
  expect((await chart.view()).therapeuticRun).toBe(2)
  expect(await collection()).toBe(t(740 + 1440))
  const third = await resulted(ward, chart, 2180, '61.0')
  await chart.done('rn.adams', 'keepRate', { resultSeq: third.body.entry.seq })
  expect((await chart.view()).therapeuticRun).toBe(3)
  expect(await collection()).toBe(t(2180 + 1440))
  const high = await resulted(ward, chart, 3620, '92.0')
  await changedOn(chart, high.body.entry.seq, 13, '92.0')
  expect((await chart.view()).therapeuticRun).toBe(0)
  expect(await collection()).toBe(t(3660 + 360))
})

test('NOMO-11: a corrected result not yet acted on replaces; acted on, it goes to the MO', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const first = await resulted(ward, chart, 360, '98.0')
  const sample = first.body.entry.sample
  const second = await chart.done('rn.adams', 'recordResult', { text: '96.0', sample })
  expect(await stateOf(chart, first.body.entry.seq)).not.toBe('usable')
  expect(await stateOf(chart, second.seq)).toBe('usable')
  expect((await refusedAs(chart, first.body.entry.seq, 12))[0]).toBe(422)
  await changedOn(chart, second.seq, 12, '96.0')
  const third = await chart.send('rn.adams', 'recordResult', { text: '120.0', sample })
  expect(third.status).toBe(201)
  expect((await refusedAs(chart, third.body.entry.seq, 10))[0]).toBe(422)
  const asked = await dueOf(chart, 'mo-decision')
  expect(asked.flatMap((item: View) => item.rules)).toContain('NOMO-16')
})

test('NOMO-11: one accession number is one sample', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(370)
  const one = await direct(chart, '60.0', 360, { accession: 'A-1' })
  await chart.done('rn.adams', 'keepRate', { resultSeq: one.entry.seq })
  const two = await direct(chart, '60.0', 365, { accession: 'A-1' })
  expect((await refusedAs(chart, two.entry.seq, 13)).slice(0, 2)).toEqual([422, 'NOMO-11'])
})

test('NOMO-2, NOMO-17: a limit of two bands is the MO’s: a row shown, stay, or stop; > 150 is a stop', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '> 100')
  expect(body.advice.kind).toBe('refer')
  const resultSeq = body.entry.seq
  expect(await refusedAs(chart, resultSeq, 12)).toEqual([422, 'NOMO-17'])
  expect(await dueOf(chart, 'mo-decision')).toMatchObject([
    { dueAt: t(400), overdueAt: t(430), owner: 'mo' },
  ])
  const order = (rate: number) =>
    chart.send('mo.chen', 'orderRate', { resultSeq, rateMlPerHour: rate, reason: 'x' })
  expect((await order(13)).status).toBe(422)
  expect((await order(12)).status).toBe(201)
  const over = await direct(chart, '> 150', 395)
  expect(over.advice.kind).toBe('stop')
  const none = await direct(chart, 'unclottable', 396)
  expect(none.advice.kind).toBe('stop')
})

test('NOMO-17: an MO may stop on a limit that reaches the top band; the hold counts from the stop', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '> 100')
  const resultSeq = body.entry.seq
  const stop = { reason: 'nomogram', resultSeq }
  const nurse = await chart.done('rn.adams', 'stopInfusion', stop)
  expect(nurse).toMatchObject({ restartNotBefore: null, restartRateMlPerHour: null })
  await ward.clock(410)
  await chart.done('mo.chen', 'stopInfusion', stop)
  expect((await chart.view()).infusion).toMatchObject({
    status: 'stopped',
    since: t(400),
    stop: {
      reason: 'nomogram',
      at: t(400),
      rateBeforeMlPerHour: 14,
      restartNotBefore: t(490),
      restartRateMlPerHour: 12,
    },
  })
})

test('NOMO-16: a stop-band value that cannot titrate: call the MO within 15 minutes, a stop is provisional', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(200)
  const early = await direct(chart, '130.0', 200)
  expect(early.use).toBe('early')
  const [call] = await dueOf(chart, 'mo-decision')
  expect(call).toMatchObject({ dueAt: t(200), overdueAt: t(215), owner: 'mo', rules: ['NOMO-16'] })
  expect((await dueOf(chart, 'aptt-collection'))[0]).toMatchObject({ dueAt: t(200) })
  const stop = await chart.done('rn.adams', 'stopInfusion', {
    reason: 'nomogram',
    resultSeq: early.entry.seq,
  })
  expect(stop).toMatchObject({ restartNotBefore: null, restartRateMlPerHour: null })
  await ward.clock(260)
  const resume = { rateMlPerHour: 14 }
  expect((await chart.send('rn.adams', 'resumeInfusion', resume)).status).toBe(403)
  const act = await chart.done('mo.chen', 'resumeInfusion', resume)
  const second = await chart.countersign('rn.baker', act.seq, {
    checkedRateMlPerHour: 14,
    pumpReadBackMlPerHour: 14,
  })
  expect(second.status).toBe(201)
  const view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14, stop: null })
  expect((await dueOf(chart, 'aptt-collection'))[0]).toMatchObject({ dueAt: t(260 + 360) })
})

test('NOMO-5: a decrease to nothing gives no rate; a registrar for a named AMO or the AMO orders', async () => {
  const ward = await outside()
  const chart = await started(ward, 'stemi')
  let at = 360
  for (const [text, rate] of [
    ['95', 3],
    ['95', 1],
  ] as const) {
    const { body } = await resulted(ward, chart, at, text)
    await changedOn(chart, body.entry.seq, rate, text)
    at += 400
  }
  const { body } = await resulted(ward, chart, at, '95')
  expect(body.advice.kind).toBe('refer')
  const resultSeq = body.entry.seq
  expect((await refusedAs(chart, resultSeq, 0))[0]).toBe(422)
  expect((await refusedAs(chart, resultSeq, 0.5))[0]).toBe(422)
  const order = { resultSeq, rateMlPerHour: 0.5, reason: 'Low weight' }
  expect((await chart.send('mo.chen', 'orderRate', order)).status).toBe(422)
  const deviation = { reason: 'x', instructions: 'y' }
  const nought = { ...order, rateMlPerHour: 0, deviation }
  expect((await chart.send('amo.haddad', 'orderRate', nought)).status).toBe(422)
  const { seq: orderSeq } = await chart.done('amo.haddad', 'orderRate', { ...order, deviation })
  await chart.twice(
    'changeRate',
    { orderSeq, newRateMlPerHour: 0.5 },
    { checkedResultText: '95', checkedRateMlPerHour: 0.5, pumpReadBackMlPerHour: 0.5 },
  )
  expect((await chart.view()).infusion.rateMlPerHour).toBe(0.5)
})

test('NOMO-5: a stop from 1 mL/hr has no restart rate, and says so', async () => {
  const ward = await outside()
  const chart = await started(ward, 'stemi', { rateMlPerHour: 2.5, reason: 'Small' })
  const { body } = await resulted(ward, chart, 360, '120')
  expect(body.advice).toMatchObject({ kind: 'stop', stopMinutes: 90, restartRateMlPerHour: 0.5 })
  await changedDown(ward, chart)
})

async function changedDown(ward: Outside, chart: CourseChart) {
  await chart.done('rn.adams', 'strikeOut', {
    struckSeq: (await chart.view()).results[0].seq,
    reason: 'Wrong tube',
  })
  const low = await resulted(ward, chart, 420, '92')
  await changedOn(chart, low.body.entry.seq, 0.5, '92')
  const top = await resulted(ward, chart, 860, '130')
  expect(top.body.advice).toMatchObject({ kind: 'stop', restartRateMlPerHour: null })
  await chart.done('rn.adams', 'stopInfusion', {
    reason: 'nomogram',
    resultSeq: top.body.entry.seq,
  })
  expect((await chart.view()).infusion.stop).toMatchObject({
    restartNotBefore: t(990),
    restartRateMlPerHour: null,
  })
}

test('NOMO-9, CHART-7: a change of protocol makes earlier samples stale and keeps rate and due time', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(100)
  await chart.done(
    'mo.chen',
    'prescribe',
    prescription('nstemi', { bolusUnits: null, rateMlPerHour: null }),
  )
  const view = await chart.view()
  expect(view.protocol.id).toBe('nstemi')
  expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14, since: t(0) })
  expect((await dueOf(chart, 'aptt-collection'))[0]).toMatchObject({ dueAt: t(360) })
  const keyed = await chart.send('mo.chen', 'prescribe', prescription('nstemi'))
  expect([keyed.status, ...keyed.body.rules]).toEqual([422, 'CHART-7'])
  await ward.clock(400)
  expect((await direct(chart, '98.0', 100)).use).toBe('stale')
  const fresh = await direct(chart, '98.0', 390)
  expect(fresh.use).toBe('usable')
  expect(fresh.advice).toMatchObject({ kind: 'change', newRateMlPerHour: 12 })
})

test('SIGN-7: resulted before collected, and a change before its sample, are refused', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(400)
  const sample = { collectedAt: t(390), site: 'away-from-heparin' }
  const early = await chart.send('rn.adams', 'recordResult', { text: '98', sample }, { at: t(389) })
  expect([early.status, ...early.body.rules]).toEqual([422, 'SIGN-7'])
  const ahead = { ...sample, collectedAt: t(403) }
  const future = await chart.send('rn.adams', 'recordResult', { text: '98', sample: ahead })
  expect([future.status, ...future.body.rules]).toEqual([422, 'SIGN-7'])
  const { entry } = await direct(chart, '98.0', 390)
  const change = { resultSeq: entry.seq, newRateMlPerHour: 12 }
  const before = await chart.send('rn.adams', 'changeRate', change, { at: t(389) })
  expect([before.status, ...before.body.rules]).toEqual([422, 'SIGN-7'])
})
