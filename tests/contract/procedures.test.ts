import { expect, test } from 'vitest'
import {
  type CourseChart,
  type Outside,
  outside,
  prescription,
  started,
  t,
} from './support/tablet.ts'

const HOUR = 60
const clean = { haemostasis: 'confirmed', bloodSeen: 'none' }

/** Runs since minute 0, planned for minute 600. Gives the chart and the plan. */
async function planned(ward: Outside, procedure: string) {
  const chart = await started(ward)
  const plan = await chart.done(
    'mo.chen',
    'planProcedure',
    { procedure, bookedAt: t(600), veryHighThromboticRisk: false, consulted: [] },
    { signature: { pin: '310274' } },
  )
  return { chart, planSeq: plan.seq }
}

async function dueOf(chart: CourseChart, kind: string) {
  return (await chart.view()).due.filter((item: { kind: string }) => item.kind === kind)
}

test('PROC-1, TIME-7, BOL-5: a lumbar puncture over HTTP: due to cease, refused at exactly 2 hours, taken a minute later', async () => {
  const ward = await outside()
  const { chart, planSeq } = await planned(ward, 'lumbar-puncture')
  expect(await dueOf(chart, 'procedure-cease')).toMatchObject([
    {
      status: 'waiting',
      dueAt: t(180),
      overdueAt: t(240),
      owner: 'nurse',
      rules: ['PROC-1', 'TIME-7'],
    },
  ])
  await ward.clock(200)
  await chart.done('rn.adams', 'ceaseInfusion', { reason: 'procedure' })
  await ward.clock(640)
  await chart.done('rn.adams', 'endProcedure', { planSeq, ...clean })
  expect((await chart.view()).restrictions).toEqual(['post-procedure'])
  expect(await dueOf(chart, 'procedure-recommence')).toMatchObject([
    { status: 'waiting', dueAt: t(761), overdueAt: null, owner: 'mo' },
  ])
  const again = prescription('vte', { bolusUnits: null, rateMlPerHour: 12 })
  const order = await chart.done('mo.chen', 'prescribe', again)
  const recommence = { orderSeq: order.seq, rateMlPerHour: 12 }
  await ward.clock(760)
  const early = await chart.send('rn.adams', 'recommenceInfusion', recommence)
  expect([early.status, early.body.type, early.body.rules]).toEqual([
    422,
    '/problems/too-early-after-procedure',
    ['PROC-1'],
  ])
  expect(early.body.facts.earliest).toBe(t(761))
  await ward.clock(761)
  await chart.twice('recommenceInfusion', recommence, {
    checkedRateMlPerHour: 12,
    pumpReadBackMlPerHour: 12,
  })
  expect(await dueOf(chart, 'procedure-recommence')).toEqual([])
  expect((await dueOf(chart, 'aptt-collection'))[0].dueAt).toBe(t(761 + 6 * HOUR))
})

test('PROC-1, SIGN-2: a nurse does not plan; surgery asks for its plans; a booking in the past is refused', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const fields = { bookedAt: t(600), veryHighThromboticRisk: false, consulted: [] }
  const ask = async (user: string, pin: string, more: object) => {
    const reply = await chart.send(
      user,
      'planProcedure',
      { ...fields, ...more },
      { signature: { pin } },
    )
    return [reply.status, reply.body.rules?.[0]]
  }
  expect(await ask('rn.adams', '204811', { procedure: 'biopsy' })).toEqual([403, 'SIGN-2'])
  expect(await ask('mo.chen', '310274', { procedure: 'surgery' })).toEqual([422, 'PROC-1'])
  expect(await ask('mo.chen', '310274', { procedure: 'biopsy', bookedAt: t(-1) })).toEqual([
    422,
    'PROC-1',
  ])
  expect((await ask('mo.chen', '310274', { procedure: 'appendix' }))[0]).toBe(400)
})

test('PROC-1: the board names a near procedure, and a moved one only when it is near again', async () => {
  const ward = await outside()
  const { chart, planSeq } = await planned(ward, 'biopsy')
  const line = async () => {
    const board = await ward.call('rn.adams', 'GET', '/api/wards/7-west/board')
    return board.body.charts.find((each: { chartId: string }) => each.chartId === chart.id)
      .procedure
  }
  expect(await line()).toEqual({
    procedure: 'biopsy',
    phase: 'booked',
    at: t(600),
    heparinAt: t(600 - 4 * HOUR),
  })
  await chart.done('rn.adams', 'moveProcedure', { planSeq, bookedAt: t(48 * HOUR), reason: 'List' })
  expect(await line()).toBeNull()
})

test('PROC-1, RECOM-1: ceased for a procedure without any plan on the chart, recommencing is as it was', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(60)
  await chart.done('rn.adams', 'ceaseInfusion', { reason: 'procedure' })
  const again = prescription('vte', { bolusUnits: null, rateMlPerHour: 12 })
  const order = await chart.done('mo.chen', 'prescribe', again)
  await chart.twice(
    'recommenceInfusion',
    { orderSeq: order.seq, rateMlPerHour: 12 },
    { checkedRateMlPerHour: 12, pumpReadBackMlPerHour: 12 },
  )
  expect((await chart.view()).infusion.status).toBe('running')
})
