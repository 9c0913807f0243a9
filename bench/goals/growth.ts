import { Client } from 'pg'
import { openPostgres } from '../../server/openPostgres.ts'
import { startCluster } from '../appends/cluster.ts'
import { fanOut } from '../appends/fanOut.ts'
import { productStore, settle } from '../appends/productStore.ts'
import { compareAppends, of } from '../appends/run.ts'
import { bodyLike } from '../appends/sample.ts'
import { atLeast, type Goal, inDigits, told, within } from '../goal.ts'

const CLIENTS = 64
const CHARTS = 20_000
const ENTRIES_EACH = 50
const WARDS = 720
const VIEWERS_EACH = 2

/** Appends to a record of a million rows, beside an empty one on the same PostgreSQL. */
async function grown() {
  const cluster = await startCluster()
  const client = new Client({ connectionString: cluster.url })
  await client.connect()
  await client.query('CREATE DATABASE grown')
  await client.end()
  const url = new URL(cluster.url)
  url.pathname = '/grown'
  const empty = await openPostgres(cluster.url, 'heparin_chart')
  const full = await openPostgres(url.href, 'heparin_chart')
  await settle(empty)
  await settle(full)
  await fill(url.href)
  const stores = [
    productStore('empty', empty, cluster.cpuNow),
    productStore('grown', full, cluster.cpuNow),
  ]
  const seen = await compareAppends(stores, CLIENTS)
  await empty.close()
  await full.close()
  await cluster.stop()
  return seen
}

/** Rows as charts leave them, closed long ago, written by the database itself. */
async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('SET search_path = heparin_chart')
  await client.query('SET session_replication_role = replica')
  const chart = `'10000000-0000-4000-8000-' || lpad(chart::text, 12, '0')`
  await client.query(
    `INSERT INTO chart SELECT 'facility', ${chart}, '7-west', '12', chart::text, 0, $2
     FROM generate_series(1, $1::integer) AS chart`,
    [CHARTS, ENTRIES_EACH],
  )
  await client.query(
    `INSERT INTO chart_entry
     SELECT 'facility', ${chart}, seq, 1, chart || '-' || seq, 'noteWritten', '2026-03-10T00:05:00Z',
       $3, repeat('a', 64), NULL, repeat('a', 64), repeat('a', 64), repeat('a', 64)
     FROM generate_series(1, $1::integer) AS chart, generate_series(1, $2::integer) AS seq`,
    [CHARTS, ENTRIES_EACH, bodyLike],
  )
  await client.query('ANALYZE')
  await client.query('CHECKPOINT')
  await client.end()
}

export const goal: Goal = {
  id: 'G14',
  title: 'Growth',
  async measure() {
    const { product, bare } = await fanOut(WARDS, VIEWERS_EACH)
    const seen = await grown()
    const [empty, full] = [of(seen, 'empty'), of(seen, 'grown')]
    return [
      atLeast(
        `appends a second with ${inDigits(CHARTS * ENTRIES_EACH)} rows against none`,
        full.perSecond / empty.perSecond,
        0.6,
      ),
      told(
        'the same in processor time',
        `${inDigits(empty.cpuMicroseconds / full.cpuMicroseconds)}x`,
      ),
      within(
        `an event to one viewer, ${WARDS} wards open with ${VIEWERS_EACH} each`,
        product,
        15,
        'us',
      ),
      told('the same against writing ready text to the sockets', `${inDigits(product / bare)}x`),
    ]
  },
}
