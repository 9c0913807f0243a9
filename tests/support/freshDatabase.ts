import { Client } from 'pg'
import { inject } from 'vitest'

let made = 0

/** Creates an empty PostgreSQL database for one test and gives its URL. */
export async function freshDatabase(): Promise<string> {
  made += 1
  const name = `test_${process.pid}_${made}`
  const url = new URL(inject('databaseUrl'))
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}
