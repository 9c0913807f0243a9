import { randomUUID } from 'node:crypto'
import { Client, Pool } from 'pg'
import type { Cluster } from '../appends/cluster.ts'
import { type Appender, clientsHere } from '../appends/run.ts'
import { bodyLike } from '../appends/sample.ts'
import { INSERT, insertValues } from './insertEntry.ts'

const CONNECTIONS = 64

/** The way of the textbooks: begin, lock the chart's row, insert, move the row's version on, commit. */
export async function textbookTransaction({ url, cpuNow }: Cluster): Promise<Appender> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    'CREATE TABLE IF NOT EXISTS yardstick_chart (chart_id TEXT PRIMARY KEY, version INTEGER NOT NULL)',
  )
  await client.end()
  return {
    name: 'textbook transaction',
    async run(clients, seconds) {
      const pool = new Pool({ connectionString: url, max: CONNECTIONS })
      const charts = Array.from({ length: clients }, () => randomUUID())
      await Promise.all(
        charts.map((chartId) =>
          pool.query('INSERT INTO yardstick_chart VALUES ($1, 0)', [chartId]),
        ),
      )
      const run = await clientsHere(clients, seconds, cpuNow, async (number) => {
        const chartId = charts[number] ?? ''
        const connection = await pool.connect()
        await connection.query('BEGIN')
        const { rows } = await connection.query<{ version: number }>(
          'SELECT version FROM yardstick_chart WHERE chart_id = $1 FOR UPDATE',
          [chartId],
        )
        const version = (rows[0]?.version ?? 0) + 1
        await connection.query(INSERT, insertValues(chartId, version, bodyLike))
        await connection.query('UPDATE yardstick_chart SET version = $2 WHERE chart_id = $1', [
          chartId,
          version,
        ])
        await connection.query('COMMIT')
        connection.release()
      })
      await pool.end()
      return run
    },
  }
}
