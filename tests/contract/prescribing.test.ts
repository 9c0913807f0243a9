import { expect, test } from 'vitest'
import {
  BAG,
  type CourseChart,
  openChart,
  outside,
  prescribed,
  prescription,
  resulted,
  started,
  t,
  type View,
} from './support/tablet.ts'

const neurologist = { role: 'neurologist', name: 'Dr Lee', at: t(0) }
const neurosurgeon = { role: 'neurosurgeon', name: 'Dr Roy', at: t(0) }
const haematologist = { role: 'haematologist', name: 'Dr Ito', at: t(0) }
const deviation = { reason: 'Frail', instructions: 'Watch closely' }

async function weighed(ward: Awaited<ReturnType<typeof outside>>, kg: number) {
  const chart = await openChart(ward)
  await chart.done('rn.adams', 'recordWeight', { kg, method: 'measured' })
  return chart
}

async function answerTo(chart: CourseChart, fields: object, user = 'mo.chen') {
  const { status, body } = await chart.send(user, 'prescribe', fields)
  return status === 201 ? [201] : [status, ...body.rules]
}

test('INIT-1, INIT-2: the calculated figures are accepted as they stand', async () => {
  const ward = await outside()
  const cases: [number, Parameters<typeof prescription>[0], number | null, number][] = [
    [78, 'vte', 6000, 14],
    [75, 'vte', 6000, 14],
    [125, 'vte', 10_000, 23],
    [90, 'nstemi', 5000, 10],
    [80.1, 'nstemi', 5000, 10],
    [40, 'stemi', 2400, 5],
    [90, 'stemi', 4000, 10],
    [45, 'stroke', null, 6.7],
    [55, 'stroke', null, 8.2],
    [65, 'stroke', null, 9.7],
    [120, 'stroke', null, 10],
  ]
  for (const [kg, protocol, bolusUnits, rateMlPerHour] of cases) {
    const chart = await weighed(ward, kg)
    const answer = await answerTo(chart, prescription(protocol, { bolusUnits, rateMlPerHour }))
    expect([kg, protocol, ...answer]).toEqual([kg, protocol, 201])
    expect((await chart.view()).protocol.id).toBe(protocol)
  }
})

test('INIT-5: outside the table only by hand, as a deviation with haematology’s advice', async () => {
  const ward = await outside()
  for (const [kg, protocol] of [
    [39.9, 'vte'],
    [170.1, 'vte'],
    [35, 'nstemi'],
  ] as const) {
    const chart = await weighed(ward, kg)
    const byHand = prescription(protocol, { bolusUnits: null, rateMlPerHour: 6 })
    expect(await answerTo(chart, byHand)).toEqual([422, 'INIT-5', 'DEV-1'])
    expect((await answerTo(chart, { ...byHand, deviation }))[0]).toBe(403)
    expect(await answerTo(chart, { ...byHand, deviation }, 'amo.haddad')).toEqual([422, 'INIT-5'])
    const full = { ...byHand, deviation, adviceFrom: [haematologist] }
    expect(await answerTo(chart, full, 'amo.haddad')).toEqual([201])
  }
})

test('INIT-6: weights: limits, decimals, estimates with a reason and their due item', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const weigh = async (kg: number, more: object = {}) => {
    const { status, body } = await chart.send('rn.adams', 'recordWeight', {
      kg,
      method: 'measured',
      ...more,
    })
    return status === 201 ? 201 : `${status} ${body.rules}`
  }
  expect(await weigh(19.9)).toMatch(/^422 .*INIT-6/)
  expect(await weigh(350.1)).toMatch(/^422 .*INIT-6/)
  expect(await weigh(78.25)).toMatch(/^422 .*INIT-/)
  expect(await weigh(20)).toBe(201)
  expect(await weigh(350)).toBe(201)
  expect(await weigh(80, { method: 'estimated' })).toMatch(/^422 .*INIT-6/)
  const other = await openChart(ward)
  await other.done('rn.adams', 'recordWeight', { kg: 80, method: 'estimated', reason: 'Intubated' })
  let view = await other.view()
  expect(view.weight).toMatchObject({ kg: 80, method: 'estimated' })
  expect(view.due).toMatchObject([
    { kind: 'weigh', dueAt: t(720), overdueAt: t(1440), owner: 'nurse', rules: ['INIT-6'] },
  ])
  await other.done('rn.adams', 'recordWeight', { kg: 78, method: 'measured' })
  view = await other.view()
  expect(view.weight).toMatchObject({ kg: 78, method: 'measured' })
  expect(view.due).toEqual([])
})

test('INIT-6: no weight, no prescription', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  expect(await answerTo(chart, prescription('vte'))).toEqual([422, 'INIT-6'])
})

test('INIT-7: lower with a reason; below half or higher is a deviation of AMO or registrar for one', async () => {
  const ward = await outside()
  const chart = await weighed(ward, 78)
  const ask = (more: object, user?: string) => answerTo(chart, prescription('vte', more), user)
  expect(await ask({ rateMlPerHour: 12 })).toEqual([422, 'INIT-7'])
  expect(await ask({ bolusUnits: 5000 })).toEqual([422, 'INIT-7'])
  expect(await ask({ bolusUnits: null })).toEqual([422, 'INIT-7'])
  expect(await ask({ rateMlPerHour: 12, reason: 'Frail' })).toEqual([201])
  expect(await ask({ bolusUnits: 5000, reason: 'Frail' })).toEqual([201])
  expect(await ask({ bolusUnits: null, reason: 'Frail' })).toEqual([201])
  expect(await ask({ rateMlPerHour: 7, reason: 'Frail' })).toEqual([201])
  expect(await ask({ rateMlPerHour: 6.9, reason: 'Frail' })).toEqual([422, 'INIT-7', 'DEV-1'])
  expect(await ask({ rateMlPerHour: 15, reason: 'x' })).toEqual([422, 'INIT-7', 'DEV-1'])
  expect(await ask({ bolusUnits: 6500, reason: 'x' })).toEqual([422, 'INIT-7', 'DEV-1'])
  expect(await ask({ rateMlPerHour: 15, deviation })).toEqual([403, 'DEV-1'])
  expect(await ask({ rateMlPerHour: 15, deviation }, 'reg.silva')).toEqual([422, 'DEV-1'])
  const named = { ...deviation, amo: 'Haddad' }
  expect(await ask({ rateMlPerHour: 15, deviation: named }, 'reg.silva')).toEqual([201])
  expect(await ask({ rateMlPerHour: 15, deviation }, 'amo.haddad')).toEqual([201])
  expect((await ask({ rateMlPerHour: null }))[0]).toBe(422)
})

test('NOMO-4: figures out of all limits are refused, deviations too', async () => {
  const ward = await outside()
  const chart = await weighed(ward, 78)
  const ask = (more: object) =>
    answerTo(chart, prescription('vte', { deviation, ...more }), 'amo.haddad')
  for (const rateMlPerHour of [0, -1, 60.1, 1400, 12.34, 0.05]) {
    const [status, ...rules] = await ask({ rateMlPerHour })
    expect([rateMlPerHour, status]).toEqual([rateMlPerHour, 422])
    expect(rules).toContain('NOMO-4')
  }
  for (const bolusUnits of [0, -5000, 15_001, 6000.5]) {
    expect([bolusUnits, ...(await ask({ bolusUnits }))]).toEqual([bolusUnits, 422, 'NOMO-4'])
  }
})

test('INIT-9: stroke after the neurologist, STEMI with its thrombolysis', async () => {
  const ward = await outside()
  const stroke = await weighed(ward, 60)
  expect(await answerTo(stroke, prescription('stroke', { adviceFrom: [] }))).toEqual([
    422,
    'INIT-9',
  ])
  expect(await answerTo(stroke, prescription('stroke'))).toEqual([201])
  const stemi = await weighed(ward, 40)
  expect(await answerTo(stemi, prescription('stemi', { thrombolysis: undefined }))).toEqual([
    422,
    'INIT-9',
  ])
  expect(await answerTo(stemi, prescription('stemi'))).toEqual([201])
})

test('BOL-1 to BOL-5, BOL-9: what bars a bolus and whose names lift it', async () => {
  const ward = await outside()
  const ask = async (more: object, kg = 78, protocol: 'vte' | 'stroke' = 'vte') =>
    answerTo(await weighed(ward, kg), prescription(protocol, more))
  expect(await ask({ restrictions: ['stroke'] })).toEqual([422, 'BOL-1'])
  expect(await ask({ restrictions: ['stroke'], adviceFrom: [neurologist] })).toEqual([201])
  const asked = { restrictions: ['stroke'], adviceFrom: [neurologist], bolusUnits: 3000 }
  expect(await ask(asked)).toEqual([201])
  expect(await ask({ bolusUnits: 3000 }, 60, 'stroke')).toEqual([201])
  expect(await ask({ restrictions: ['neurosurgical'], adviceFrom: [neurosurgeon] })).toEqual([
    422,
    'BOL-2',
  ])
  const both = [neurosurgeon, haematologist]
  expect(await ask({ restrictions: ['neurosurgical'], adviceFrom: both })).toEqual([201])
  expect(await ask({ restrictions: ['anticoagulated'], reason: 'Urgent' })).toEqual([422, 'BOL-3'])
  expect(await ask({ restrictions: ['anticoagulated'], bolusUnits: null })).toEqual([422, 'BOL-3'])
  const going = { restrictions: ['anticoagulated'], bolusUnits: null, reason: 'Urgent' }
  expect(await ask(going)).toEqual([201])
  const guided = { restrictions: ['anticoagulated'], adviceFrom: [haematologist] }
  expect(await ask(guided)).toEqual([201])
  expect(await ask({ restrictions: ['post-procedure'], adviceFrom: both })).toEqual([422, 'BOL-5'])
  expect(await ask({ restrictions: ['post-procedure'], bolusUnits: null })).toEqual([201])
  const chart = await weighed(ward, 60)
  await chart.done('mo.chen', 'prescribe', prescription('stroke'))
  expect((await chart.view()).restrictions).toContain('stroke')
  const list = await weighed(ward, 78)
  const { restrictions: _, ...unanswered } = prescription('vte')
  expect((await list.send('mo.chen', 'prescribe', unanswered)).status).toBe(400)
})

test('CHART-4: a contraindication blocks, save a deviation; HIT and hypersensitivity ask a haematologist too', async () => {
  const ward = await outside()
  const chart = await weighed(ward, 78)
  const ask = (contraindications: string[], more: object = {}, user?: string) =>
    answerTo(chart, prescription('vte', { contraindications, ...more }), user)
  for (const one of [
    'hypersensitivity',
    'hit-history',
    'thrombocytopenia-or-untestable',
    'active-bleeding',
  ]) {
    expect(await ask([one])).toEqual([422, 'CHART-4'])
    expect(await ask([one], { deviation })).toEqual([403, 'DEV-1'])
  }
  expect(await ask(['active-bleeding'], { deviation }, 'amo.haddad')).toEqual([201])
  expect(await ask(['hit-history'], { deviation }, 'amo.haddad')).toEqual([422, 'CHART-4'])
  const advised = { deviation, adviceFrom: [haematologist] }
  expect(await ask(['hit-history', 'hypersensitivity'], advised, 'amo.haddad')).toEqual([201])
})

test('CHART-9: any bag but 25,000 units in 250 mL is refused; the rate is the prescribed one', async () => {
  const ward = await outside()
  const chart = await prescribed(ward)
  const start = async (more: object) => {
    const fields = { rateMlPerHour: 14, bag: BAG, ...more }
    const { status, body } = await chart.send('rn.adams', 'startInfusion', fields)
    return [status, ...(body.rules ?? [])]
  }
  expect(await start({ bag: { units: 12_500, volumeMl: 250 } })).toEqual([422, 'CHART-9'])
  expect(await start({ bag: { units: 25_000, volumeMl: 500 } })).toEqual([422, 'CHART-9'])
  expect((await start({ rateMlPerHour: 13 }))[0]).toBe(422)
  expect((await start({ bag: { ...BAG, batch: 'x' } }))[0]).toBe(400)
  expect((await start({}))[0]).toBe(201)
})

test('BOL-8: the bolus of the prescription is given once, by two, as prescribed; given later it moves the 6 h', async () => {
  const ward = await outside()
  const chart = await prescribed(ward)
  const give = (orderSeq: number, units: number) =>
    chart.send('rn.adams', 'giveBolus', { orderSeq, units })
  expect((await give(3, 5000)).status).toBe(422)
  expect((await give(2, 6000)).status).toBe(422)
  await chart.twice(
    'startInfusion',
    { rateMlPerHour: 14, bag: BAG },
    { checkedRateMlPerHour: 14, pumpReadBackMlPerHour: 14 },
  )
  await ward.clock(20)
  const act = await give(3, 6000)
  expect(act.status).toBe(201)
  const wrong = await chart.countersign('rn.baker', act.body.entry.seq, { checkedUnits: 5000 })
  expect([wrong.status, ...wrong.body.rules]).toEqual([422, 'SIGN-4'])
  await chart.countersign('rn.baker', act.body.entry.seq, { checkedUnits: 6000 })
  const [item] = (await chart.view()).due.filter((each: View) => each.kind === 'aptt-collection')
  expect(item).toMatchObject({ dueAt: t(380) })
  expect((await give(3, 6000)).status).toBe(422)
  expect((await chart.view()).infusion).toMatchObject({ rateMlPerHour: 14, since: t(0) })
})

async function low(ward: Awaited<ReturnType<typeof outside>>, more: object = {}) {
  const chart = await started(ward, 'vte', more)
  const { body } = await resulted(ward, chart, 360, '38.0')
  return { chart, body, resultSeq: body.entry.seq as number }
}
const raised = { checkedResultText: '38.0', checkedRateMlPerHour: 15, pumpReadBackMlPerHour: 15 }
const given = { checkedResultText: '38.0', checkedUnits: 5000 }

test('BOL-6: below 40 the rate goes up by itself; the bolus waits for the MO’s order for that result', async () => {
  const ward = await outside()
  const { chart, body, resultSeq } = await low(ward)
  expect(body.advice).toMatchObject({ kind: 'change', newRateMlPerHour: 15, bolusUnits: 5000 })
  const due = async () => (await chart.view()).due.map((item: View) => item.kind)
  expect(await due()).toEqual(expect.arrayContaining(['titration', 'mo-decision']))
  const unordered = { orderSeq: resultSeq, units: 5000 }
  expect((await chart.send('rn.adams', 'giveBolus', unordered)).status).toBe(422)
  await chart.twice('changeRate', { resultSeq, newRateMlPerHour: 15 }, raised)
  expect(await due()).toContain('mo-decision')
  const order = { resultSeq, units: 5000, adviceFrom: [] }
  expect((await chart.send('mo.chen', 'orderBolus', { ...order, units: 4000 })).status).toBe(422)
  const { seq: orderSeq } = await chart.done('mo.chen', 'orderBolus', order)
  expect((await chart.send('mo.chen', 'orderBolus', order)).status).toBe(422)
  await ward.clock(420)
  await chart.twice('giveBolus', { orderSeq, units: 5000 }, given)
  const view = await chart.view()
  const [item] = view.due.filter((each: View) => each.kind === 'aptt-collection')
  expect(item).toMatchObject({ dueAt: t(780), rules: ['TIME-1', 'NOMO-8'] })
  expect(view.infusion).toMatchObject({ rateMlPerHour: 15, since: t(400) })
})

test('BOL-6: the bolus given first leaves the rate rise of the same result open', async () => {
  const ward = await outside()
  const { chart, resultSeq } = await low(ward)
  const order = { resultSeq, units: 5000, adviceFrom: [] }
  const { seq: orderSeq } = await chart.done('mo.chen', 'orderBolus', order)
  await chart.twice('giveBolus', { orderSeq, units: 5000 }, given)
  const [result] = (await chart.view()).results
  expect(result).toMatchObject({ seq: resultSeq, use: 'usable' })
  await ward.clock(410)
  await chart.twice('changeRate', { resultSeq, newRateMlPerHour: 15 }, raised)
  const view = await chart.view()
  expect(view.infusion.rateMlPerHour).toBe(15)
  const [item] = view.due.filter((each: View) => each.kind === 'aptt-collection')
  expect(item).toMatchObject({ dueAt: t(770) })
})

test('BOL-6: the order lapses 2 h after the rate change, at a newer sample, a stop, a suspension', async () => {
  const ward = await outside()
  const cases: [string, (chart: CourseChart) => Promise<unknown>, number][] = [
    ['just in time', async () => ward.clock(519), 201],
    ['2 h later', async () => ward.clock(520), 422],
    [
      'a newer sample',
      (chart) =>
        chart.done('rn.adams', 'recordResult', {
          text: '60',
          sample: { collectedAt: t(398), site: 'away-from-heparin' },
        }),
      422,
    ],
    [
      'a newer tube',
      (chart) => chart.done('rn.adams', 'recordCollection', { site: 'away-from-heparin' }),
      422,
    ],
    ['a stop', (chart) => chart.done('rn.adams', 'stopInfusion', { reason: 'concern' }), 422],
    ['a cease', (chart) => chart.done('rn.adams', 'ceaseInfusion', { reason: 'head-injury' }), 422],
  ]
  for (const [name, what, status] of cases) {
    await ward.clock(0)
    const { chart, resultSeq } = await low(ward)
    await chart.twice('changeRate', { resultSeq, newRateMlPerHour: 15 }, raised)
    const order = { resultSeq, units: 5000, adviceFrom: [] }
    const { seq: orderSeq } = await chart.done('mo.chen', 'orderBolus', order)
    await what(chart)
    const answer = await chart.send('rn.adams', 'giveBolus', { orderSeq, units: 5000 })
    expect([name, answer.status]).toEqual([name, status])
  }
})

test('BOL-6, BOL-9: under a restriction the order needs the names it asks for', async () => {
  const ward = await outside()
  const { chart, resultSeq } = await low(ward, {
    restrictions: ['neurosurgical'],
    bolusUnits: null,
  })
  const order = (adviceFrom: object[]) =>
    chart.send('mo.chen', 'orderBolus', { resultSeq, units: 5000, adviceFrom })
  expect((await order([])).body.rules).toEqual(['BOL-2'])
  expect((await order([neurosurgeon])).body.rules).toEqual(['BOL-2'])
  expect((await order([neurosurgeon, haematologist])).status).toBe(201)
})
