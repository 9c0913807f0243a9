import { expect, test } from 'vitest'
import { changedOn, outside, resulted, started, t, type View } from './support/tablet.ts'

const MAJOR = { bleeding: 'major-suspected', sites: [] }
const itemsOf = (view: View, rule: string) =>
  view.due.filter(({ rules }: View) => rules.includes(rule))

test('OBS-1, BLEED-0: a suspected major bleed suspends without a signature and stops nothing; STOP and clearance follow', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(60)
  const seen = await chart.done('rn.cole', 'recordObservation', MAJOR)
  let view = await chart.view()
  expect(view.infusion).toMatchObject({
    status: 'running',
    rateMlPerHour: 14,
    suspended: ['suspected-major-bleed'],
  })
  expect(itemsOf(view, 'BLEED-0')).toMatchObject([
    { kind: 'mo-decision', owner: 'mo', dueAt: t(60), overdueAt: t(90), anchor: { seq: seen.seq } },
  ])
  const cease = await chart.done('rn.cole', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
  expect(cease.kind).toBe('infusionCeased')
  const clearing = { reason: 'suspected-major-bleed', finding: 'None', nextStep: 'Stay off' }
  expect((await chart.send('rn.adams', 'clearSuspension', clearing)).status).toBe(403)
  await chart.done('mo.chen', 'clearSuspension', clearing)
  view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'ceased', suspended: [] })
})

test('SIGN-8, SIGN-9, BLEED-0: an observation that suspends moves the version and voids what waits; another does neither', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  const resultSeq = body.entry.seq
  await chart.done('rn.adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  const before = await chart.view()
  await chart.done('rn.baker', 'recordObservation', { ...MAJOR, bleeding: 'none-seen' })
  expect(await chart.view()).toMatchObject({ version: before.version, pending: before.pending })
  await chart.done('rn.baker', 'recordObservation', MAJOR)
  expect(await chart.view()).toMatchObject({ version: before.version + 1, pending: null })
})

test('BLEED-0: an increase is refused by its rule after a fall; a decrease goes on', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const low = await resulted(ward, chart, 360, '42.0')
  await chart.done('en.evans', 'recordFall', { witnessed: true, headInjury: 'none-seen' })
  const raised = await chart.send('rn.adams', 'changeRate', {
    resultSeq: low.body.entry.seq,
    newRateMlPerHour: 15,
  })
  expect([raised.status, raised.body.rules]).toEqual([422, ['BLEED-0']])
  expect((await chart.view()).infusion.suspended).toEqual(['fall'])
  const high = await resulted(ward, chart, 405, '98.0')
  await changedOn(chart, high.body.entry.seq, 12, '98.0')
  expect((await chart.view()).infusion.rateMlPerHour).toBe(12)
})

test('FALL-1: an unseen fall asks for the review at once, overdue after 30 min; a head injury not ruled out suspends too', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(60)
  await chart.done('rn.cole', 'recordFall', { witnessed: false, headInjury: 'not-known' })
  const view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'running', suspended: ['fall', 'head-injury'] })
  expect(itemsOf(view, 'FALL-1')).toMatchObject([{ owner: 'mo', dueAt: t(60), overdueAt: t(90) }])
})

test('BLEED-1: minor bleeding asks an MO, overdue after 60 min; the infusion goes on; a review answers it', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(60)
  const { seq } = await chart.done('rn.adams', 'recordObservation', {
    bleeding: 'minor',
    sites: ['gums'],
    clots: 'none-seen',
  })
  let view = await chart.view()
  expect(view.infusion).toMatchObject({ status: 'running', rateMlPerHour: 14, suspended: [] })
  expect(itemsOf(view, 'BLEED-1')).toMatchObject([
    { kind: 'mo-decision', dueAt: t(60), overdueAt: t(120), owner: 'mo' },
  ])
  const review = { eventSeq: seq, finding: 'Gums ooze', plan: 'Go on' }
  const signature = { pin: '310274' }
  const byNurse = await chart.send('rn.adams', 'reviewEvent', review, {
    signature: { pin: '204811' },
  })
  expect(byNurse.status).toBe(403)
  await chart.done('mo.chen', 'reviewEvent', review, { signature })
  view = await chart.view()
  expect(itemsOf(view, 'BLEED-1')).toEqual([])
  const again = await chart.send('mo.chen', 'reviewEvent', review, { signature })
  expect([again.status, again.body.type]).toEqual([422, '/problems/event-reviewed-already'])
})

test('AE-1: a pharmacist records an adverse event; allergic reaction and suspected HIT suspend', async () => {
  const ward = await outside()
  for (const [event, suspended] of [
    ['other', []],
    ['allergic-reaction', ['allergic-reaction']],
    ['suspected-hit', ['suspected-hit']],
  ] as const) {
    const chart = await started(ward)
    await chart.done('pharm.gray', 'recordAdverseEvent', { event, text: 'Seen on the round' })
    const view = await chart.view()
    expect(view.infusion.suspended).toEqual(suspended)
    expect(itemsOf(view, 'AE-1')).toMatchObject([{ owner: 'mo', kind: 'adverse-event' }])
  }
})

test('BLEED-1: steps are ticked over HTTP; an unknown one, one without its name and a second tick are refused', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { seq } = await chart.done('rn.cole', 'recordObservation', MAJOR)
  const step = { guideline: 'major-bleed', aboutSeq: seq }
  const answers = [
    await chart.send('rn.cole', 'tickStep', { ...step, step: 'pace-call' }),
    await chart.send('rn.adams', 'tickStep', { ...step, step: 'pace-call' }),
    await chart.send('rn.adams', 'tickStep', { ...step, step: 'no-step' }),
    await chart.send('mo.chen', 'tickStep', { ...step, step: 'haematologist-before-protamine' }),
  ]
  expect(answers.map(({ status, body }) => [status, body.type ?? body.entry.kind])).toEqual([
    [201, 'stepTicked'],
    [422, '/problems/step-done-already'],
    [422, '/problems/no-such-step'],
    [422, '/problems/step-needs-name'],
  ])
})
