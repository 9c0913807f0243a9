import startPostgres from './migrations/0001-start.postgres.sql?raw'
import startSqlite from './migrations/0001-start.sqlite.sql?raw'
import storageAuditsPostgres from './migrations/0002-storage-audits.postgres.sql?raw'
import storageAuditsSqlite from './migrations/0002-storage-audits.sqlite.sql?raw'
import tabletsPostgres from './migrations/0003-tablets.postgres.sql?raw'
import tabletsSqlite from './migrations/0003-tablets.sqlite.sql?raw'
import oneSignatureEachPostgres from './migrations/0004-one-signature-each.postgres.sql?raw'
import oneSignatureEachSqlite from './migrations/0004-one-signature-each.sqlite.sql?raw'
import accessPostgres from './migrations/0005-access.postgres.sql?raw'
import accessSqlite from './migrations/0005-access.sqlite.sql?raw'
import keptHashesPostgres from './migrations/0006-kept-hashes.postgres.sql?raw'
import keptHashesSqlite from './migrations/0006-kept-hashes.sqlite.sql?raw'
import accountsPostgres from './migrations/0007-accounts.postgres.sql?raw'
import accountsSqlite from './migrations/0007-accounts.sqlite.sql?raw'
import leftAtPostgres from './migrations/0008-left-at.postgres.sql?raw'
import leftAtSqlite from './migrations/0008-left-at.sqlite.sql?raw'
import closedChartsPostgres from './migrations/0009-closed-charts.postgres.sql?raw'
import closedChartsSqlite from './migrations/0009-closed-charts.sqlite.sql?raw'

/** One step of the tables' history; a released one is never edited. */
export interface Migration {
  readonly name: string
  readonly sqlite: string
  readonly postgres: string
}

/** All steps, oldest first. */
export const migrations: readonly Migration[] = [
  { name: '0001-start', sqlite: startSqlite, postgres: startPostgres },
  {
    name: '0002-storage-audits',
    sqlite: storageAuditsSqlite,
    postgres: storageAuditsPostgres,
  },
  { name: '0003-tablets', sqlite: tabletsSqlite, postgres: tabletsPostgres },
  {
    name: '0004-one-signature-each',
    sqlite: oneSignatureEachSqlite,
    postgres: oneSignatureEachPostgres,
  },
  { name: '0005-access', sqlite: accessSqlite, postgres: accessPostgres },
  { name: '0006-kept-hashes', sqlite: keptHashesSqlite, postgres: keptHashesPostgres },
  { name: '0007-accounts', sqlite: accountsSqlite, postgres: accountsPostgres },
  { name: '0008-left-at', sqlite: leftAtSqlite, postgres: leftAtPostgres },
  { name: '0009-closed-charts', sqlite: closedChartsSqlite, postgres: closedChartsPostgres },
]
