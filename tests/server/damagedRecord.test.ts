import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openChart, opening, runningVte } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { startWard, type TestWard } from './support/ward.ts'

/** Changes a stored entry as somebody with the database's password could. */
async function tamper({ services: { database } }: TestWard, chartId: string): Promise<void> {
  await sql`drop trigger chart_entry_keeps_text`.execute(database.queries)
  await database.queries
    .updateTable('chart_entry')
    .set({ body: sql`replace(body, '"98.0"', '"48.0"')` })
    .where('chart_id', '=', chartId)
    .execute()
}

describe('a chart whose stored entries were changed from outside', () => {
  test('CHART-1: is not shown and takes no order, and says why', async () => {
    const ward = await startWard({ database: await databases[0].open() })
    const { chart, adams } = await runningVte(ward)
    await tamper(ward, chart.id)

    const replies = [
      await adams.get(`/api/charts/${chart.id}`),
      await adams.get(`/api/charts/${chart.id}/entries`),
      await adams.post(`/api/charts/${chart.id}/commands`, {
        commandId: newId(),
        expectedVersion: 8,
        kind: 'writeNote',
        happenedAt: '2027-03-10T04:50:00Z',
        text: 'A note.',
      }),
    ]

    for (const reply of replies) {
      expect(reply.status).toBe(500)
      expect(reply.body).toMatchObject({ type: '/problems/record-damaged', rules: ['CHART-1'] })
    }
  })

  test('SIGN-5: still takes a stop', async () => {
    const ward = await startWard({ database: await databases[0].open() })
    const { chart, adams } = await runningVte(ward)
    await tamper(ward, chart.id)

    const reply = await adams.post(`/api/charts/${chart.id}/commands`, {
      commandId: newId(),
      expectedVersion: 8,
      kind: 'ceaseInfusion',
      reason: 'suspected-major-bleed',
      happenedAt: '2027-03-10T04:50:00Z',
      signature: { pin: '204811' },
    })

    expect(reply.status).toBe(201)
  })

  test.each([
    ['an entry that is no longer readable', sql`update chart_entry set body = '{' where seq = 5`],
    ['an entry of no known kind', sql`update chart_entry set body = '{"kind":"?"}' where seq = 7`],
    ['a last entry that is gone', sql`delete from chart_entry where seq = 9`],
    [
      'two last entries that changed places',
      sql`update chart_entry set body = (
        select other.body from chart_entry other
        where other.chart_id = chart_entry.chart_id and other.seq = 17 - chart_entry.seq
      ) where seq in (8, 9)`,
    ],
  ])('SIGN-5, H23: still takes a stop with %s', async (_, damage) => {
    const ward = await startWard({ database: await databases[0].open() })
    const { chart, adams } = await runningVte(ward)
    const { queries } = ward.services.database
    await sql`drop trigger chart_entry_keeps_text`.execute(queries)
    await sql`drop trigger chart_entry_keeps_rows`.execute(queries)
    await damage.execute(queries)

    const reply = await adams.post(`/api/charts/${chart.id}/commands`, {
      commandId: newId(),
      expectedVersion: 8,
      kind: 'ceaseInfusion',
      reason: 'suspected-major-bleed',
      happenedAt: '2027-03-10T04:50:00Z',
      signature: { pin: '204811' },
    })

    expect(reply.status).toBe(201)
  })

  test('leaves the rest of the board as it is, and is named on it', async () => {
    const ward = await startWard({ database: await databases[0].open() })
    const { chart, adams } = await runningVte(ward)
    const patient = { ...opening().patient, mrn: '9000018' }
    const other = await openChart(adams, { patient })
    await tamper(ward, chart.id)

    const { status, body } = await adams.get('/api/wards/7-west/board')

    expect(status).toBe(200)
    expect(body.charts.map((line: { chartId: string }) => line.chartId)).toEqual([other.id])
    expect(body.damaged).toEqual([chart.id])
  })
})

describe('a fault', () => {
  test('is a problem without its cause, and is told to the operator without its message', async () => {
    const ward = await startWard({ database: await databases[0].open() })
    const { chart, adams } = await runningVte(ward)
    await sql`drop table chart`.execute(ward.services.database.queries)

    const reply = await adams.post(`/api/charts/${chart.id}/commands`, {
      commandId: newId(),
      expectedVersion: 8,
      kind: 'writeNote',
      happenedAt: '2027-03-10T04:50:00Z',
      text: 'Mr Secretname fell.',
    })

    expect(reply.status).toBe(500)
    expect(reply.body.type).toBe('/problems/fault')
    expect(JSON.stringify(reply.body)).not.toContain('chart_entry')
    expect(ward.faults).toHaveLength(1)
    expect(ward.faults[0]).toMatch(/^Fault at POST \/api\/charts\/:chartId\/commands: SqliteError/)
    expect(ward.faults[0]).not.toContain('Secretname')
    expect(ward.faults[0]).not.toContain('no such table')
    expect(ward.faults[0]).not.toContain(chart.id)
  })
})
