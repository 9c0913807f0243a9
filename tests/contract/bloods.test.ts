import { expect, test } from 'vitest'
import { pinOf } from '../server/support/ward.ts'
import {
  type CourseChart,
  openChart,
  outside,
  prescription,
  t,
  type View,
} from './support/tablet.ts'

const BAG = { units: 25_000, volumeMl: 250 }
const STARTED = { checkedRateMlPerHour: 14, pumpReadBackMlPerHour: 14 }

/** An infusion that runs since the beginning of the day, prescribed and started without any blood result. */
async function started() {
  const ward = await outside()
  const chart = await openChart(ward)
  await chart.done('rn.adams', 'recordWeight', { kg: 78, method: 'measured' })
  await chart.done('mo.chen', 'prescribe', prescription('vte', { reason: 'Counts sent' }))
  await chart.twice('startInfusion', { rateMlPerHour: 14, bag: BAG }, STARTED)
  return { ward, chart }
}

const dueOf = async (chart: CourseChart, kind: string, about?: string): Promise<View[]> =>
  (await chart.view()).due.filter(
    (item: View) => item.kind === kind && (about === undefined || item.about === about),
  )

async function count(
  chart: CourseChart,
  plateletsE9PerL: number,
  minutes: number,
): Promise<number> {
  const fields = { collectedAt: t(minutes), plateletsE9PerL }
  return (await chart.done('rn.adams', 'recordBloods', fields)).seq
}

test('HIT-1, CHART-5: no missing blood refuses a start; no count is overdue from it, the others 4 h after it', async () => {
  const { ward, chart } = await started()
  expect(await dueOf(chart, 'platelets')).toMatchObject([
    { status: 'overdue', dueAt: t(0), overdueAt: t(0), owner: 'mo', rules: ['HIT-1'] },
  ])
  expect(await dueOf(chart, 'bloods')).toMatchObject([
    { status: 'due', dueAt: t(0), overdueAt: t(240), owner: 'mo', rules: ['CHART-5'] },
  ])
  await ward.clock(240)
  expect(await dueOf(chart, 'bloods')).toMatchObject([{ status: 'overdue' }])
})

test('TIME-5: a count entered late is sorted in by its collection: 60 h and 72 h from there', async () => {
  const { chart } = await started()
  const seq = await count(chart, 240, -90)
  expect(await dueOf(chart, 'platelets')).toMatchObject([
    { dueAt: t(-90 + 3600), overdueAt: t(-90 + 4320), anchor: { seq, at: t(-90) } },
  ])
})

test('HIT-1: exactly 20 % alerts nobody, more asks an MO at once; answered, it returns at a lower count only', async () => {
  const { ward, chart } = await started()
  await count(chart, 300, -60)
  await ward.clock(3000)
  await count(chart, 240, 2990)
  expect(await dueOf(chart, 'mo-decision', 'platelet-alert')).toEqual([])
  const bloodsSeq = await count(chart, 239, 2995)
  expect(await dueOf(chart, 'mo-decision', 'platelet-alert')).toMatchObject([
    { dueAt: t(3000), overdueAt: t(3030), owner: 'mo', rules: ['HIT-1'] },
  ])
  const consulted = { role: 'haematology-consultant', name: 'Blood, Rui', at: t(3000) }
  const answer = { bloodsSeq, consulted, plan: 'Count again tomorrow' }
  expect(
    await chart.send('rn.adams', 'answerPlateletAlert', answer, own('rn.adams')),
  ).toMatchObject({
    status: 403,
    body: { rules: ['SIGN-2'] },
  })
  const wrong = { ...answer, bloodsSeq: bloodsSeq - 1 }
  expect(await chart.send('mo.chen', 'answerPlateletAlert', wrong, own('mo.chen'))).toMatchObject({
    status: 422,
    body: { type: '/problems/no-platelet-alert', rules: ['HIT-1'] },
  })
  await chart.done('mo.chen', 'answerPlateletAlert', answer, own('mo.chen'))
  await count(chart, 239, 2999)
  expect(await dueOf(chart, 'mo-decision', 'platelet-alert')).toEqual([])
  await count(chart, 238, 3000)
  expect(await dueOf(chart, 'mo-decision', 'platelet-alert')).toHaveLength(1)
})

const own = (user: string) => ({ signature: { pin: pinOf(user) } })

test('CHART-5, SIGN-7: values no patient has, none at all, and blood of the future are refused; a foreign field is malformed', async () => {
  const { chart } = await started()
  const send = (fields: object) =>
    chart.send('rn.adams', 'recordBloods', { collectedAt: t(-30), ...fields })
  for (const [fields, code] of [
    [{}, 'bloods-empty'],
    [{ plateletsE9PerL: 0 }, 'blood-value-out-of-range'],
    [{ plateletsE9PerL: 240.55 }, 'blood-value-decimals'],
    [{ inr: 1, collectedAt: t(5) }, 'in-the-future'],
  ] as const) {
    const reply = await send(fields)
    expect([reply.status, reply.body.type]).toEqual([422, `/problems/${code}`])
  }
  expect((await send({ platelets: 240 })).status).toBe(400)
  expect((await chart.entries()).some((entry: View) => entry.kind === 'bloodsResulted')).toBe(false)
})
