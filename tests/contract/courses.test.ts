import { expect, test } from 'vitest'
import {
  BAG,
  changedOn,
  openChart,
  outside,
  prescribed,
  prescription,
  prescriptions,
  resulted,
  started,
  t,
  type View,
} from './support/tablet.ts'

/** Bolus where there is one, start, one change, two results in range, no change both times, then daily. */
test.each([
  ['nstemi', '80.0', 9, '60.0'],
  ['stemi', '44.0', 6, '60.0'],
  ['vte', '98.0', 12, '60.0'],
  ['stroke', '62.0', 8.5, '55.0'],
] as const)(
  'INIT-1, NOMO-7, NOMO-8: %s from the prescription to the second therapeutic APTT',
  async (protocol, text, changed, inRange) => {
    const ward = await outside()
    const chart = await prescribed(ward, protocol)
    const { bolusUnits, rateMlPerHour } = prescriptions[protocol]
    expect((await chart.view()).infusion).toMatchObject({
      status: 'not-started',
      rateMlPerHour: null,
    })
    if (bolusUnits !== null) {
      await chart.twice(
        'giveBolus',
        { orderSeq: 3, units: bolusUnits },
        { checkedUnits: bolusUnits },
      )
    }
    await ward.clock(5)
    await chart.twice(
      'startInfusion',
      { rateMlPerHour, bag: BAG },
      { checkedRateMlPerHour: rateMlPerHour, pumpReadBackMlPerHour: rateMlPerHour },
    )
    const collection = async () =>
      (await chart.view()).due.find((item: View) => item.kind === 'aptt-collection')
    expect(await collection()).toMatchObject({ dueAt: t(365), rules: ['TIME-1', 'NOMO-8'] })
    const first = await resulted(ward, chart, 365, text)
    expect(first.body.advice).toMatchObject({ kind: 'change', newRateMlPerHour: changed })
    await changedOn(chart, first.body.entry.seq, changed, text)
    expect((await chart.view()).infusion).toMatchObject({ rateMlPerHour: changed, since: t(405) })
    expect(await collection()).toMatchObject({ dueAt: t(765) })
    const second = await resulted(ward, chart, 765, inRange)
    expect(second.body.advice.kind).toBe('no-change')
    const keep = async (resultSeq: number) => {
      const kept = await chart.done('rn.adams', 'keepRate', { resultSeq })
      const checked = { checkedResultText: inRange, checkedRateMlPerHour: changed }
      expect((await chart.countersign('en.evans', kept.seq, checked)).status).toBe(201)
    }
    await keep(second.body.entry.seq)
    expect(await collection()).toMatchObject({ dueAt: t(1125), rules: ['TIME-1', 'NOMO-7'] })
    const third = await resulted(ward, chart, 1125, inRange)
    await keep(third.body.entry.seq)
    const view = await chart.view()
    expect(view.therapeuticRun).toBe(2)
    expect(await collection()).toMatchObject({
      dueAt: t(1125 + 1440),
      overdueAt: t(1125 + 1470),
      anchor: { seq: third.body.entry.seq, at: t(1125) },
    })
    expect(view.owed).toEqual([])
    expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: changed })
  },
)

test('SIGN-9: twelve tablets sign the same titration at once: one act, the others are told', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  const change = { resultSeq: body.entry.seq, newRateMlPerHour: 12 }
  const version = (await chart.view()).version
  const answers = await Promise.all(
    ['rn.adams', 'rn.baker', 'mo.chen', 'mo.okafor', 'reg.silva', 'amo.haddad'].flatMap((user) => [
      chart.send(user, 'changeRate', change, { version }),
      chart.send(user, 'changeRate', change, { version }),
    ]),
  )
  const statuses = answers.map((answer) => answer.status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409 || status === 422)).toHaveLength(11)
  const acts = (await chart.entries()).filter((entry) => entry.kind === 'rateChanged')
  expect(acts).toHaveLength(1)
})

test('SIGN-5: notes, weights and stops at once are all taken, each with a place of its own', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      index % 3 === 0
        ? chart.send('rn.cole', 'stopInfusion', { reason: 'concern' }, { version: 0 })
        : chart.send('rn.adams', 'writeNote', { text: `Note ${index}` }, { version: 0 }),
    ),
  )
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
  const seqs = (await chart.entries()).map((entry) => entry.seq)
  expect(seqs).toEqual(seqs.map((_, index) => index + 1))
})

test('CHART-8: two tablets open a chart for one MRN at once: one is opened', async () => {
  const ward = await outside()
  const patient = {
    mrn: 'twice',
    surname: 'Nguyen',
    given: 'Alex',
    dateOfBirth: '1951-03-09',
    sex: 'F',
  }
  const opened = await Promise.allSettled(
    Array.from({ length: 6 }, () => openChart(ward, { patient })),
  )
  expect(opened.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
})

test('NOMO-8: 6 h are elapsed time across both changes of daylight saving', async () => {
  for (const start of ['2027-04-03T13:30:00Z', '2027-10-02T13:30:00Z']) {
    const ward = await outside({ clock: start })
    const chart = await openChart(ward)
    await chart.done('rn.adams', 'recordWeight', { kg: 78, method: 'measured' })
    await chart.done('mo.chen', 'prescribe', prescription('vte'))
    await chart.twice(
      'startInfusion',
      { rateMlPerHour: 14, bag: BAG },
      { checkedRateMlPerHour: 14, pumpReadBackMlPerHour: 14 },
    )
    const item = (await chart.view()).due.find((each: View) => each.kind === 'aptt-collection')
    expect(item.dueAt).toBe(start.replace('T13', 'T19'))
  }
})
