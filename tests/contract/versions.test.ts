import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  BAG,
  type CourseChart,
  changedOn,
  openChart,
  outside,
  prescription,
  t,
} from './support/tablet.ts'

import { answer12, firstSigned, withResult } from './support/titration.ts'

test('SIGN-8: O, T and countersign compare the version: 409 with version and what is new; F and S do not', async () => {
  const ward = await outside()
  const { chart, resultSeq } = await withResult(ward)
  const version = (await chart.view()).version
  const stale = { version: version - 1 }
  const change = { resultSeq, newRateMlPerHour: 12 }
  for (const answer of [
    await chart.send('rn.adams', 'changeRate', change, stale),
    await chart.send('mo.chen', 'orderRate', { resultSeq, rateMlPerHour: 12, reason: 'x' }, stale),
    await chart.send('mo.chen', 'strikeOut', { struckSeq: 2, reason: 'x' }, stale),
    await chart.send('mo.chen', 'closeChart', { reason: 'x' }, stale),
    await chart.send('mo.chen', 'prescribe', prescription('vte'), stale),
    await chart.send('rn.adams', 'changeRate', change, { version: version + 1 }),
  ]) {
    expect(answer.status).toBe(409)
    expect(answer.body.version).toBe(version)
    expect(Array.isArray(answer.body.entries)).toBe(true)
  }
  const { body } = await chart.send('rn.adams', 'changeRate', change, stale)
  expect(body.entries).toMatchObject([{ seq: resultSeq, kind: 'apttResulted' }])
  for (const kind of ['recordWeight', 'recordCollection', 'writeNote', 'transferWard'] as const) {
    const fields = {
      recordWeight: { kg: 78, method: 'measured' },
      recordCollection: { site: 'not-known' },
      writeNote: { text: 'x' },
      transferWard: { wardId: '7-west', bed: '13' },
    }[kind]
    expect([kind, (await chart.send('rn.adams', kind, fields, { version: 0 })).status]).toEqual([
      kind,
      201,
    ])
  }
  const act = await chart.done('rn.adams', 'changeRate', change)
  expect((await chart.countersign('rn.baker', act.seq, answer12, { version: 1 })).status).toBe(409)
  expect((await chart.countersign('rn.baker', act.seq, answer12)).status).toBe(201)
})

test('SIGN-8: the version counts the starred kinds and a countersign that puts an act into effect', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const seen: [string, number][] = []
  const step = async (kind: string, doing: Promise<unknown>) => {
    const before = seen.at(-1)?.[1] ?? 1
    await doing
    const { version } = await chart.view()
    seen.push([kind, version])
    return version - before
  }
  const weight = { kg: 78, method: 'measured' }
  expect(await step('recordWeight', chart.done('rn.adams', 'recordWeight', weight))).toBe(1)
  expect(await step('prescribe', chart.done('mo.chen', 'prescribe', prescription('vte')))).toBe(1)
  expect(await step('writeNote', chart.done('rn.adams', 'writeNote', { text: 'x' }))).toBe(0)
  const start = { rateMlPerHour: 14, bag: BAG }
  const checked = { checkedRateMlPerHour: 14 }
  expect(await step('startInfusion', chart.done('rn.adams', 'startInfusion', start))).toBe(1)
  const { actSeq } = (await chart.view()).pending
  expect(await step('check', chart.check('rn.baker', actSeq, checked))).toBe(0)
  const card = { ...checked, pumpReadBackMlPerHour: 14 }
  expect(await step('countersign', chart.countersign('rn.baker', actSeq, card))).toBe(1)
  await ward.clock(360)
  const site = { site: 'away-from-heparin' }
  expect(await step('recordCollection', chart.done('rn.adams', 'recordCollection', site))).toBe(0)
  const sample = { collectionSeq: (await chart.view()).seq }
  const result = { text: '60.0', sample }
  expect(await step('recordResult', chart.done('rn.adams', 'recordResult', result))).toBe(1)
  const { seq: resultSeq } = await chart.view()
  expect(await step('keepRate', chart.done('rn.adams', 'keepRate', { resultSeq }))).toBe(0)
  const { seq: keepSeq } = await chart.view()
  const keepCheck = { checkedResultText: '60.0', checkedRateMlPerHour: 14 }
  expect(await step('countersign', chart.countersign('rn.baker', keepSeq, keepCheck))).toBe(0)
  const stop = { reason: 'concern' }
  expect(await step('stopInfusion', chart.done('rn.adams', 'stopInfusion', stop))).toBe(1)
  const { seq: stopSeq } = await chart.view()
  expect(await step('countersign', chart.countersign('rn.baker', stopSeq))).toBe(0)
  const cease = { reason: 'treatment-complete' }
  expect(await step('ceaseInfusion', chart.done('rn.adams', 'ceaseInfusion', cease))).toBe(1)
  expect(await step('closeChart', chart.done('mo.chen', 'closeChart', { reason: 'x' }))).toBe(1)
})

test('SIGN-8: anything shown that is no longer so is 409, at the first signature and at the second', async () => {
  const ward = await outside()
  const { chart, resultSeq } = await withResult(ward)
  const change = { resultSeq, newRateMlPerHour: 12 }
  const shown = (await chart.shown(change)) as Record<string, unknown>
  const others = {
    name: 'NGUYEN, Alexa',
    dateOfBirth: '1951-03-10',
    mrn: '1',
    protocol: 'stroke',
    protocolVersion: '0',
    resultText: '98.1',
    collectedAt: t(359),
    oldRateMlPerHour: 13,
  }
  for (const [name, value] of Object.entries({ ...others })) {
    const odd = { shown: { ...shown, [name]: value } }
    const first = await chart.send('rn.adams', 'changeRate', change, odd)
    expect([name, first.status]).toEqual([name, 409])
    expect(first.body.version).toBe((await chart.view()).version)
  }
  const { resultText: _, ...short } = shown
  expect((await chart.send('rn.adams', 'changeRate', change, { shown: short })).status).toBe(400)
  const act = await chart.done('rn.adams', 'changeRate', change)
  for (const [name, value] of Object.entries(others)) {
    const odd = { shown: { ...shown, [name]: value } }
    const second = await chart.countersign('rn.baker', act.seq, answer12, odd)
    expect([name, second.status]).toEqual([name, 409])
  }
  const matched = await chart.check('rn.baker', act.seq, {
    checkedResultText: '98.0',
    checkedRateMlPerHour: 12,
  })
  expect(matched.status).toBe(200)
  const anyway = await chart.countersign('rn.baker', act.seq, answer12, {
    version: 0,
    shown: { ...shown, oldRateMlPerHour: 13 },
  })
  expect(anyway.status).toBe(201)
})

test('SIGN-8: a first signature lapses at 10 minutes, to the second; nothing happened and the item stays', async () => {
  const ward = await outside()
  const { chart, act, resultSeq } = await firstSigned(ward)
  expect((await chart.view()).pending.lapsesAt).toBe(t(410))
  await ward.clock(409)
  expect((await chart.view()).pending).toMatchObject({ actSeq: act, lapsesAt: t(410) })
  const seq = (await chart.view()).seq
  await ward.clock(410)
  const view = await chart.view()
  expect(view.pending).toBeNull()
  expect(view.seq).toBe(seq)
  expect(view.due.map((item: { kind: string }) => item.kind)).toContain('titration')
  const late = await chart.countersign('rn.baker', act, answer12)
  expect([late.status, late.body.rules]).toEqual([422, ['SIGN-8']])
  const check = await chart.check('rn.baker', act, {
    checkedResultText: '98.0',
    checkedRateMlPerHour: 12,
  })
  expect([check.status, check.body.rules]).toEqual([422, ['SIGN-8']])
  await changedOn(chart, resultSeq, 12, '98.0')
  expect((await chart.view()).infusion.rateMlPerHour).toBe(12)
})

test('SIGN-8: retries: a refused command is decided anew, an accepted one is not, another body is 422', async () => {
  const ward = await outside()
  const { chart, resultSeq } = await withResult(ward)
  const id = randomUUID()
  const bad = await chart.send(
    'rn.adams',
    'changeRate',
    { resultSeq, newRateMlPerHour: 13 },
    { id },
  )
  expect(bad.status).toBe(422)
  const change = { resultSeq, newRateMlPerHour: 12 }
  const version = (await chart.view()).version
  const good = await chart.send('rn.adams', 'changeRate', change, { id })
  expect(good.status).toBe(201)
  const again = await chart.send('rn.adams', 'changeRate', change, { id, version })
  expect([again.status, again.body]).toEqual([201, good.body])
  const wrongPin = { id, version, signature: { pin: '999999' } }
  expect((await chart.send('rn.adams', 'changeRate', change, wrongPin)).body).toEqual(good.body)
  const more = await chart.send('rn.adams', 'changeRate', change, { id, version: version + 1 })
  expect(more.status).toBe(422)
  const note = await chart.send('rn.adams', 'writeNote', { text: 'x' }, { id })
  expect(note.status).toBe(422)
  const other = await openChart(ward)
  expect((await other.send('rn.adams', 'writeNote', { text: 'x' }, { id })).status).toBe(201)
})

test('SIGN-9: a second dose act is refused while one waits; withdrawing is its signer’s', async () => {
  const ward = await outside()
  const { chart, act, resultSeq } = await firstSigned(ward)
  const change = { resultSeq, newRateMlPerHour: 12 }
  const second = await chart.send('mo.chen', 'changeRate', change)
  expect([second.status, second.body.rules]).toEqual([422, ['SIGN-9']])
  expect((await chart.send('rn.baker', 'withdraw', { actSeq: act })).status).toBe(403)
  expect((await chart.send('rn.adams', 'withdraw', { actSeq: act + 7 })).status).toBe(422)
  expect((await chart.send('rn.adams', 'withdraw', { actSeq: act }, { version: 0 })).status).toBe(
    201,
  )
  expect((await chart.view()).pending).toBeNull()
  expect((await chart.send('rn.adams', 'withdraw', { actSeq: act })).status).toBe(422)
  expect((await chart.send('mo.chen', 'changeRate', change)).status).toBe(201)
})

test('SIGN-9: what voids before the match, and only a stop or cease after it', async () => {
  const ward = await outside()
  const voided = async (
    what: (chart: CourseChart, act: number) => Promise<unknown>,
    matched: boolean,
  ) => {
    const other = await outside()
    const { chart, act } = await firstSigned(other)
    if (matched) {
      const figures = { checkedResultText: '98.0', checkedRateMlPerHour: 12 }
      expect((await chart.check('rn.baker', act, figures)).status).toBe(200)
    }
    await what(chart, act)
    return (await chart.view()).pending === null
  }
  const result = (text: string, minutes: number) => (chart: CourseChart) =>
    chart.done('rn.baker', 'recordResult', {
      text,
      sample: { collectedAt: t(minutes), site: 'away-from-heparin' },
    })
  const table: [string, (chart: CourseChart, act: number) => Promise<unknown>, boolean, boolean][] =
    [
      ['a usable result of a later sample', result('70.0', 380), true, false],
      ['an amended result', result('97.0', 360), true, false],
      ['a stop-band result that is stale', result('120', 0), true, false],
      ['a stop-band result that is early', result('120', 200), true, false],
      ['an early result below the stop band', result('80', 200), false, false],
      ['a note', (chart) => chart.done('rn.baker', 'writeNote', { text: 'x' }), false, false],
      [
        'a stop',
        (chart) => chart.done('rn.baker', 'stopInfusion', { reason: 'concern' }),
        true,
        true,
      ],
      [
        'a cease',
        (chart) => chart.done('rn.baker', 'ceaseInfusion', { reason: 'procedure' }),
        true,
        true,
      ],
      [
        'a change of protocol',
        (chart) =>
          chart.send(
            'mo.chen',
            'prescribe',
            prescription('nstemi', { bolusUnits: null, rateMlPerHour: null }),
          ),
        true,
        false,
      ],
      [
        'a strike-out of the result',
        async (chart) => {
          const struck = (await chart.entries()).find((entry) => entry.kind === 'apttResulted')
          return chart.done('mo.chen', 'strikeOut', {
            struckSeq: struck.seq,
            reason: 'Wrong patient',
          })
        },
        true,
        false,
      ],
    ]
  for (const [name, what, before, after] of table) {
    expect([name, 'before', await voided(what, false)]).toEqual([name, 'before', before])
    expect([name, 'after', await voided(what, true)]).toEqual([name, 'after', after])
  }
  expect(ward.base).toBeTruthy()
})

test('SIGN-3: no change is in effect at once; its check is due at once and blind', async () => {
  const ward = await outside()
  const { chart, resultSeq } = await withResult(ward, '60.0')
  const kept = await chart.done('rn.adams', 'keepRate', { resultSeq }, { version: 0 })
  const view = await chart.view()
  expect(view.owed).toEqual([kept.seq])
  expect(view.results[0].use).toBe('acted')
  expect(view.due).toContainEqual(
    expect.objectContaining({ kind: 'second-check', dueAt: t(400), overdueAt: t(460) }),
  )
  expect(view.due).toContainEqual(
    expect.objectContaining({
      kind: 'aptt-collection',
      dueAt: t(720),
      anchor: { seq: resultSeq, at: t(360) },
      rules: ['TIME-1', 'NOMO-7'],
    }),
  )
  const wrong = { checkedResultText: '61.0', checkedRateMlPerHour: 14 }
  for (let i = 0; i < 3; i += 1) {
    const answer = await chart.countersign('rn.baker', kept.seq, wrong)
    expect([answer.status, answer.body.rules]).toEqual([422, ['SIGN-4']])
  }
  const right = { checkedResultText: '60.0', checkedRateMlPerHour: 14 }
  expect((await chart.countersign('rn.cole', kept.seq, right)).status).toBe(403)
  expect((await chart.countersign('pharm.gray', kept.seq, right)).status).toBe(201)
  expect((await chart.view()).owed).toEqual([])
})
