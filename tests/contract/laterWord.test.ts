import { expect, test } from 'vitest'
import { outside, prescription, resulted, started } from './support/tablet.ts'

test('TIME-3, SIGN-8: an MO who keeps the infusion off holds back the card of a restart that waits, and the countersign', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '120.0')
  await chart.done('rn.adams', 'stopInfusion', { reason: 'nomogram', resultSeq: body.entry.seq })
  await ward.clock(420)
  await chart.done('mo.chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  await ward.clock(490)
  const act = await chart.done('rn.adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq: null })
  await chart.done('mo.chen', 'assessBleeding', { finding: 'minor', plan: 'stay-off' })
  const figures = { checkedRateMlPerHour: 12 }
  const card = await chart.check('rn.baker', act.seq, figures)
  expect([card.status, card.body.type]).toEqual([422, expect.stringContaining('stays-off')])
  const signed = await chart.countersign('rn.baker', act.seq, {
    ...figures,
    pumpReadBackMlPerHour: 12,
  })
  expect([signed.status, (await chart.view()).infusion.status]).toEqual([422, 'stopped'])
})

test('RECOM-1: a prescription from before a suspected HIT recommences nothing, also once it is cleared', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(60)
  await chart.done('rn.adams', 'ceaseInfusion', { reason: 'treatment-complete' })
  const fields = { ...prescription('vte'), bolusUnits: null, rateMlPerHour: 13 }
  const order = await chart.done('mo.chen', 'prescribe', fields)
  await chart.done('rn.adams', 'ceaseInfusion', { reason: 'suspected-hit' })
  const cleared = { reason: 'suspected-hit', finding: 'Unlikely', nextStep: 'Prescribe again' }
  await chart.done('mo.chen', 'clearSuspension', cleared)
  const recommence = { orderSeq: order.seq, rateMlPerHour: 13 }
  const answer = await chart.send('rn.adams', 'recommenceInfusion', recommence)
  expect([answer.status, answer.body.type]).toEqual([
    422,
    expect.stringContaining('ceased-since-prescribed'),
  ])
})
