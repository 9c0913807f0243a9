import { describe, expect, test } from 'vitest'
import { createChartReadings } from '../../server/chartReadings.ts'
import { plusMinutes } from '../../src/time.ts'
import { openChart } from './support/course.ts'
import { databases } from './support/databases.ts'
import { sharedTablet } from './support/sharedTablet.ts'
import { type Device, startWard, type TestWard } from './support/ward.ts'

interface Line {
  readonly by: { readonly userId: string }
  readonly what: string
  readonly way: string
  readonly at: string
  readonly tablet: string | null
}

async function readings(hall: Device, query = ''): Promise<Line[]> {
  const reply = await hall.get(`/api/readings${query}`)
  expect(reply.status).toBe(200)
  return reply.body.readings
}

const told = (lines: readonly Line[]) =>
  lines.map(({ by, what, way }) => `${by.userId} ${what} ${way}`).sort()

describe.each(databases)('who has read, on $name', ({ open }) => {
  const start = async (): Promise<TestWard> => startWard({ database: await open() })

  test('each way to a chart leaves a line: the chart, its entries, the board, what is due, the audit', async () => {
    const ward = await start()
    const adams = await ward.signIn('rn.adams')
    const baker = await ward.signIn('rn.baker')
    const hall = await ward.signIn('admin.hall')
    const chart = await openChart(adams)

    await adams.get(`/api/charts/${chart.id}`)
    await baker.get(`/api/charts/${chart.id}/entries`)
    await baker.get('/api/wards/7-west/board')
    await baker.get('/api/wards/7-west/due')
    await baker.get('/api/wards/7-west/audit?from=2027-03-01T00:00:00Z&to=2027-03-11T00:00:00Z')

    expect(told(await readings(hall))).toEqual([
      'rn.adams chart ward',
      'rn.baker audit ward',
      'rn.baker board ward',
      'rn.baker chart ward',
      'rn.baker due ward',
    ])
    expect(told(await readings(hall, `?chart=${chart.id}&person=rn.adams`))).toEqual([
      'rn.adams chart ward',
    ])
  })

  test('what is refused leaves none; an emergency access says so', async () => {
    const ward = await start()
    const adams = await ward.signIn('rn.adams')
    const ivers = await ward.signIn('rn.ivers')
    const hall = await ward.signIn('admin.hall')
    const chart = await openChart(adams)

    await ivers.get(`/api/charts/${chart.id}`)
    expect(await readings(hall)).toEqual([])
    await ivers.post('/api/emergency-access', { mrn: '9000017', reason: 'Arrest call' })
    await ivers.get(`/api/charts/${chart.id}`)

    expect(told(await readings(hall))).toEqual(['rn.ivers chart emergency'])
  })

  test('one line for a person, a chart, a tablet and an hour, with the time of the first', async () => {
    const ward = await start()
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    const chart = await openChart(tablet)
    const hall = await ward.signIn('admin.hall')
    const other = sharedTablet(ward)
    await other.signIn('rn.adams')

    for (let minute = 0; minute < 60; minute += 10) {
      await tablet.get(`/api/charts/${chart.id}`)
      ward.clock.moveTo(plusMinutes(ward.clock.now(), 10))
    }
    expect((await readings(hall)).map((line) => line.at)).toEqual(['2027-03-10T00:00:00Z'])
    await tablet.get(`/api/charts/${chart.id}`)
    await other.get(`/api/charts/${chart.id}`)

    const lines = await readings(hall)
    expect(lines.map((line) => line.at)).toEqual([
      '2027-03-10T01:00:00Z',
      '2027-03-10T01:00:00Z',
      '2027-03-10T00:00:00Z',
    ])
    expect(new Set(lines.map((line) => line.tablet)).size).toBe(2)
    expect(
      (await readings(hall, '?from=2027-03-10T00:30:00Z&to=2027-03-10T02:00:00Z')).length,
    ).toBe(2)
  })

  test('only an administrator reads them, and the database lets nobody change or remove one', async () => {
    const database = await open()
    const ward = await startWard({ database })
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)
    await adams.get(`/api/charts/${chart.id}`)
    await ward.services.readings.settled()

    for (const userId of ['rn.adams', 'amo.haddad', 'pharm.gray']) {
      expect((await (await ward.signIn(userId)).get('/api/readings')).status).toBe(403)
    }
    const { queries } = database
    await expect(
      queries.updateTable('chart_reading').set({ user_id: 'rn.baker' }).execute(),
    ).rejects.toThrow('append-only')
    await expect(queries.deleteFrom('chart_reading').execute()).rejects.toThrow('append-only')
  })
})

test('a reading that cannot be kept is told to the operator, holds nobody up, and is kept at the next', async () => {
  const database = await databases[0].open()
  const ward = await startWard({ database })
  const adams = await ward.signIn('rn.adams')
  const hall = await ward.signIn('admin.hall')
  const chart = await openChart(adams)
  const { sqlite } = { sqlite: database.queries }
  await sqlite.schema.alterTable('chart_reading').renameTo('chart_reading_gone').execute()

  expect((await adams.get(`/api/charts/${chart.id}`)).status).toBe(200)
  await ward.services.readings.settled()
  expect(ward.faults.join()).toContain('the readings')

  await sqlite.schema.alterTable('chart_reading_gone').renameTo('chart_reading').execute()
  expect((await adams.get(`/api/charts/${chart.id}`)).status).toBe(200)
  expect(told(await readings(hall))).toEqual(['rn.adams chart ward'])
})

test('reading again in the same hour asks nothing of the database', async () => {
  const ward = await startWard()
  let asked = 0
  const counting = new Proxy(ward.services.database.queries, {
    get(queries, name) {
      if (name === 'insertInto') asked += 1
      const part = Reflect.get(queries, name)
      return typeof part === 'function' ? part.bind(queries) : part
    },
  })
  const kept = createChartReadings({ ...ward.services.database, queries: counting }, ward.clock)
  const reading = {
    userId: 'rn.adams',
    tabletKey: null,
    what: 'chart',
    wardId: '7-west',
    chartId: '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01',
    way: 'ward',
  } as const

  for (let times = 0; times < 100; times += 1) kept.note(reading)
  await kept.settled()

  expect(asked).toBe(1)
})
