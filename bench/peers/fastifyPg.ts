import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { Pool } from 'pg'
import * as z from 'zod/mini'
import { command } from '../../src/chart/commands.ts'
import type { Cluster } from '../appends/cluster.ts'
import { overHttp } from '../appends/overHttp.ts'
import type { Appender } from '../appends/run.ts'
import { NOTE, noteEntry } from '../appends/sample.ts'
import { INSERT, insertValues } from './insertEntry.ts'

const CONNECTIONS = 32

/** Fastify with pg as one would write it first: one route, the command held against the same schema, one INSERT. */
export async function fastifyPg({ url, cpuNow }: Cluster): Promise<Appender> {
  const seqs = new Map<string, number>()
  let pool: Pool | null = null
  const app = fastify()
  app.post<{ Params: { chartId: string } }>('/charts/:chartId', async (request, reply) => {
    const { commandId } = z.parse(command, request.body)
    const { chartId } = request.params
    const seq = (seqs.get(chartId) ?? 0) + 1
    seqs.set(chartId, seq)
    const entry = noteEntry(chartId, seq, commandId)
    await pool?.query(INSERT, insertValues(chartId, seq, JSON.stringify(entry)))
    return reply.code(201).send({ entry })
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  let runs = 0
  return {
    name: 'Fastify + pg',
    async run(clients, seconds) {
      runs += 1
      pool = new Pool({ connectionString: url, max: CONNECTIONS })
      const paths = Array.from(
        { length: clients },
        (_, client) => `/charts/chart-${runs}-${client}`,
      )
      const body = {
        kind: 'writeNote',
        happenedAt: '2027-03-10T00:05:00Z',
        expectedVersion: 1,
        text: NOTE,
      }
      const run = await overHttp({ port, paths, headers: {}, body, seconds }, cpuNow)
      await pool.end()
      return run
    },
  }
}
