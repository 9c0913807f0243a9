import { describe, expect, test } from 'vitest'
import type { Database } from '../../server/database.ts'
import { createEntryStore } from '../../server/entryStore.ts'
import { type Verified, verifyRecord } from '../../server/verifyRecord.ts'
import { databases } from '../server/support/databases.ts'
import { storeWithWards } from '../server/support/entries.ts'
import { chanceOf } from './support/chance.ts'
import { measured, sized } from './support/experiment.ts'
import { disarm, type PlantedChange, planters, put, storedIn } from './support/plantedChange.ts'
import { keepHistory, randomHistories } from './support/randomHistories.ts'
import { wardRecord } from './support/wardRecord.ts'

const CHANGES = sized(54, 2_000)
const HISTORIES = sized(6, 200)

type Verify = typeof verifyRecord

/** A record that anybody may change, as it stands, with its heads. */
async function openToChange() {
  const { database } = await wardRecord()
  const clean = await verifyRecord(database)
  await disarm(database)
  return { database, clean, stored: await storedIn(database) }
}

/** What is not found, or not named, of changes planted one after the other. */
async function missed(
  { database, clean, stored }: Awaited<ReturnType<typeof openToChange>>,
  plant: readonly string[],
  verify: Verify = verifyRecord,
): Promise<string[]> {
  const chance = chanceOf(41)
  const unseen: string[] = []
  for (const name of plant) {
    const change = planters[name]?.(stored, chance)
    if (!change) throw new Error(`nothing plants ${name}`)
    await put(database, stored, change.stored)
    const alone = await verify(database)
    const held = await verify(database, clean.heads, clean.audits)
    if (!names(change.needsHeads ? held : alone, change)) unseen.push(`${name}: ${change.name}`)
    await put(database, change.stored, stored)
  }
  return unseen
}

/** Whether the faults name the chart, and the entry where one can be named. */
function names({ faults, auditFaults }: Verified, { where, seq }: PlantedChange): boolean {
  return (
    faults.some((fault) => fault.chartId === where && (seq === null || fault.seq === seq)) ||
    auditFaults.some(({ commandId }) => commandId === where)
  )
}

const everyKind = Object.keys(planters)
const plan = Array.from({ length: CHANGES }, (_, turn) => `${everyKind[turn % everyKind.length]}`)

describe('CHART-1, AUDIT-1: verifying the record', () => {
  test('finds and names every change planted behind its back', async () => {
    const record = await openToChange()
    const unseen = await missed(record, plan)
    const { charts, entries } = record.clean
    measured({
      promise: 4,
      what: `One change behind the record’s back at a time, of ${everyKind.length} kinds, in a ward’s record`,
      figure: `${plan.length - unseen.length} of ${plan.length} found and named (${charts} charts, ${entries} entries)`,
    })
    expect(unseen).toEqual([])
    expect((await verifyRecord(record.database, record.clean.heads)).faults).toEqual([])
  })

  test('accuses no record of random valid histories, alone or against its own heads', async () => {
    let entries = 0
    for (const { open } of databases) {
      const database = await open()
      const store = await storeWithWards(database)
      for (const [index, history] of randomHistories(HISTORIES, 42).entries()) {
        await keepHistory(store, history, `42${index}`)
      }
      const clean = await verifyRecord(database)
      expect(clean.faults).toEqual([])
      expect((await verifyRecord(database, clean.heads, clean.audits)).faults).toEqual([])
      entries += clean.entries
    }
    measured({
      promise: 4,
      what: 'Random valid histories, written to the embedded database and to PostgreSQL and verified alone and against their heads',
      figure: `${HISTORIES} histories on each, ${entries} entries, 0 accused`,
    })
  })

  test('accuses nothing that is written while it looks', async () => {
    const database = await databases[1].open()
    const store = await storeWithWards(database)
    const [history = []] = randomHistories(1, 43)
    await keepHistory(store, history, '4300')
    const writing = (async () => {
      for (const [index, each] of randomHistories(6, 44).entries()) {
        await keepHistory(createEntryStore(database), each, `44${index}`)
      }
      return 'written' as const
    })()
    let state: 'written' | 'writing' = 'writing'
    const faults: unknown[] = []
    while (state === 'writing') {
      faults.push(...(await verifyRecord(database)).faults)
      state = await Promise.race([writing, Promise.resolve('writing' as const)])
    }
    expect(faults).toEqual([])
  })
})

describe('the experiment catches a verification that', () => {
  const without =
    (leaveOut: (found: Verified) => Verified): Verify =>
    async (database, heads, audits) =>
      leaveOut(await verifyRecord(database, heads, audits))
  const saying = (words: RegExp) =>
    without((found) => ({ ...found, faults: found.faults.filter(({ what }) => !words.test(what)) }))

  test.each([
    ['looks at no text', 'a letter of a text or a hash', saying(/text or hash|follow|row/)],
    ['looks at nothing beside the text', 'a letter of a refusal', saying(/left beside/)],
    ['counts no entries', 'the tail cut off', saying(/missing/)],
    ['holds no place against the entries', 'the place of a chart', saying(/place|missing/)],
    ['holds no signature against the entries', 'a kept signature', saying(/signature/)],
    [
      'leaves the heads aside',
      'a text changed and the whole chain worked out anew',
      ((database: Database) => verifyRecord(database)) as Verify,
    ],
    ['names another entry', 'a letter of a text or a hash', renumbering()],
    [
      'looks at no storage audit',
      'a storage audit',
      without((found) => ({ ...found, auditFaults: [] })),
    ],
  ])('%s', async (_, kind, verify) => {
    const record = await openToChange()
    expect(await missed(record, [kind, kind, kind, kind], verify)).not.toEqual([])
  })

  function renumbering(): Verify {
    return without((found) => ({
      ...found,
      faults: found.faults.map((fault) => ({ ...fault, seq: (fault.seq ?? 0) + 50 })),
    }))
  }
})
