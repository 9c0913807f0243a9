import { createKeptCharts, type KeptCharts } from './keptCharts.ts'
import { openTabletDatabase } from './tabletDatabase.ts'

/** What this tablet keeps for reading without the server; null where the browser refuses a database. */
export async function openKeptCharts(): Promise<KeptCharts | null> {
  const database = await openTabletDatabase()
  return database && createKeptCharts(database.kept)
}
