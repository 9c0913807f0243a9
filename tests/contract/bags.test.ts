import { expect, test } from 'vitest'
import { outside, resulted, started, type View } from './support/tablet.ts'

const LABEL = { units: 25_000, volumeMl: 250, batch: 'HK1', expiry: '2028-01-31' }

test('CHART-9, SIGN-3, SIGN-4: a bag hangs on one signature; the second keys its units unseen', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(600)
  const hung = await chart.send('rn.adams', 'hangBag', LABEL)
  expect(hung.status).toBe(201)
  expect(hung.body.entry).toMatchObject({ kind: 'bagHung', ...LABEL })
  const { seq } = hung.body.entry
  expect(await chart.view()).toMatchObject({ owed: [seq] })

  const sign = (checkedUnits: number) => chart.countersign('rn.baker', seq, { checkedUnits })
  const differs = await sign(2_500)
  expect([differs.status, differs.body.rules]).toEqual([422, ['SIGN-4']])
  expect(JSON.stringify(differs.body)).not.toMatch(/25.?000|2.?500/)
  expect((await sign(25_000)).status).toBe(201)
  expect(await chart.view()).toMatchObject({ owed: [] })
})

test('CHART-9, H26: with a wrong bag no advice and no rate, and a stop all the same', async () => {
  const ward = await outside()
  const chart = await started(ward)
  await ward.clock(60)
  expect((await chart.send('rn.adams', 'hangBag', { ...LABEL, units: 12_500 })).status).toBe(201)
  const { seq: resultSeq } = (await resulted(ward, chart, 420, '98.0')).body.entry
  const view: View = await chart.view()
  expect(view.results.at(-1)?.advice).toBeNull()
  expect(view.due.map(({ kind }: View) => kind)).toEqual(
    expect.arrayContaining(['bag', 'mo-decision']),
  )
  const change = await chart.send('rn.adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  expect([change.status, change.body.rules]).toEqual([422, ['CHART-9']])
  const stop = await chart.send('rn.adams', 'stopInfusion', { reason: 'concern' })
  expect(stop.status).toBe(201)
})

test('TIME-6, CHART-9: an expired bag is refused, and the bag item keeps its time', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const before = (await chart.view()).due.find(({ kind }: View) => kind === 'bag')
  const refused = await chart.send('rn.adams', 'hangBag', { ...LABEL, expiry: '2027-03-09' })
  expect([refused.status, refused.body.rules]).toEqual([422, ['CHART-9']])
  expect((await chart.view()).due.find(({ kind }: View) => kind === 'bag')).toEqual(before)
  expect(before).toMatchObject({ rules: ['TIME-6', 'TIME-8'], owner: 'nurse', status: 'waiting' })
})
