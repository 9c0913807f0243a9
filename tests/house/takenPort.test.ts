import { createServer, type Server } from 'node:net'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../scripts/setUp/freePort.mjs'
import { startPostgres } from '../../scripts/setUp/startPostgres.mjs'

async function takenPort(): Promise<number> {
  const taker: Server = createServer()
  onTestFinished(() => void taker.close())
  await new Promise<void>((resolve) => taker.listen(0, '127.0.0.1', resolve))
  const address = taker.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

test('a throw-away PostgreSQL takes another port where somebody has taken the one that was free', async () => {
  const ports = [await takenPort(), await freePort()]
  const { databaseUrl, stop } = await startPostgres(async () => ports.shift() ?? 0)
  onTestFinished(stop)
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await client.end()
  expect(ports).toEqual([])
})
