import { describe, expect, test } from 'vitest'
import { EMERGENCY_HOURS } from '../../server/emergencyAccesses.ts'
import { plusHours, plusMinutes } from '../../src/time.ts'
import { at, openChart, runningVte } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { sharedTablet } from './support/sharedTablet.ts'
import { type Device, pinOf, startWard, type TestWard } from './support/ward.ts'
import { watch } from './support/watch.ts'

const MRN = '9000017'
const reason = 'Arrest call on 7 West, no ward staff at the bed'

function open(device: Device, mrn = MRN) {
  return device.post('/api/emergency-access', { mrn, reason })
}

async function acrossWards(ward: TestWard) {
  const course = await runningVte(ward)
  const ivers = await ward.signIn('rn.ivers')
  return { ...course, ivers }
}

describe.each(databases)('emergency access on $name', ({ open: openDatabase }) => {
  const start = async () => startWard({ database: await openDatabase() })

  test('opens the chart of exactly that MRN for four hours, as if it were of the person’s ward', async () => {
    const ward = await start()
    const { chart, ivers } = await acrossWards(ward)
    expect((await ivers.get(`/api/charts/${chart.id}`)).status).toBe(404)
    expect((await ivers.get('/api/wards/7-west/people')).status).toBe(404)

    const opened = await open(ivers)

    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      chartId: chart.id,
      wardId: '7-west',
      reason,
      begunAt: '2027-03-10T04:50:03Z',
      endsAt: '2027-03-10T08:50:03Z',
    })
    expect((await ivers.get(`/api/charts/${chart.id}`)).body.patient.mrn).toBe(MRN)
    expect((await ivers.get(`/api/charts/${chart.id}/entries`)).status).toBe(200)
    expect((await ivers.get('/api/wards/7-west/people')).status).toBe(200)
    expect((await ivers.get('/api/session')).body.emergencyAccess).toMatchObject([
      { chartId: chart.id, reason },
    ])
  })

  test('SIGN-2, SIGN-5: then this person acts on the chart as their role may, with their own PIN', async () => {
    const ward = await start()
    const { chart, ivers } = await acrossWards(ward)
    const cease = {
      commandId: newId(),
      expectedVersion: 0,
      kind: 'ceaseInfusion',
      reason: 'suspected-major-bleed',
      happenedAt: '2027-03-10T04:50:00Z',
      signature: { pin: pinOf('rn.ivers') },
    }
    expect((await ivers.post(`/api/charts/${chart.id}/commands`, cease)).status).toBe(404)
    await open(ivers)

    const stopped = await ivers.post(`/api/charts/${chart.id}/commands`, cease)

    expect(stopped.status).toBe(201)
    expect(stopped.body.entry).toMatchObject({
      by: { userId: 'rn.ivers' },
      identity: 'confirmed',
    })
    const prescribed = await chart.send(ivers, 'orderRate', {
      resultSeq: null,
      rateMlPerHour: 10,
      reason: 'x',
      signature: { pin: pinOf('rn.ivers') },
    })
    expect(prescribed.status).toBe(403)
    expect(prescribed.body.type).not.toBe('/problems/signature-refused')
  })

  test('everybody else, every other chart, and every other address still get the same 404', async () => {
    const ward = await start()
    const { chart, ivers } = await acrossWards(ward)
    const other = await openChart(await ward.signIn('rn.baker'), {
      patient: {
        mrn: '9000099',
        surname: 'Other',
        given: 'O',
        dateOfBirth: '1960-01-01',
        sex: 'F',
      },
    })
    await open(ivers)

    const unknown = await ivers.get(`/api/charts/${newId()}`)
    for (const path of [
      `/api/charts/${other.id}`,
      `/api/charts/${other.id}/entries`,
      '/api/wards/7-west/board',
      '/api/wards/7-west/due',
    ]) {
      const reply = await ivers.get(path)
      expect(reply.status).toBe(404)
      expect(reply.body).toEqual(unknown.body)
    }
    const hall = await ward.signIn('admin.hall')
    await ward.services.accounts.add({
      userId: 'rn.other',
      name: 'Other, R',
      role: 'RN',
      wardIds: ['ccu'],
      competencies: { learningPackageUntil: null, ivUnits: false, notation: false },
      password: 'demonstration',
      pin: '555112',
    })
    const elsewhere = await ward.signIn('rn.other')
    expect((await elsewhere.get(`/api/charts/${chart.id}`)).body).toEqual(unknown.body)
    expect((await hall.get(`/api/charts/${chart.id}`)).status).toBe(200)
  })

  test('SIGN-5: a stop that was kept on the tablet while the access was open is taken after it has ended', async () => {
    const ward = await start()
    const { chart } = await acrossWards(ward)
    const ivers = sharedTablet(ward)
    await ivers.signIn('rn.ivers')
    await open(ivers)
    const kept = (happenedAt: string) =>
      ivers.post(`/api/charts/${chart.id}/captured`, {
        author: 'rn.ivers',
        command: {
          commandId: newId(),
          expectedVersion: 0,
          kind: 'ceaseInfusion',
          reason: 'suspected-major-bleed',
          happenedAt,
        },
      })

    at(ward, '2027-03-10T09:30:00Z')

    expect((await kept('2027-03-10T09:20:00Z')).status).toBe(404)
    expect((await kept('2027-03-10T08:40:00Z')).status).toBe(201)
  })

  test('it ends after its four hours, to the second', async () => {
    const ward = await start()
    const { chart, ivers } = await acrossWards(ward)
    const begun = ward.clock.now()
    await open(ivers)

    ward.clock.moveTo(plusMinutes(plusHours(begun, EMERGENCY_HOURS), -1))
    expect((await ivers.get(`/api/charts/${chart.id}`)).status).toBe(200)
    ward.clock.moveTo(plusHours(begun, EMERGENCY_HOURS))
    expect((await ivers.get(`/api/charts/${chart.id}`)).status).toBe(404)
    expect((await ivers.get('/api/session')).body.emergencyAccess).toBeUndefined()
  })

  test('no chart is opened by part of a number, by a closed or unknown one, or by an administrator', async () => {
    const ward = await start()
    const { chart, ivers } = await acrossWards(ward)
    const unknownChart = await ivers.get(`/api/charts/${newId()}`)

    for (const mrn of ['900001', '90000170', '%', MRN.slice(1)]) {
      const reply = await open(ivers, mrn)
      expect(reply.status).toBe(404)
      expect(reply.body).toEqual(unknownChart.body)
    }
    expect((await open(await ward.signIn('admin.hall'))).status).toBe(403)
    const own = await open(await ward.signIn('rn.baker'))
    expect(own.status).toBe(409)
    expect(own.body.facts).toEqual({ chartId: chart.id })
  })

  test('numbers are not tried out: the sixth in five minutes is held back, from any tablet, right ones too', async () => {
    const ward = await start()
    const { ivers } = await acrossWards(ward)
    const statuses = []
    for (const mrn of ['1', '2', MRN, '4']) statuses.push((await open(ivers, mrn)).status)
    const again = await ward.signIn('rn.ivers')
    for (const mrn of ['5', MRN]) statuses.push((await open(again, mrn)).status)

    expect(statuses).toEqual([404, 404, 201, 404, 404, 429])
  })

  test('the stream of the person’s own ward brings that chart, and no other of its ward', async () => {
    const ward = await start()
    const { chart, adams, ivers } = await acrossWards(ward)
    await open(ivers)
    const { next } = await watch(ward, ivers, 'ccu')
    expect((await next())?.data.charts).toEqual([{ chartId: chart.id, seq: 9 }])

    await openChart(adams, {
      patient: {
        mrn: '9000098',
        surname: 'Other',
        given: 'O',
        dateOfBirth: '1960-01-01',
        sex: 'F',
      },
    })
    await chart.done(adams, 'writeNote', { text: 'Pupils equal' })

    const told = await next()
    expect(told?.data).toMatchObject({ chartId: chart.id, entry: { kind: 'noteWritten' } })
  })

  test('its entries stop reaching the stream when it ends, though the stream stays open', async () => {
    const ward = await start()
    const { chart, adams, ivers } = await acrossWards(ward)
    await open(ivers)
    const { next } = await watch(ward, ivers, 'ccu')
    await next()

    at(ward, '2027-03-10T08:50:03Z')
    await chart.done(adams, 'writeNote', { text: 'Later' })
    ward.services.live.beat()

    expect((await next())?.event).toBe('beat')
  })

  test('each is on record for good: for the readers of the chart, and for an administrator to review once', async () => {
    const database = await openDatabase()
    const ward = await startWard({ database })
    const { chart, adams, ivers } = await acrossWards(ward)
    const { accessId } = (await open(ivers)).body
    const hall = await ward.signIn('admin.hall')

    const seen = await adams.get(`/api/charts/${chart.id}/emergency-access`)
    expect(seen.body.accesses).toMatchObject([{ by: { userId: 'rn.ivers' }, reason }])
    expect((await adams.get('/api/emergency-access')).status).toBe(403)

    const review = { finding: 'Arrest call confirmed with the ward' }
    const path = `/api/emergency-access/${accessId}/review`
    expect((await adams.post(path, review)).status).toBe(403)
    expect((await hall.post(path, review)).status).toBe(204)
    expect((await hall.post(path, { finding: 'Something else' })).status).toBe(409)
    expect((await hall.post(`/api/emergency-access/${newId()}/review`, review)).status).toBe(409)
    expect((await hall.get('/api/emergency-access')).body.accesses).toMatchObject([
      { accessId, mrn: MRN, review: { by: { userId: 'admin.hall' }, finding: review.finding } },
    ])

    const { queries } = database
    await expect(
      queries.updateTable('emergency_access').set({ reason: 'other' }).execute(),
    ).rejects.toThrow('append-only')
    await expect(queries.deleteFrom('emergency_access').execute()).rejects.toThrow('append-only')
    await expect(
      queries.updateTable('emergency_access_review').set({ finding: 'other' }).execute(),
    ).rejects.toThrow('append-only')
    await expect(queries.deleteFrom('emergency_access_review').execute()).rejects.toThrow(
      'append-only',
    )
  })
})

test('two server processes on one PostgreSQL: the stream of one brings what the other commits to the chart', async () => {
  const database = await databases[1].open()
  const one = await startWard({ database })
  const two = await startWard({ database, isJoining: true })
  const { chart, adams } = await acrossWards(one)
  two.clock.moveTo(one.clock.now())
  const ivers = await two.signIn('rn.ivers')
  await open(ivers)
  const { next } = await watch(two, ivers, 'ccu')
  await next()

  await chart.done(adams, 'writeNote', { text: 'Pupils equal' })

  expect((await next())?.data).toMatchObject({ chartId: chart.id })
})
