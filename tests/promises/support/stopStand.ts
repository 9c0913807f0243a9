import { randomUUID } from 'node:crypto'
import { runningVte } from '../../server/support/course.ts'
import { type SharedTablet, sharedTablet } from '../../server/support/sharedTablet.ts'
import { type Reply, startWard, type TestWard } from '../../server/support/ward.ts'

/** What the clinical clock shows in the experiment. */
export const NOW = '2027-03-10T04:50:03Z'

/** One running infusion, and the tablet beside it, on which rn.cole has signed in. */
export interface StopStand {
  readonly ward: TestWard
  readonly chartId: string
  readonly tablet: SharedTablet
  /** Somebody else's tablet, for what happens meanwhile. */
  readonly elsewhere: SharedTablet
}

export async function stopStand(): Promise<StopStand> {
  const ward = await startWard()
  const { chart } = await runningVte(ward)
  const tablet = sharedTablet(ward)
  await tablet.signIn('rn.cole')
  const elsewhere = sharedTablet(ward)
  await elsewhere.signIn('rn.adams')
  return { ward, chartId: chart.id, tablet, elsewhere }
}

/** A stop as a screen sends it. */
export function stopCommand(more: object = {}) {
  return {
    commandId: randomUUID(),
    expectedVersion: 8,
    kind: 'ceaseInfusion',
    reason: 'suspected-major-bleed',
    happenedAt: NOW,
    ...more,
  }
}

/** Sends a stop by the tablet's own way. */
export function bring(
  { tablet, chartId }: StopStand,
  command: object,
  author: string | null = null,
): Promise<Reply> {
  return tablet.post(`/api/charts/${chartId}/captured`, { author, command })
}

/** How often a command is on the record, read from the store itself: a damaged chart is shown to nobody. */
export async function timesOnRecord(
  { ward, chartId }: StopStand,
  { commandId }: { readonly commandId: string },
): Promise<number> {
  const record = await ward.services.store.record(chartId)
  return record?.entries.filter((entry) => entry.commandId === commandId).length ?? 0
}
