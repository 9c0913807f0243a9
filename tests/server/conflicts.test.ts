import { describe, expect, test } from 'vitest'
import {
  at,
  firstSignature,
  openChart,
  opening,
  patient,
  runningVte,
  secondSignature,
  vtePrescription,
} from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { pinOf, startWard } from './support/ward.ts'

const commands = (id: string) => `/api/charts/${id}/commands`

describe.each(databases)('two tablets on one chart on $name', ({ open }) => {
  test('SIGN-8: a signature on an older version is 409 with the version now and what is new', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    await chart.done(adams, 'recordWeight', { kg: 77.5, method: 'measured' })
    await chart.done(adams, 'writeNote', { text: 'Weighed again on the chair scale.' })

    const reply = await adams.post(commands(chart.id), firstSignature)

    expect(reply.status).toBe(409)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.body.version).toBe(9)
    expect(reply.body.entries).toMatchObject([
      { seq: 10, version: 9, kind: 'weightRecorded', kg: 77.5 },
      { seq: 11, version: 9, kind: 'noteWritten' },
    ])
    expect(await chart.view()).toMatchObject({ seq: 11, pending: null })
  })

  test('a note written meanwhile never makes a signature fail', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    await chart.done(adams, 'writeNote', { text: 'Slept well.' })

    expect((await adams.post(commands(chart.id), firstSignature)).status).toBe(201)
  })

  test('notes sent all at once are all written, one after the other', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

    const replies = await Promise.all(texts.map((text) => chart.send(adams, 'writeNote', { text })))

    expect(replies.map((reply) => reply.status)).toEqual(texts.map(() => 201))
    const seqs = replies.map((reply) => reply.body.entry.seq).sort((a, b) => a - b)
    expect(seqs).toEqual([10, 11, 12, 13, 14, 15, 16, 17])
  })

  test('SIGN-9: of two first signatures at once one stands and the other is refused', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const baker = await ward.signIn('rn.baker')

    const replies = await Promise.all([
      adams.post(commands(chart.id), firstSignature),
      baker.post(commands(chart.id), {
        ...firstSignature,
        commandId: newId(),
        signature: { pin: pinOf('rn.baker') },
      }),
    ])

    const [accepted, refused] = replies.sort((a, b) => a.status - b.status)
    expect(accepted?.status).toBe(201)
    expect([409, 422]).toContain(refused?.status)
    expect(await chart.view()).toMatchObject({ seq: 10, pending: { actSeq: 10 } })
  })

  test('SIGN-9: a stop at the same moment as a signature is always taken, and voids it', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const baker = await ward.signIn('rn.baker')

    const [, stop] = await Promise.all([
      adams.post(commands(chart.id), firstSignature),
      baker.post(commands(chart.id), {
        commandId: newId(),
        expectedVersion: 2,
        kind: 'ceaseInfusion',
        reason: 'head-injury',
        happenedAt: '2027-03-10T04:50:00Z',
        signature: { pin: pinOf('rn.baker') },
      }),
    ])

    expect(stop.status).toBe(201)
    expect(await chart.view()).toMatchObject({
      infusion: { status: 'ceased', rateMlPerHour: null },
      pending: null,
    })
  })

  test('CHART-8: a second open chart for an MRN is 409, on any ward', async () => {
    const ward = await startWard({ database: await open() })
    const adams = await ward.signIn('rn.adams')
    const ivers = await ward.signIn('rn.ivers')
    at(ward, '2027-03-09T21:30:00Z')
    await openChart(adams)

    const same = await adams.post('/api/charts', opening())
    const elsewhere = await ivers.post('/api/charts', opening({ wardId: 'ccu' }))

    for (const reply of [same, elsewhere]) {
      expect(reply.status).toBe(409)
      expect(reply.body.rules).toEqual(['CHART-8'])
    }
  })

  test('CHART-8: of two charts opened at once for an MRN one is opened', async () => {
    const ward = await startWard({ database: await open() })
    const adams = await ward.signIn('rn.adams')
    at(ward, '2027-03-09T21:30:00Z')

    const replies = await Promise.all([1, 2, 3].map(() => adams.post('/api/charts', opening())))

    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409, 409])
  })

  test('CHART-8: another patient is another chart', async () => {
    const ward = await startWard({ database: await open() })
    const adams = await ward.signIn('rn.adams')
    await openChart(adams)
    await openChart(adams, { patient: { ...patient, mrn: '9000018' } })

    expect((await adams.get('/api/wards/7-west/board')).body.charts).toHaveLength(2)
  })

  test('CHART-8, H37: an MRN in capitals and in small letters is one patient, also to an emergency access', async () => {
    const ward = await startWard({ database: await open() })
    const [adams, ivers] = [await ward.signIn('rn.adams'), await ward.signIn('rn.ivers')]
    at(ward, '2027-03-09T21:30:00Z')
    const opened = await openChart(adams, { patient: { ...patient, mrn: 'a9000017' } })
    expect((await opened.view()).patient.mrn).toBe('A9000017')
    for (const mrn of ['A9000017', 'a9000017']) {
      const again = await adams.post('/api/charts', opening({ patient: { ...patient, mrn } }))
      expect(again.status).toBe(409)
    }
    const access = { mrn: 'a9000017', reason: 'Arrest call' }
    expect((await ivers.post('/api/emergency-access', access)).status).toBe(201)
  })
})

describe('a ward transfer', () => {
  test('CHART-8: moves the chart: gone for the old ward, there for the new', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    const ivers = await ward.signIn('rn.ivers')
    const before = await ivers.get(`/api/charts/${chart.id}`)

    await chart.done(adams, 'transferWard', { wardId: 'ccu', bed: '3' })

    expect(before.status).toBe(404)
    expect((await adams.get(`/api/charts/${chart.id}`)).status).toBe(404)
    expect((await adams.get('/api/wards/7-west/board')).body.charts).toEqual([])
    const after = await ivers.get(`/api/charts/${chart.id}`)
    expect(after.body).toMatchObject({ wardId: 'ccu', bed: '3', infusion: { rateMlPerHour: 14 } })
    expect((await ivers.get('/api/wards/ccu/board')).body.charts).toHaveLength(1)
  })

  test('CHART-8: to a ward that does not exist is refused', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)

    const reply = await chart.send(adams, 'transferWard', { wardId: '9-east', bed: '3' })

    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({ type: '/problems/unknown-ward', rules: ['CHART-8'] })
  })
})

describe('what a signer saw', () => {
  test('SIGN-8: a value shown that is no longer so is 409', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)

    const reply = await adams.post(commands(chart.id), {
      ...firstSignature,
      shown: { ...firstSignature.shown, oldRateMlPerHour: 13 },
    })

    expect(reply.status).toBe(409)
    expect(reply.body.rules).toContain('SIGN-8')
    expect(reply.body).toMatchObject({ version: 8, entries: [] })
  })

  test('SIGN-8: after the match the countersign is not held to a version', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    await adams.post(commands(chart.id), firstSignature)
    at(ward, '2027-03-10T04:52:00Z')
    const check = await adams.post(`/api/charts/${chart.id}/checks`, {
      commandId: newId(),
      actSeq: 10,
      userId: 'rn.baker',
      checkedResultText: '98.0',
      checkedRateMlPerHour: 12,
    })
    await chart.done(adams, 'recordWeight', { kg: 77.5, method: 'measured' })
    at(ward, '2027-03-10T04:55:40Z')

    const reply = await adams.post(commands(chart.id), { ...secondSignature, expectedVersion: 0 })

    expect(check.status).toBe(200)
    expect(reply.status).toBe(201)
  })

  test('NOMO-9: a refusal tells what is wrong, what to do and the rule, and writes nothing', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    await adams.post(commands(chart.id), firstSignature)
    at(ward, '2027-03-10T04:55:40Z')
    await adams.post(commands(chart.id), secondSignature)
    at(ward, '2027-03-10T05:30:00Z')
    const stale = { collectedAt: '2027-03-10T04:30:00Z', site: 'away-from-heparin' }
    const result = await chart.done(adams, 'recordResult', { text: '97.0', sample: stale })

    const reply = await chart.send(adams, 'changeRate', {
      resultSeq: 12,
      newRateMlPerHour: 10,
      shown: {
        ...firstSignature.shown,
        resultText: '97.0',
        collectedAt: stale.collectedAt,
        oldRateMlPerHour: 12,
      },
      signature: { pin: pinOf('rn.adams') },
    })

    expect(result.body.use).toBe('stale')
    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({ type: '/problems/stale-sample', status: 422 })
    expect(reply.body.rules).toContain('NOMO-9')
    // 04:30Z and 04:55Z are 15:30 and 15:55 on the facility's wall clock.
    expect(reply.body.detail).toContain('15:30')
    expect(reply.body.detail).toContain('15:55')
    expect(reply.body.next.length).toBeGreaterThan(0)
    expect(await chart.view()).toMatchObject({ seq: 12 })
  })

  test('CHART-4: a prescription is read from the session person, never from the body', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)
    await chart.done(adams, 'recordWeight', { kg: 78, method: 'measured' })

    const reply = await chart.send(adams, 'prescribe', {
      ...vtePrescription,
      bolusUnits: 6000,
      rateMlPerHour: 14,
      signature: { pin: pinOf('rn.adams') },
    })

    expect(reply.status).toBe(403)
    expect(reply.body.rules).toContain('SIGN-2')
  })
})
