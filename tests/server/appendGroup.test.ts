import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { appendGroup } from '../../server/appendGroup.ts'
import type { Append } from '../../server/appendRows.ts'
import type { Database } from '../../server/database.ts'
import { openPostgres } from '../../server/openPostgres.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { newId } from './support/databases.ts'
import { note, opening, storeWithWards } from './support/entries.ts'

const CHARTS = 6

/** The openings of charts of patients of their own. */
function openings(): Append[] {
  return Array.from({ length: CHARTS }, (_, chart) => opening(newId(), `900002${chart}`))
}

/** A PostgreSQL with these charts. */
async function chartsIn(first: readonly Append[], url?: string) {
  const database = await openPostgres(url ?? (await freshDatabase()), 'heparin_chart')
  onTestFinished(() => database.close())
  const store = await storeWithWards(database)
  for (const each of first) await store.append(each)
  return { database, store }
}

async function tablesOf({ queries }: Database) {
  const table = (name: 'chart_entry' | 'chart' | 'act_signature') =>
    queries.selectFrom(name).selectAll().orderBy('chart_id').orderBy('seq').execute()
  return [await table('chart_entry'), await table('chart'), await table('act_signature')]
}

function changed(append: Append, fields: object, place: Partial<Append['place']> = {}): Append {
  const entry = { ...append.entry, ...fields } as Append['entry']
  return { ...append, entry, place: { ...append.place, ...place } }
}

const keptBag = (append: Append) => changed(append, { kind: 'bagHung' })
const countersigned = (append: Append) => changed(append, { kind: 'countersigned', actSeq: 2 })

/** Texts that a list of texts in SQL could take apart or read otherwise. */
const awkward = ['"{},\\', 'NULL', "it's $1", 'µg — 💉', ' ', '\\N\t{"a":[1.0,"\\u0000"]}']

describe('CHART-1: entries that share a commit on PostgreSQL', () => {
  test('leave exactly the rows that they leave one by one, signatures and places too', async () => {
    const first = openings()
    const [together, oneByOne] = [await chartsIn(first), await chartsIn(first)]
    const group = first.map((each, index) => {
      const written = note(each, awkward[index] ?? '')
      return index % 2 === 0 ? changed(keptBag(written), {}, { bed: `${index}` }) : written
    })
    const [one, two] = [group[0], group[1]]
    if (!one || !two) throw new Error('There is no group.')
    group[1] = { ...two, refusal: { code: 'mismatch' } as never }

    const added = await appendGroup(together.database.queries, group)
    for (const append of group) await oneByOne.store.append(append)

    expect([...added.keys()].sort()).toEqual(group.map(({ entry }) => entry.chartId).sort())
    expect(await tablesOf(together.database)).toEqual(await tablesOf(oneByOne.database))
    const record = await together.store.record(one.entry.chartId)
    expect(record).toMatchObject({ intact: true, lastSeq: 2 })
    expect(added.get(one.entry.chartId)).toEqual({
      kind: 'appended',
      entry: record?.entries.at(-1),
    })
  })

  test('SIGN-8: whose place or command id is taken writes nothing, and its neighbours are written', async () => {
    const first = openings()
    const { database, store } = await chartsIn(first)
    const [seqTaken, idTaken, free] = first.map((each) => note(each, 'One.'))
    if (!seqTaken || !idTaken || !free) throw new Error('There is no group.')
    await store.append(note({ ...seqTaken, ...first[0] }, 'Overtaken.'))
    await store.append(idTaken)
    const again = note(idTaken, 'Two.', idTaken.entry.commandId)

    const added = await appendGroup(database.queries, [seqTaken, again, free])

    expect([...added.keys()]).toEqual([free.entry.chartId])
    expect(await store.record(idTaken.entry.chartId)).toMatchObject({ lastSeq: 2 })
    expect(await store.openCharts('7-west')).toContainEqual({
      chartId: idTaken.entry.chartId,
      seq: 2,
    })
  })

  test('CHART-8: leave to the way of one by one what opens a chart, closes, moves or renames it', async () => {
    const first = openings()
    const { database } = await chartsIn(first)
    const before = await tablesOf(database)
    const [a, b, c] = first.map((each) => note(each, 'One.'))
    if (!a || !b || !c) throw new Error('There is no group.')

    const added = await appendGroup(database.queries, [
      opening(newId(), '9000099'),
      changed(a, {}, { open: false }),
      changed(b, {}, { wardId: 'ccu' }),
      changed(c, {}, { mrn: '9000098' }),
    ])

    expect(added.size).toBe(0)
    expect(await tablesOf(database)).toEqual(before)
  })

  test('SIGN-5: wait for nobody who holds a chart', async () => {
    const first = openings()
    const { database } = await chartsIn(first)
    const group = first.map((each) => note(each, 'One.'))
    const [held] = group

    await database.queries.transaction().execute(async (holder) => {
      await sql`select 1 from chart where chart_id = ${held?.entry.chartId} for update`.execute(
        holder,
      )
      const added = await appendGroup(database.queries, group)
      expect(added.size).toBe(CHARTS - 1)
      expect(added.has(`${held?.entry.chartId}`)).toBe(false)
    })
  })

  test('SIGN-3: one whose person has signed the act spoils the statement, which then leaves nothing', async () => {
    const first = openings()
    const { database, store } = await chartsIn(first)
    const [act, other] = first.map((each) => keptBag(note(each, 'One.')))
    if (!act || !other) throw new Error('There is no group.')
    await store.append(act)
    const before = await tablesOf(database)

    const group = [countersigned(note(act, 'Mine too.')), other]
    await expect(appendGroup(database.queries, group)).rejects.toThrow('act_signature')

    expect(await tablesOf(database)).toEqual(before)
  })
})

describe('a crowd at the store on PostgreSQL', () => {
  const kindOf = (outcome: PromiseSettledResult<{ kind: string }>) =>
    outcome.status === 'fulfilled' ? outcome.value.kind : `${outcome.reason.refusal?.code}`

  test('SIGN-3, SIGN-8: each hears its own outcome, a same person and a clash among them', async () => {
    const first = openings()
    const { store } = await chartsIn(first)
    const [act, late, ...rest] = first.map((each) => keptBag(note(each, 'One.')))
    if (!act || !late) throw new Error('There is no crowd.')
    await store.append(act)
    await store.append(late)
    const group = [
      countersigned(note(act, 'Mine too.')),
      changed(late, { commandId: newId() }),
      ...rest,
    ]

    const outcomes = await Promise.allSettled([
      store.append(opening(newId(), '9000099')),
      ...group.map((append) => store.append(append)),
    ])

    expect(outcomes.map(kindOf)).toEqual([
      'appended',
      'same-person',
      'clash',
      ...rest.map(() => 'appended'),
    ])
  })

  test('a commit that fails at its very end is no acknowledgement, and fails no neighbour', async () => {
    const url = await freshDatabase()
    const first = openings()
    const { database, store } = await chartsIn(first, url)
    await sql`create function fail_late() returns trigger language plpgsql as $$
      begin
        if new.body like '%fails late%' then raise exception 'failed at the commit'; end if;
        return null;
      end $$`.execute(database.queries)
    await sql`create constraint trigger fails_late after insert on chart_entry
      deferrable initially deferred for each row execute function fail_late()`.execute(
      database.queries,
    )
    const [bad, ...good] = first
    if (!bad) throw new Error('There is no crowd.')

    const outcomes = await Promise.allSettled([
      store.append(opening(newId(), '9000099')),
      store.append(note(bad, 'It fails late.')),
      ...good.map((each) => store.append(note(each, 'One.'))),
    ])

    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      ...good.map(() => 'fulfilled'),
    ])
    expect(await store.record(bad.entry.chartId)).toMatchObject({ lastSeq: 1 })
    for (const { entry } of good) {
      expect(await store.record(entry.chartId)).toMatchObject({ lastSeq: 2, intact: true })
    }
  })
})
