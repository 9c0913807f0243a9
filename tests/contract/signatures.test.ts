import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { pinOf } from '../server/support/ward.ts'
import {
  BAG,
  type CourseChart,
  openChart,
  outside,
  prescribed,
  prescription,
  started,
  t,
} from './support/tablet.ts'

import { answer12, firstSigned, withResult } from './support/titration.ts'

const kinds = async (chart: CourseChart) => (await chart.entries()).map((entry) => entry.kind)

test('SIGN-1, SIGN-2: who may first do what, each with the right PIN', async () => {
  const ward = await outside()
  const chart = await prescribed(ward)
  const asked: [string, string, object, number][] = [
    ['admin.hall', 'recordWeight', { kg: 80, method: 'measured' }, 403],
    ['admin.hall', 'writeNote', { text: 'x' }, 403],
    ['rn.adams', 'prescribe', prescription('vte'), 403],
    ['pharm.gray', 'prescribe', prescription('vte'), 403],
    ['en.evans', 'startInfusion', { rateMlPerHour: 14, bag: BAG }, 403],
    ['pharm.gray', 'startInfusion', { rateMlPerHour: 14, bag: BAG }, 403],
    ['admin.hall', 'ceaseInfusion', { reason: 'treatment-complete' }, 403],
    ['rn.adams', 'orderRate', { resultSeq: null, rateMlPerHour: 14, reason: 'x' }, 403],
    ['rn.adams', 'orderBolus', { resultSeq: 3, units: 5000, adviceFrom: [] }, 403],
    ['rn.adams', 'assessBleeding', { finding: 'none', plan: 'restart' }, 403],
    ['pharm.gray', 'assessBleeding', { finding: 'none', plan: 'restart' }, 403],
    ['rn.adams', 'clearSuspension', { reason: 'head-injury', finding: 'x', nextStep: 'y' }, 403],
    ['en.evans', 'recordBedsideFact', { fact: 'pump-not-changed', reason: 'x' }, 403],
    ['pharm.gray', 'recordBedsideFact', { fact: 'pump-not-changed', reason: 'x' }, 403],
    ['pharm.gray', 'writeNote', { text: 'x' }, 201],
    ['en.fox', 'writeNote', { text: 'x' }, 201],
    ['en.evans', 'recordCollection', { site: 'not-known' }, 201],
    ['rn.cole', 'recordWeight', { kg: 78, method: 'measured' }, 201],
    ['rn.cole', 'startInfusion', { rateMlPerHour: 14, bag: BAG }, 201],
  ]
  for (const [user, kind, fields, status] of asked) {
    const answer = await chart.send(user, kind, fields)
    expect([user, kind, answer.status]).toEqual([user, kind, status])
    if (status === 403) expect(answer.body.rules.join()).toMatch(/SIGN-[126]/)
  }
})

test('SIGN-1, SIGN-2: a titration is signed first by an MO or a nurse with a package in date', async () => {
  const ward = await outside()
  const { chart, resultSeq } = await withResult(ward)
  const change = { resultSeq, newRateMlPerHour: 12 }
  for (const user of ['rn.cole', 'rn.dunn', 'en.evans', 'en.fox', 'pharm.gray', 'admin.hall']) {
    expect([user, (await chart.send(user, 'changeRate', change)).status]).toEqual([user, 403])
  }
  const act = await chart.done('mo.chen', 'changeRate', change)
  const nurse = await chart.countersign('rn.adams', act.seq, answer12)
  expect(nurse.status).toBe(201)
})

test('SIGN-2: the second check of a rate change: who is competent and who is not', async () => {
  const ward = await outside()
  const { chart, act } = await firstSigned(ward)
  for (const user of ['rn.cole', 'rn.dunn', 'en.fox', 'admin.hall']) {
    const answer = await chart.countersign(user, act, answer12)
    expect([user, answer.status]).toEqual([user, 403])
    expect(answer.body.type).not.toBe('/problems/signature-refused')
  }
  expect((await chart.countersign('en.evans', act, answer12)).status).toBe(201)
})

test('SIGN-2: an enrolled nurse does not check a bolus; a pharmacist and an MO do', async () => {
  for (const [user, status] of [
    ['en.evans', 403],
    ['pharm.gray', 201],
    ['mo.okafor', 201],
  ] as const) {
    const ward = await outside()
    const chart = await prescribed(ward)
    const act = await chart.done('rn.cole', 'giveBolus', { orderSeq: 3, units: 6000 })
    const answer = await chart.countersign(user, act.seq, { checkedUnits: 6000 })
    expect([user, answer.status]).toEqual([user, status])
  }
})

test('SIGN-3: a wrong PIN and an unknown signer get one and the same 403, also when the version is stale', async () => {
  const ward = await outside()
  const { chart, act } = await firstSigned(ward)
  const bodies = []
  for (const signature of [
    { userId: 'rn.baker', pin: '000000' },
    { userId: 'nobody', pin: '738256' },
    { userId: 'rn.ivers', pin: '426517' },
    { userId: 'rn.baker', pin: '204811' },
    { userId: 'rn.adams', pin: '' },
  ]) {
    const answer = await chart.countersign('rn.baker', act, answer12, { signature, version: 1 })
    expect([signature, answer.status]).toEqual([signature, 403])
    bodies.push(answer.body)
  }
  expect(bodies[0].type).toBe('/problems/signature-refused')
  for (const body of bodies) expect(body).toEqual(bodies[0])
  const own = await chart.send(
    'mo.chen',
    'orderRate',
    { resultSeq: null, rateMlPerHour: 14, reason: 'x' },
    { signature: { pin: '204811' } },
  )
  expect(own.status).toBe(403)
  expect(own.body.type).toBe('/problems/signature-refused')
  expect((await chart.view()).pending.actSeq).toBe(act)
})

test('SIGN-3: the same person never signs both, whoever is signed in', async () => {
  const ward = await outside()
  const { chart, act } = await firstSigned(ward)
  const own = await chart.countersign('rn.adams', act, answer12)
  expect([own.status, own.body.rules]).toEqual([422, ['SIGN-3']])
  const check = await chart.check('rn.adams', act, {
    checkedResultText: '98.0',
    checkedRateMlPerHour: 12,
  })
  expect([check.status, check.body.rules]).toEqual([422, ['SIGN-3']])
  const stop = await chart.done('rn.adams', 'ceaseInfusion', { reason: 'head-injury' })
  const same = await chart.countersign('rn.adams', stop.seq)
  expect([same.status, same.body.rules]).toEqual([422, ['SIGN-3']])
})

test('SIGN-3: five wrong PINs and more are 429 with Retry-After, a stop is still taken', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const wrong = { signature: { pin: '111111' } }
  const fields = { resultSeq: null, rateMlPerHour: 14, reason: 'x' }
  const statuses = []
  let last = null
  for (let i = 0; i < 12; i += 1) {
    last = await chart.send('mo.chen', 'orderRate', fields, wrong)
    statuses.push(last.status)
  }
  expect(statuses[0]).toBe(403)
  expect(statuses.at(-1)).toBe(429)
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await chart.send('mo.chen', 'orderRate', fields)).status).toBe(429)
  expect((await chart.send('mo.okafor', 'orderRate', fields)).status).toBe(201)
  const stop = await chart.send('mo.chen', 'stopInfusion', { reason: 'concern' }, wrong)
  expect(stop.status).toBe(201)
  const right = await chart.send('mo.chen', 'ceaseInfusion', { reason: 'suspected-hit' })
  expect(right.status).toBe(201)
})

test('SIGN-3: many right signatures at once are no attack', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const id = randomUUID()
  const body = {
    commandId: id,
    expectedVersion: (await chart.view()).version,
    kind: 'orderRate',
    happenedAt: ward.now(),
    resultSeq: null,
    rateMlPerHour: 14,
    reason: 'Stay',
    signature: { pin: pinOf('mo.chen') },
  }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ward.call('mo.chen', 'POST', `${chart.path}/commands`, body)),
  )
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
  expect(new Set(answers.map((answer) => answer.body.entry.seq)).size).toBe(1)
})

test('SIGN-4: check, card, read-back: the rate changes only at the read-back, from the time it states', async () => {
  const ward = await outside()
  const { chart, act } = await firstSigned(ward)
  await ward.clock(403)
  const id = randomUUID()
  const figures = { checkedResultText: '98', checkedRateMlPerHour: 12 }
  const card = await chart.check('rn.baker', act, figures, id)
  expect(card.status).toBe(200)
  expect(card.body.setPumpToMlPerHour).toBe(12)
  expect((await chart.check('rn.baker', act, figures, id)).body).toEqual(card.body)
  expect((await kinds(chart)).filter((kind) => kind === 'secondCheckMatched')).toHaveLength(1)
  let view = await chart.view()
  expect(view.infusion.rateMlPerHour).toBe(14)
  expect(view.pending).toMatchObject({ actSeq: act, step: 'read-back', lapsesAt: null })
  await ward.clock(500)
  view = await chart.view()
  expect(view.pending).toMatchObject({ actSeq: act, step: 'read-back' })
  const early = await chart.countersign('rn.baker', act, answer12, { at: t(402), lateReason: 'x' })
  expect([early.status, early.body.rules]).toEqual([422, ['SIGN-4']])
  const wrong = await chart.countersign('rn.baker', act, { ...answer12, pumpReadBackMlPerHour: 21 })
  expect([wrong.status, wrong.body.rules]).toEqual([422, ['SIGN-4']])
  for (let i = 0; i < 3; i += 1) {
    await chart.countersign('rn.baker', act, { ...answer12, pumpReadBackMlPerHour: 21 })
  }
  expect((await chart.view()).pending.step).toBe('read-back')
  const right = await chart.countersign('rn.baker', act, answer12, {
    at: t(403),
    lateReason: 'Away',
    version: 2,
  })
  expect(right.status).toBe(201)
  view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: 12, since: t(403) })
  expect(view.pending).toBeNull()
})

test('SIGN-4: a mismatch tells neither figure, is an entry, counts once by id; the second voids', async () => {
  const ward = await outside()
  const { chart, act } = await firstSigned(ward)
  const id = randomUUID()
  const wrong = { checkedResultText: '98.0', checkedRateMlPerHour: 13 }
  const first = await chart.check('rn.baker', act, wrong, id)
  expect([first.status, first.body.rules]).toEqual([422, ['SIGN-4']])
  const said = JSON.stringify({ ...first.body, rules: [] })
  for (const figure of ['12', '13', '98']) expect(said).not.toContain(figure)
  expect((await chart.check('rn.baker', act, wrong, id)).body).toEqual(first.body)
  expect((await kinds(chart)).filter((kind) => kind === 'secondCheckMismatched')).toHaveLength(1)
  expect((await chart.entries()).at(-1)).toMatchObject({ commandId: id, actSeq: act })
  expect((await chart.view()).pending).toMatchObject({ actSeq: act, step: 'check' })
  const other = await chart.check('rn.baker', act, { ...wrong, checkedRateMlPerHour: 12 }, id)
  expect(other.status).toBe(422)
  const second = await chart.countersign('en.evans', act, { ...answer12, checkedResultText: '89' })
  expect(second.status).toBe(422)
  expect((await chart.view()).pending).toBeNull()
  const late = await chart.countersign('rn.baker', act, answer12)
  expect([late.status, late.body.rules]).toEqual([422, ['SIGN-8']])
  const titration = (await chart.view()).due.find(
    (item: { kind: string }) => item.kind === 'titration',
  )
  expect(titration).toMatchObject({ owner: 'nurse' })
})

test('SIGN-4: figures that are asked for and missing are refused and count as nothing', async () => {
  const ward = await outside()
  const { chart, act } = await firstSigned(ward)
  const before = (await chart.view()).seq
  for (const fields of [
    {},
    { checkedRateMlPerHour: 12, pumpReadBackMlPerHour: 12 },
    { checkedResultText: '98.0', pumpReadBackMlPerHour: 12 },
    { checkedResultText: '98.0', checkedRateMlPerHour: 12 },
  ]) {
    const answer = await chart.countersign('rn.baker', act, fields)
    expect([fields, [400, 422].includes(answer.status)]).toEqual([fields, true])
  }
  expect((await chart.view()).seq).toBe(before)
})

test('SIGN-4: a collection time typed with the result is checked blind too', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(400)
  const sample = { collectedAt: t(360), site: 'away-from-heparin' }
  const { seq } = await chart.done('rn.adams', 'recordResult', { text: '98.0', sample })
  const act = await chart.done('rn.adams', 'changeRate', { resultSeq: seq, newRateMlPerHour: 12 })
  expect([400, 422]).toContain((await chart.countersign('rn.baker', act.seq, answer12)).status)
  const wrong = await chart.countersign('rn.baker', act.seq, {
    ...answer12,
    checkedCollectedAt: t(350),
  })
  expect([wrong.status, wrong.body.rules]).toEqual([422, ['SIGN-4']])
  const right = await chart.countersign('rn.baker', act.seq, {
    ...answer12,
    checkedCollectedAt: t(360),
  })
  expect(right.status).toBe(201)
})

test('SIGN-5: stops and ceases are taken whatever the version and whatever the PIN; the signature is then due', async () => {
  const signatures = [{ pin: '000000' }, { pin: '' }, {}, null]
  for (const [index, signature] of signatures.entries()) {
    const ward = await outside()
    const chart = await started(ward)
    const kind = index % 2 === 0 ? 'stopInfusion' : 'ceaseInfusion'
    const reason = kind === 'stopInfusion' ? 'concern' : 'head-injury'
    const answer = await chart.send('rn.cole', kind, { reason }, { signature, version: 0 })
    expect([signature, answer.status]).toEqual([signature, 201])
    expect(answer.body.entry.by.userId).toBe('rn.cole')
    const { due, infusion, owed } = await chart.view()
    expect(infusion.rateMlPerHour).toBeNull()
    expect(owed).toEqual([answer.body.entry.seq])
    expect(due.map((item: { kind: string }) => item.kind)).toEqual(
      expect.arrayContaining(['signature', 'second-check', 'mo-decision']),
    )
    const second = await chart.countersign('rn.baker', answer.body.entry.seq)
    expect(second.status).toBe(201)
    expect((await chart.view()).owed).toEqual([])
  }
})

test('SIGN-5: enrolled nurses, pharmacists and nurses without a package stop; a stop is taken in every state', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const reasons = ['suspected-major-bleed', 'suspected-hit', 'procedure', 'treatment-complete']
  for (const user of ['en.fox', 'pharm.gray', 'rn.dunn', 'mo.chen']) {
    for (const reason of ['concern', 'nomogram']) {
      const answer = await chart.send(user, 'stopInfusion', { reason })
      expect([user, reason, answer.status]).toEqual([user, reason, 201])
    }
  }
  for (const reason of reasons) {
    expect((await chart.send('en.evans', 'ceaseInfusion', { reason })).status).toBe(201)
  }
  expect((await chart.send('rn.cole', 'stopInfusion', { reason: 'concern' })).status).toBe(201)
  expect((await chart.view()).infusion).toMatchObject({
    status: 'ceased',
    rateMlPerHour: null,
    suspended: ['suspected-major-bleed', 'suspected-hit'],
  })
  const other = await chart.send('rn.cole', 'ceaseInfusion', { reason: 'other' })
  expect(other.status).toBe(400)
  expect(other.body.errors).toMatchObject([{ field: 'text' }])
  expect(
    (await chart.send('rn.cole', 'ceaseInfusion', { reason: 'other', text: 'x' })).status,
  ).toBe(201)
})

test('SIGN-7: a time over 2 minutes ahead is refused; over 60 minutes back asks why; a stop never', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(600)
  const weigh = (minutes: number, lateReason?: string) =>
    chart.send(
      'rn.adams',
      'recordWeight',
      { kg: 78, method: 'measured' },
      { at: t(minutes), ...(lateReason === undefined ? {} : { lateReason }) },
    )
  expect((await weigh(602)).status).toBe(201)
  expect((await weigh(603)).status).toBe(422)
  expect((await weigh(603)).body.rules).toContain('SIGN-7')
  expect((await weigh(540)).status).toBe(201)
  expect((await weigh(539)).status).toBe(422)
  expect((await weigh(539)).body.rules).toContain('SIGN-7')
  expect((await weigh(539, 'The ward was full')).status).toBe(201)
  const stop = await chart.send('rn.cole', 'stopInfusion', { reason: 'concern' }, { at: t(500) })
  expect(stop.status).toBe(201)
  expect((await chart.view()).infusion).toMatchObject({ status: 'stopped', since: t(500) })
})
