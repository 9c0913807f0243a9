import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../server/openPostgres.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { fastifyPg } from '../peers/fastifyPg.ts'
import { textbookTransaction } from '../peers/textbookTransaction.ts'
import { pgbenchInsert } from '../yardsticks/pgbenchInsert.ts'
import { startCluster } from './cluster.ts'
import { productOverHttp } from './productOverHttp.ts'
import { productStore, settle } from './productStore.ts'

/** Everybody who appends durably, each on the same PostgreSQL over loopback; the embedded database on the same disk. */
export async function contenders() {
  const cluster = await startCluster()
  const database = await openPostgres(cluster.url, 'heparin_chart')
  await settle(database)
  const folder = mkdtempSync(join(tmpdir(), 'heparin-chart-bench-'))
  const embedded = await openSqlite(join(folder, 'bench.db'))
  await settle(embedded)
  return {
    store: productStore('store', database, cluster.cpuNow),
    embedded: productStore('embedded', embedded, cluster.cpuNow),
    ...(await productOverHttp(database, cluster.cpuNow)),
    pgbench: await pgbenchInsert(cluster),
    textbook: await textbookTransaction(cluster),
    fastify: await fastifyPg(cluster),
    async end(): Promise<void> {
      await embedded.close()
      rmSync(folder, { recursive: true })
      await cluster.stop()
    },
  }
}
