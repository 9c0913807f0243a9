import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  at,
  type CourseChart,
  firstSignature,
  openChart,
  patient,
  runningVte,
  secondSignature,
} from './support/course.ts'
import { databases } from './support/databases.ts'
import { type Device, pinOf, type Reply, startWard, type TestWard } from './support/ward.ts'

const PERIOD = 'from=2027-03-09T00:00:00Z&to=2027-03-12T00:00:00Z'
const audit = (device: Device, query = PERIOD, wardId = '7-west') =>
  device.get(`/api/wards/${wardId}/audit?${query}`)

/** The course of the contract's example, titrated: 14 to 12 mL/hr on an APTT of 98.0. */
async function titrated(ward: TestWard) {
  const course = await runningVte(ward)
  await course.adams.post(`/api/charts/${course.chart.id}/commands`, firstSignature)
  at(ward, '2027-03-10T04:55:00Z')
  await course.adams.post(`/api/charts/${course.chart.id}/commands`, secondSignature)
  return course
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server sent and asserts on it
function figure(reply: Reply, id: string, period = 0): any {
  return reply.body.periods[period].figures.find((each: { id: string }) => each.id === id)
}

async function cease(chart: CourseChart, device: Device) {
  const signature = { pin: pinOf('mo.chen') }
  await chart.done(device, 'ceaseInfusion', { reason: 'treatment-complete', signature })
  await chart.done(device, 'closeChart', { reason: 'Treatment complete', signature })
}

describe.each(databases)('the audit of a ward on $name', ({ open }) => {
  test('AUDIT-1: figures come with their words, their counts and the charts behind them', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await titrated(ward)

    const reply = await audit(adams)

    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      wardId: '7-west',
      now: '2027-03-10T04:55:00Z',
      charts: [{ chartId: chart.id, patient: 'NGUYEN, Alex' }],
      damaged: [],
    })
    expect(reply.body.periods).toHaveLength(1)
    expect(reply.body.periods[0]).toMatchObject({ name: 'whole', infusions: 1 })
    expect(figure(reply, 'concordance')).toMatchObject({
      label: 'Decisions as the nomogram said',
      definition: expect.stringContaining('advised on that result'),
      value: { kind: 'share', count: 1, of: 1, percent: 100 },
      charts: [{ chartId: chart.id, count: 1, of: 1 }],
    })
    expect(figure(reply, 'collected-on-time').value).toMatchObject({ count: 1, of: 1 })
    expect(figure(reply, 'results-checked').value).toMatchObject({ count: 1, of: 1 })
    // Started at 22:00, APTT of 98.0 at 04:00: not therapeutic yet.
    expect(figure(reply, 'time-to-therapeutic').value).toMatchObject({ reached: 0, of: 1 })
  })

  test('AUDIT-1: a closed chart counts in the period of its infusion, and in none after it', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams, chen } = await titrated(ward)
    await cease(chart, chen)
    at(ward, '2027-06-01T00:00:00Z')

    expect(figure(await audit(adams), 'concordance').value).toMatchObject({ count: 1, of: 1 })
    const later = await audit(adams, 'from=2027-05-01T00:00:00Z&to=2027-06-01T00:00:00Z')
    expect(later.body.charts).toEqual([])
    expect(later.body.periods[0].infusions).toBe(0)
    expect(figure(later, 'concordance').value).toMatchObject({ of: 0, percent: null })
  })

  test('AUDIT-1: a go-live gives the same figures for before and after it', async () => {
    const ward = await startWard({ database: await open() })
    const { adams } = await titrated(ward)

    const reply = await audit(adams, `${PERIOD}&goLive=2027-03-10T04:30:00Z`)

    expect(reply.body.periods.map(({ name }: { name: string }) => name)).toEqual([
      'whole',
      'before',
      'after',
    ])
    const counts = (id: string) => [0, 1, 2].map((period) => figure(reply, id, period).value.of)
    expect(counts('aptts-in-range')).toEqual([1, 1, 0])
    expect(counts('concordance')).toEqual([1, 0, 1])
  })

  test('AUDIT-1: a chart that has moved on counts for its time here, and its patient is not named', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await titrated(ward)
    await chart.done(adams, 'transferWard', { wardId: 'ccu', bed: '2' })
    const ivers = await ward.signIn('rn.ivers')

    const left = await audit(adams)
    expect(figure(left, 'concordance').value).toMatchObject({ count: 1, of: 1 })
    expect(left.body.charts).toEqual([{ chartId: chart.id, patient: null }])
    const joined = await audit(ivers, PERIOD, 'ccu')
    expect(figure(joined, 'concordance').value).toMatchObject({ of: 0 })
  })

  test('AUDIT-1: the CSV is a file with chart ids and without a name', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await titrated(ward)

    const reply = await adams.get(`/api/wards/7-west/audit.csv?${PERIOD}`)

    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(reply.headers['content-disposition']).toBe(
      'attachment; filename="heparin-audit-2027-03-09-2027-03-12.csv"',
    )
    expect(reply.body).toContain(
      `concordance,Decisions as the nomogram said,1,1,,100,,,,${chart.id}`,
    )
    expect(reply.body).not.toContain(patient.mrn)
    expect(reply.body.toLowerCase()).not.toContain('nguyen')
  })

  test('AUDIT-1: a chart changed behind the record is left out and told', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await titrated(ward)
    const { queries, isShared } = ward.services.database
    const trigger = isShared
      ? sql`alter table chart_entry disable trigger user`
      : sql`drop trigger chart_entry_keeps_text`
    await trigger.execute(queries)
    await sql`update chart_entry set body = replace(body, '98.0', '68.0')`.execute(queries)

    const reply = await audit(adams)

    expect(reply.body.damaged).toEqual([chart.id])
    expect(reply.body.periods[0].infusions).toBe(0)
  })
})

describe('who may read an audit, and of what', () => {
  test('AUDIT-1: another ward and an unknown one answer alike; without a session there is none', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')

    const [other, unknown] = [await audit(adams, PERIOD, 'ccu'), await audit(adams, PERIOD, 'x')]
    expect(other.status).toBe(404)
    expect(other.body).toEqual(unknown.body)
    expect((await adams.get(`/api/wards/ccu/audit.csv?${PERIOD}`)).body).toEqual(other.body)
    expect((await audit(ward.stranger)).status).toBe(401)
  })

  test.each([
    ['from=2027-03-09T00:00:00Z', 'to'],
    ['from=yesterday&to=2027-03-12T00:00:00Z', 'from'],
    ['from=2027-03-12T00:00:00Z&to=2027-03-12T00:00:00Z', 'to'],
    [`${PERIOD}&goLive=2027-03-09T00:00:00Z`, 'goLive'],
    [`${PERIOD}&goLive=2027-03-12T00:00:00Z`, 'goLive'],
    [`${PERIOD}&goLive=soon`, 'goLive'],
    [`${PERIOD}&ward=ccu`, 'ward'],
  ])('AUDIT-1: the period %s is refused for %s', async (query, field) => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')

    for (const path of ['audit', 'audit.csv']) {
      const reply = await adams.get(`/api/wards/7-west/${path}?${query}`)
      expect(reply.status).toBe(400)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      expect(reply.body.errors.map((each: { field: string }) => each.field)).toEqual([field])
    }
  })

  test('AUDIT-1: an empty ward has every figure, with nothing counted', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    await openChart(adams)

    const reply = await audit(adams)

    expect(reply.body.charts).toEqual([])
    for (const { value } of reply.body.periods[0].figures) {
      expect(value.of ?? value.count ?? value.ofMinutes).toBe(0)
    }
  })
})
