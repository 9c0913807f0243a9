import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { appendGroup } from '../../server/appendGroup.ts'
import type { Append, Appended } from '../../server/appendRows.ts'
import type { Database } from '../../server/database.ts'
import { isDatabaseFault } from '../../server/databaseFaults.ts'
import { createEntryStore, type EntryStore } from '../../server/entryStore.ts'
import { createGroupCommit } from '../../server/groupCommit.ts'
import { openPostgres } from '../../server/openPostgres.ts'
import { newId } from '../server/support/databases.ts'
import { note, opening, storeWithWards } from '../server/support/entries.ts'
import { measured, sized } from './support/experiment.ts'
import { ownPostgres, until } from './support/ownPostgres.ts'

const CLIENTS = 24
const KILLS = sized(2, 60)
/** After so many acknowledgements in all, PostgreSQL is killed, its connections and the whole of it by turns. */
const KILL_EVERY = 100

/** What came of a crowd that writes one note after the other, each on its own chart, while PostgreSQL is killed. */
async function crowdUnderKills(kills: number, wayOf: (database: Database) => EntryStore['append']) {
  const postgres = await ownPostgres()
  const database = await openPostgres(postgres.url, 'heparin_chart')
  onTestFinished(() => database.close())
  const store = await storeWithWards(database)
  const append = wayOf(database)
  const first = Array.from({ length: CLIENTS }, (_, client) => opening(newId(), `8400${client}`))
  for (const each of first) await store.append(each)
  const faults: string[] = []
  const seen = { acknowledged: 0, inDoubt: 0, kills: 0 }
  let killing = Promise.resolve()
  let isOver = false

  async function kill(isAll: boolean, isLast: boolean): Promise<void> {
    if (isAll) {
      await postgres.kill()
      await postgres.startAgain()
    } else await postgres.killBackends()
    isOver = isLast
  }

  function acknowledged(): void {
    seen.acknowledged += 1
    if (seen.acknowledged % KILL_EVERY !== 0 || seen.kills === kills) return
    seen.kills += 1
    const isAll = seen.kills % 2 === 0
    const isLast = seen.kills === kills
    killing = killing
      .then(() => kill(isAll, isLast))
      .catch((error) => void faults.push(`not killed: ${error}`))
  }

  /** Asks until the database answers whether an entry is on the record. */
  async function isKept({ entry }: Append): Promise<boolean> {
    let kept = false
    await until(async () => {
      try {
        kept = (await store.kept(entry.chartId, entry.commandId)) !== null
        return true
      } catch {
        return false
      }
    })
    return kept
  }

  /** Whether the entry is known to be on the record. */
  async function send(next: Append): Promise<boolean> {
    try {
      const { kind } = await append(next)
      if (kind !== 'appended') faults.push(`${kind} at ${next.entry.seq}`)
      acknowledged()
      return true
    } catch (error) {
      if (!isDatabaseFault(error)) faults.push(`${error}`)
      seen.inDoubt += 1
      return isKept(next)
    }
  }

  /** Writes until the last kill is over: one that came after the crowd would show nothing. */
  async function client(opened: Append): Promise<readonly Append[]> {
    const sent = [opened]
    while (faults.length === 0 && !isOver) {
      const next = note(sent.at(-1) ?? opened, `Note ${sent.length}`)
      while (!(await send(next)));
      sent.push(next)
    }
    return sent
  }

  const courses = await Promise.all(first.map(client))
  await killing
  for (const each of first) await isKept(each)
  for (const sent of courses) faults.push(...(await differences(store, sent)))
  return { ...seen, faults }
}

/** Where a chart on the record is not what its client was told, entry by entry. */
async function differences(store: EntryStore, sent: readonly Append[]): Promise<string[]> {
  const record = await store.record(`${sent[0]?.entry.chartId}`)
  if (!record?.intact) return ['a chain is cut']
  const kept = record.entries.map(({ hash: _, ...entry }) => JSON.stringify(entry))
  const told = sent.map(({ entry }) => JSON.stringify(entry))
  const lost = told.filter((text) => !kept.includes(text)).map((text) => `lost: ${text}`)
  return kept.length > told.length ? [...lost, 'more than was sent'] : lost
}

test('CHART-1: what shares a commit is on the record when it is acknowledged, also when PostgreSQL is killed', async () => {
  const { acknowledged, inDoubt, kills, faults } = await crowdUnderKills(
    KILLS,
    (database) => createEntryStore(database).append,
  )

  expect(faults).toEqual([])
  expect(kills).toBe(KILLS)
  expect(inDoubt).toBeGreaterThan(0)
  measured({
    promise: 1,
    what: `${CLIENTS} clients that share commits on PostgreSQL, which is killed with -9, its connections and the whole of it by turns`,
    figure: `${kills} kills, ${acknowledged} acknowledged: 0 lost, 0 doubled; ${inDoubt} in doubt looked up`,
  })
})

test('CHART-1: a group that is acknowledged before its commit is caught', async () => {
  const early = ({ queries }: Database): EntryStore['append'] => {
    async function together(group: readonly Append[]) {
      void appendGroup(queries, group).catch(() => undefined)
      await setTimeout(1)
      return new Map(group.map((append) => [append.entry.chartId, acknowledgedOnly(append)]))
    }
    const alone = createEntryStore({ queries, isShared: false } as Database).append
    return createGroupCommit({ alone, together })
  }

  expect((await crowdUnderKills(1, early)).faults).not.toEqual([])
})

function acknowledgedOnly({ entry }: Append): Appended {
  return { kind: 'appended', entry: { ...entry, hash: '' } as never }
}
