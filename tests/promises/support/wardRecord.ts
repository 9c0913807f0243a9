import { onTestFinished } from 'vitest'
import { standingClock } from '../../../server/clock.ts'
import { addDemonstrationAccounts } from '../../../server/demonstrationAccounts.ts'
import { beginDemonstrationWard } from '../../../server/demonstrationWard.ts'
import { openSqlite } from '../../../server/openSqlite.ts'
import { Refused } from '../../../server/problems.ts'
import { DEMONSTRATION_COST } from '../../../server/secrets.ts'
import { createServices, type Services } from '../../../server/services.ts'
import { fold } from '../../../src/chart/fold.ts'
import { instantOf, isoOf } from '../../../src/time.ts'
import { newId } from '../../server/support/databases.ts'
import { minute } from './site.ts'

/**
 * The record of a ward in an embedded database: the demonstration's twelve patients, second checks that differed (so
 * that refusals are kept), and storage audits.
 */
export async function wardRecord(): Promise<Services> {
  const database = await openSqlite(':memory:')
  onTestFinished(() => database.close())
  const clock = standingClock(instantOf(minute(0)))
  const services = createServices({
    database,
    clock,
    timeZone: 'Australia/Sydney',
    hashCost: DEMONSTRATION_COST,
    isDemonstration: true,
  })
  onTestFinished(() => services.live.close())
  await addDemonstrationAccounts(services.accounts, clock.now())
  await beginDemonstrationWard(services, clock)
  await differ(services)
  await auditStorage(services)
  return services
}

/** Two blind checks with a wrong figure on every act that waits. */
async function differ({ store, desk, accounts }: Services): Promise<void> {
  const by = await accounts.find('rn.baker')
  if (!by) throw new Error('rn.baker is not there.')
  for (const { chartId } of await store.everyOpenChart()) {
    const record = await store.record(chartId)
    const pending = record && fold(record.entries).pending
    if (!pending || pending.entry.by?.userId === by.userId) continue
    const request = {
      commandId: newId(),
      actSeq: pending.actSeq,
      userId: by.userId,
      checkedResultText: '1.0',
      checkedRateMlPerHour: 1,
    }
    await desk.check(chartId, request, { by, device: 'ward' }).catch((error) => {
      if (!(error instanceof Refused)) throw error
    })
  }
}

async function auditStorage({ storageAudits, clock }: Services): Promise<void> {
  for (const wardId of ['7-west', 'ccu']) {
    await storageAudits.add({
      commandId: newId(),
      wardId,
      happenedAt: isoOf(clock.now()),
      recordedAt: isoOf(clock.now()),
      by: { userId: 'pharm.gray', name: 'Gray, Alex', role: 'pharmacist' },
      ampoulesOf5000Units: 40,
      storedApartFromOtherStrengths: true,
    })
  }
}
