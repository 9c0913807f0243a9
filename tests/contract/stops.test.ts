import { expect, test } from 'vitest'
import {
  type CourseChart,
  changedOn,
  type Outside,
  openChart,
  outside,
  prescription,
  resulted,
  started,
  t,
  type View,
} from './support/tablet.ts'

const dueOf = async (chart: CourseChart, kind: string) =>
  (await chart.view()).due.filter((item: View) => item.kind === kind)

/** Stopped by the nomogram at minute 400. */
async function stopped(ward: Outside, protocol: 'vte' | 'stroke' | 'nstemi' = 'vte') {
  const chart = await started(ward, protocol)
  const { body } = await resulted(ward, chart, 360, '120.0')
  const resultSeq = body.entry.seq
  const stop = await chart.done('rn.adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  return { chart, stop }
}

async function refused(chart: CourseChart, rateMlPerHour: number, orderSeq: number | null = null) {
  const answer = await chart.send('rn.adams', 'restartInfusion', { rateMlPerHour, orderSeq })
  return [answer.status, ...(answer.body.rules ?? [])]
}

const checkedAt = (rate: number) => ({ checkedRateMlPerHour: rate, pumpReadBackMlPerHour: rate })

test.each([
  ['vte', 90, 14, 12],
  ['nstemi', 90, 10, 8],
  ['stroke', 120, 9, 7],
] as const)(
  'TIME-3, NOMO-8: %s: a hold of %i min, restart at the rate before less 2, APTT 6 h after',
  async (protocol, hold, before, after) => {
    const ward = await outside()
    const { chart, stop } = await stopped(ward, protocol)
    const end = 400 + hold
    let view = await chart.view()
    expect(view.infusion).toMatchObject({
      status: 'stopped',
      rateMlPerHour: null,
      since: t(400),
      suspended: [],
      stop: {
        reason: 'nomogram',
        seq: stop.seq,
        at: t(400),
        rateBeforeMlPerHour: before,
        restartNotBefore: t(end),
        restartRateMlPerHour: after,
      },
    })
    expect(view.owed).toEqual([stop.seq])
    expect(view.therapeuticRun).toBe(0)
    expect(await dueOf(chart, 'restart')).toMatchObject([
      {
        dueAt: t(end),
        overdueAt: t(end),
        rules: ['TIME-3'],
        anchor: { seq: stop.seq, at: t(400) },
      },
    ])
    expect(await dueOf(chart, 'bleeding-assessment')).toMatchObject([{ owner: 'mo' }])
    expect(await dueOf(chart, 'aptt-collection')).toEqual([])
    expect(await refused(chart, after)).toEqual([422, 'TIME-3'])
    await ward.clock(end - 1)
    await chart.done('mo.chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
    expect(await refused(chart, after)).toEqual([422, 'TIME-3'])
    await ward.clock(end)
    expect((await refused(chart, before))[0]).toBe(422)
    const act = await chart.done('rn.adams', 'restartInfusion', {
      rateMlPerHour: after,
      orderSeq: null,
    })
    expect((await chart.view()).infusion.status).toBe('stopped')
    const second = await chart.countersign('rn.baker', act.seq, checkedAt(after))
    expect(second.status).toBe(201)
    view = await chart.view()
    expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: after, stop: null })
    expect(await dueOf(chart, 'aptt-collection')).toMatchObject([
      { dueAt: t(end + 360), anchor: { seq: second.body.entry.seq, at: t(end) } },
    ])
    expect((await chart.countersign('rn.baker', stop.seq)).status).toBe(201)
  },
)

test('TIME-3: without an assessment no restart; registrar at the hold’s end, AMO 30 min later', async () => {
  const ward = await outside()
  const { chart } = await stopped(ward)
  const seen = []
  for (const minutes of [459, 460, 489, 490, 519, 520]) {
    await ward.clock(minutes)
    const [item] = await dueOf(chart, 'bleeding-assessment')
    seen.push([item.status, item.owner])
  }
  expect(seen.map(([, owner]) => owner)).toEqual([
    'mo',
    'mo',
    'mo',
    'registrar',
    'registrar',
    'amo',
  ])
  expect(seen.map(([status]) => status)).toEqual([
    'soon',
    'due',
    'due',
    'overdue',
    'overdue',
    'overdue',
  ])
  expect(await refused(chart, 12)).toEqual([422, 'TIME-3'])
})

test('TIME-3: minor bleeding: later, or stay off; more than 4 h after the hold an MO orders first', async () => {
  const ward = await outside()
  const { chart } = await stopped(ward)
  const assess = (fields: object) => chart.send('mo.chen', 'assessBleeding', fields)
  expect([400, 422]).toContain((await assess({ finding: 'minor', plan: 'later' })).status)
  await chart.done('mo.chen', 'assessBleeding', { finding: 'minor', plan: 'later', until: t(550) })
  await ward.clock(549)
  expect(await refused(chart, 12)).toEqual([422, 'TIME-3'])
  await chart.done('mo.chen', 'assessBleeding', {
    finding: 'minor',
    plan: 'stay-off',
    until: t(900),
  })
  await ward.clock(600)
  expect(await dueOf(chart, 'restart')).toEqual([])
  expect(await dueOf(chart, 'mo-decision')).toMatchObject([{ dueAt: t(900), rules: ['TIME-3'] }])
  expect(await refused(chart, 12)).toEqual([422, 'TIME-3'])
  await chart.done('mo.chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  await ward.clock(731)
  expect(await refused(chart, 12)).toEqual([422, 'TIME-3'])
  const order = { resultSeq: null, rateMlPerHour: 12, reason: 'Restart now' }
  const { seq: orderSeq } = await chart.done('mo.chen', 'orderRate', order)
  await chart.twice('restartInfusion', { rateMlPerHour: 12, orderSeq }, checkedAt(12))
  expect((await chart.view()).infusion.rateMlPerHour).toBe(12)
})

test('TIME-3: before the hold’s end only on a deviation written beforehand, by those who may', async () => {
  const ward = await outside()
  const { chart } = await stopped(ward)
  await ward.clock(420)
  const order = { resultSeq: null, rateMlPerHour: 11, reason: 'Clot growing' }
  const deviation = { reason: 'x', instructions: 'y' }
  expect((await chart.send('mo.chen', 'orderRate', order)).status).toBe(422)
  expect((await chart.send('mo.chen', 'orderRate', { ...order, deviation })).status).toBe(403)
  const { seq: orderSeq } = await chart.done('amo.haddad', 'orderRate', { ...order, deviation })
  expect((await refused(chart, 12, orderSeq))[0]).toBe(422)
  await chart.twice('restartInfusion', { rateMlPerHour: 11, orderSeq }, checkedAt(11))
  expect((await chart.view()).infusion.rateMlPerHour).toBe(11)
})

test('SIGN-5: a stop recorded while stopped: an emergency ceases, a nomogram reason moves nothing', async () => {
  const ward = await outside()
  const { chart, stop } = await stopped(ward)
  await ward.clock(430)
  const before = (await chart.view()).infusion
  await chart.done('rn.cole', 'stopInfusion', { reason: 'nomogram', resultSeq: stop.resultSeq })
  expect((await chart.view()).infusion).toEqual(before)
  await chart.done('rn.cole', 'ceaseInfusion', { reason: 'head-injury' })
  const view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'ceased', stop: null, suspended: ['head-injury'] })
  expect(await dueOf(chart, 'restart')).toEqual([])
  expect((await refused(chart, 12))[0]).toBe(422)
})

test('BLEED-0: major bleeding found at a hold suspends; nothing goes up or on until an MO clears it', async () => {
  const ward = await outside()
  const { chart } = await stopped(ward)
  await chart.done('mo.chen', 'assessBleeding', { finding: 'major', plan: 'stay-off' })
  expect((await chart.view()).infusion.suspended).toEqual(['suspected-major-bleed'])
  await ward.clock(500)
  expect(await refused(chart, 12)).toEqual([422, 'BLEED-0'])
  const order = { resultSeq: null, rateMlPerHour: 12, reason: 'x' }
  const deviation = { reason: 'x', instructions: 'y' }
  const ordered = await chart.send('amo.haddad', 'orderRate', { ...order, deviation })
  expect([ordered.status, ...ordered.body.rules]).toEqual([422, 'BLEED-0'])
  const clear = { reason: 'suspected-major-bleed', finding: 'No bleeding', nextStep: 'Restart' }
  expect((await chart.send('rn.adams', 'clearSuspension', clear)).status).toBe(403)
  expect(
    (await chart.send('mo.chen', 'clearSuspension', { ...clear, reason: 'suspected-hit' })).status,
  ).toBe(422)
  await chart.done('mo.chen', 'clearSuspension', clear)
  const view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'stopped', suspended: [], rateMlPerHour: null })
})

test('BLEED-0, RECOM-1: after a cease for cause: cleared, prescribed again, recommenced by two', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(100)
  const cease = await chart.done('rn.cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  const view = await chart.view()
  expect(view.infusion).toMatchObject({
    status: 'ceased',
    suspended: ['suspected-major-bleed'],
    rateMlPerHour: null,
    stop: null,
  })
  expect(view.owed).toEqual([cease.seq])
  expect(view.due.map((item: View) => item.kind).sort()).toEqual(['mo-decision', 'second-check'])
  const again = prescription('vte', { bolusUnits: null, rateMlPerHour: 11 })
  const early = await chart.send('mo.chen', 'prescribe', again)
  expect([early.status, ...early.body.rules]).toEqual([422, 'BLEED-0'])
  await chart.done('mo.okafor', 'clearSuspension', {
    reason: 'suspected-major-bleed',
    finding: 'None found',
    nextStep: 'Recommence',
  })
  expect((await chart.view()).infusion).toMatchObject({ status: 'ceased', suspended: [] })
  const without = await chart.send('rn.adams', 'recommenceInfusion', {
    orderSeq: 3,
    rateMlPerHour: 14,
  })
  expect([without.status, ...without.body.rules]).toEqual([422, 'RECOM-1'])
  const bolus = await chart.send('mo.chen', 'prescribe', { ...again, bolusUnits: 5000 })
  expect(bolus.status).toBe(422)
  expect(bolus.body.rules).toContain('RECOM-1')
  const none = await chart.send('mo.chen', 'prescribe', { ...again, rateMlPerHour: null })
  expect(none.status).toBe(422)
  const ticked = { ...again, contraindications: ['active-bleeding'] }
  const barred = await chart.send('mo.chen', 'prescribe', ticked)
  expect([barred.status, ...barred.body.rules]).toEqual([422, 'CHART-4'])
  const { seq: orderSeq } = await chart.done('mo.chen', 'prescribe', again)
  const start = await chart.send('rn.adams', 'startInfusion', {
    rateMlPerHour: 11,
    bag: { units: 25_000, volumeMl: 250 },
  })
  expect(start.status).toBe(422)
  await ward.clock(300)
  await chart.twice('recommenceInfusion', { orderSeq, rateMlPerHour: 11 }, checkedAt(11))
  const after = await chart.view()
  expect(after.infusion).toMatchObject({ status: 'running', rateMlPerHour: 11, since: t(300) })
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(660) }])
})

test('RECOM-1: after suspected HIT haematology’s name and advice are asked', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await chart.done('rn.cole', 'ceaseInfusion', { reason: 'suspected-hit' })
  await chart.done('mo.chen', 'clearSuspension', {
    reason: 'suspected-hit',
    finding: 'Low 4Ts',
    nextStep: 'Recommence',
  })
  const again = prescription('vte', { bolusUnits: null, rateMlPerHour: 11 })
  const without = await chart.send('mo.chen', 'prescribe', again)
  expect(without.status).toBe(422)
  expect(without.body.rules).toContain('RECOM-1')
  const adviceFrom = [{ role: 'haematologist', name: 'Dr Ito', at: t(0) }]
  await chart.done('mo.chen', 'prescribe', { ...again, adviceFrom })
})

test('SIGN-5: every cease for cause suspends with its own reason, the others do not', async () => {
  const reasons = {
    'suspected-major-bleed': true,
    'head-injury': true,
    'suspected-hit': true,
    'allergic-reaction': true,
    procedure: false,
    'treatment-complete': false,
    other: false,
  }
  const ward = await outside()
  for (const [reason, suspends] of Object.entries(reasons)) {
    const chart = await started(ward)
    await chart.done('rn.cole', 'ceaseInfusion', { reason, text: 'As said' })
    const { infusion } = await chart.view()
    expect([infusion.status, infusion.suspended]).toEqual(['ceased', suspends ? [reason] : []])
  }
})

test('SIGN-5: a stop on concern is provisional; the MO adopts it with the hold from the actual stop', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '120.0')
  await chart.done('en.fox', 'stopInfusion', { reason: 'concern' })
  expect((await chart.view()).infusion.stop).toMatchObject({
    reason: 'concern',
    rateBeforeMlPerHour: 14,
    restartNotBefore: null,
    restartRateMlPerHour: null,
  })
  const [item] = await dueOf(chart, 'mo-decision')
  expect(item).toMatchObject({ status: 'overdue', owner: 'mo', rules: ['SIGN-5'] })
  expect(await dueOf(chart, 'restart')).toEqual([])
  expect(await refused(chart, 12)).toEqual([422, 'SIGN-5'])
  await ward.clock(420)
  const adopt = { reason: 'nomogram', resultSeq: body.entry.seq }
  await chart.done('mo.chen', 'stopInfusion', adopt)
  expect((await chart.view()).infusion).toMatchObject({
    status: 'stopped',
    since: t(400),
    stop: {
      at: t(400),
      restartNotBefore: t(490),
      restartRateMlPerHour: 12,
      rateBeforeMlPerHour: 14,
    },
  })
})

test('SIGN-9: a stop voids the pending act; NOMO-10: its base rate is the rate in effect, never the pending one', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  await chart.done('rn.adams', 'changeRate', { resultSeq: body.entry.seq, newRateMlPerHour: 12 })
  await chart.done('rn.cole', 'stopInfusion', { reason: 'concern' })
  const view = await chart.view()
  expect(view.pending).toBeNull()
  expect(view.infusion.stop.rateBeforeMlPerHour).toBe(14)
})

test('INT-1: up to 30 minutes: same rate, clocks unchanged; longer: 6 h from the resume; over 4 h: RECOM-1', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const off = () =>
    chart.send('rn.cole', 'interruptInfusion', { reason: 'Cannula' }, { version: 0 })
  await ward.clock(100)
  expect((await off()).status).toBe(201)
  const view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'interrupted', rateMlPerHour: null, since: t(100) })
  expect(view.due.map((item: View) => item.kind)).not.toContain('aptt-collection')
  expect((await off()).status).toBe(422)
  await ward.clock(130)
  expect((await chart.send('rn.adams', 'resumeInfusion', { rateMlPerHour: 13 })).status).toBe(422)
  await chart.twice('resumeInfusion', { rateMlPerHour: 14 }, checkedAt(14))
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(360) }])
  await ward.clock(200)
  await off()
  await ward.clock(231)
  await chart.twice('resumeInfusion', { rateMlPerHour: 14 }, checkedAt(14))
  expect(await dueOf(chart, 'aptt-collection')).toMatchObject([{ dueAt: t(591) }])
  await ward.clock(300)
  await off()
  await ward.clock(541)
  const late = await chart.send('rn.adams', 'resumeInfusion', { rateMlPerHour: 14 })
  expect(late.status).toBe(422)
  expect(late.body.rules).toContain('RECOM-1')
})

test('INT-1: an interrupted infusion may be stopped or ceased; its rate before is kept', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(100)
  await chart.done('rn.adams', 'interruptInfusion', { reason: 'Transport' })
  await chart.done('rn.adams', 'stopInfusion', { reason: 'concern' })
  expect((await chart.view()).infusion).toMatchObject({
    status: 'stopped',
    stop: { rateBeforeMlPerHour: 14 },
  })
  await chart.done('rn.adams', 'ceaseInfusion', { reason: 'procedure' })
  expect((await chart.view()).infusion.status).toBe('ceased')
})

test('SIGN-5: acts that need another state are refused by their state', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const asked: [string, object][] = [
    ['startInfusion', { rateMlPerHour: 14, bag: { units: 25_000, volumeMl: 250 } }],
    ['giveBolus', { orderSeq: 1, units: 5000 }],
    ['changeRate', { resultSeq: 1, newRateMlPerHour: 12 }],
    ['keepRate', { resultSeq: 1 }],
    ['restartInfusion', { rateMlPerHour: 12, orderSeq: null }],
    ['resumeInfusion', { rateMlPerHour: 12 }],
    ['recommenceInfusion', { rateMlPerHour: 12, orderSeq: 1 }],
    ['interruptInfusion', { reason: 'x' }],
    ['assessBleeding', { finding: 'none', plan: 'restart' }],
    ['orderRate', { resultSeq: null, rateMlPerHour: 12, reason: 'x' }],
    ['orderBolus', { resultSeq: 1, units: 5000, adviceFrom: [] }],
    ['withdraw', { actSeq: 1 }],
    ['clearSuspension', { reason: 'head-injury', finding: 'x', nextStep: 'y' }],
  ]
  for (const [kind, fields] of asked) {
    const answer = await chart.send('mo.chen', kind, fields)
    expect([kind, answer.status]).toEqual([kind, 422])
    expect(answer.body.rules.length).toBeGreaterThan(0)
  }
  expect((await chart.countersign('rn.baker', 1)).status).toBe(422)
  expect((await chart.check('rn.baker', 1, {})).status).toBe(422)
})

test('NOMO-10: the second change after a restart is read from the restart rate', async () => {
  const ward = await outside()
  const { chart } = await stopped(ward)
  await ward.clock(490)
  await chart.done('mo.chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  await chart.twice('restartInfusion', { rateMlPerHour: 12, orderSeq: null }, checkedAt(12))
  const low = await resulted(ward, chart, 850, '42')
  expect(low.body.advice).toMatchObject({ kind: 'change', newRateMlPerHour: 13 })
  await changedOn(chart, low.body.entry.seq, 13, '42')
})
