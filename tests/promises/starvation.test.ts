import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEntryStore, type EntryStore } from '../../server/entryStore.ts'
import { openPostgres } from '../../server/openPostgres.ts'
import { type Order, settle } from '../../server/settle.ts'
import { newId } from '../server/support/databases.ts'
import { note, opening, storeWithWards } from '../server/support/entries.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { done, titratable } from './support/atBedside.ts'
import { measured, sized } from './support/experiment.ts'
import { serversOn } from './support/serversOn.ts'
import { type Site, siteAt } from './support/site.ts'
import { type Bed, say } from './support/strokeBed.ts'

const CHARTS = sized(1, 12)
const SIGNATURES = sized(6, 40)
const NOTE_WRITERS = 6

describe('SIGN-8, H23: a stream of notes starves no signature', () => {
  test('with several clients writing notes nonstop through two server processes every signature and the stop are taken', async () => {
    const servers = await serversOn({ DATABASE_URL: await freshDatabase() }, 2)
    const site = siteAt(servers.map(({ address }) => address))
    const all = { signatures: [] as number[], stops: [] as number[], notes: 0, refused: 0 }
    for (let chart = 1; chart <= CHARTS; chart += 1) {
      const bed = await titratable(site, `91000${chart}`)
      const crowd = writeNotes(site, bed)
      for (let signature = 0; signature < SIGNATURES; signature += 1) {
        const begun = performance.now()
        const actSeq = await done(site, bed, 'mo.chen', say.change(bed, site.now(), 'mo.chen'))
        all.signatures.push(performance.now() - begun)
        await done(site, bed, 'mo.chen', say.withdraw(bed, site.now(), actSeq))
      }
      const begun = performance.now()
      await done(site, bed, 'rn.dunn', say.stop(bed, site.now(), 'rn.dunn'))
      all.stops.push(performance.now() - begun)
      const { notes, refused } = await crowd.end()
      all.notes += notes
      all.refused += refused
    }

    const [median, slowest] = spreadOf(all.signatures)
    measured({
      promise: 6,
      what: 'First signatures while six clients write notes on the same chart nonstop, through two server processes on PostgreSQL',
      figure: `${all.signatures.length} signatures and ${all.stops.length} stops taken at the first sending beside ${all.notes} notes; a signature took ${median} ms in the median, ${slowest} ms at most, a stop ${spreadOf(all.stops)[1]} ms at most`,
    })
    expect(all.refused).toBe(0)
    expect(all.notes).toBeGreaterThan(SIGNATURES)
    expect(slowest).toBeLessThan(20_000)
  })
})

/** Clients that write notes on a chart one after the other until they are ended. */
function writeNotes(site: Site, bed: Bed) {
  const path = `/api/charts/${bed.chartId}/commands`
  let isWriting = true
  let notes = 0
  let refused = 0
  async function write(server: number): Promise<void> {
    while (isWriting) {
      const command = say.note(bed, site.now(), `Note of writer ${server}`)
      const { status } = await site.ask('rn.cole', 'POST', path, command, { server })
      if (status === 201) notes += 1
      else refused += 1
    }
  }
  const writing = Promise.all(Array.from({ length: NOTE_WRITERS }, (_, server) => write(server)))
  return {
    async end() {
      isWriting = false
      await writing
      return { notes, refused }
    },
  }
}

/** The median and the greatest of some times, in whole milliseconds. */
function spreadOf(times: readonly number[]): readonly [number, number] {
  const sorted = [...times].sort((a, b) => a - b)
  const whole = (at: number) => Math.round(sorted[at] ?? 0)
  return [whole(Math.floor(sorted.length / 2)), whole(sorted.length - 1)]
}

/** A chart in PostgreSQL and a rival process that puts a note behind its last entry whenever it is asked. */
async function chartWithRival() {
  const url = await freshDatabase()
  const [here, there] = await Promise.all([
    openPostgres(url, 'heparin_chart'),
    openPostgres(url, 'heparin_chart'),
  ])
  onTestFinished(async () => {
    await here.close()
    await there.close()
  })
  const store = await storeWithWards(here)
  const first = opening(newId())
  await store.append(first)
  const rival = createEntryStore(there)
  async function overtake(): Promise<void> {
    const record = await rival.record(first.entry.chartId)
    const last = record?.entries.at(-1)
    if (!record || !last) throw new Error('The chart is gone.')
    const { hash: _, ...entry } = last
    const next = note({ ...first, entry, previousHash: '' }, 'Overtaken.')
    await rival.append({ ...next, previousHash: record.lastHash })
  }
  return { here, there, store, first, overtake }
}

describe('an order that others overtake at every attempt', () => {
  /** A rival's note comes between the reading and the writing of every attempt without a lock. */
  async function overtaken(change: (store: EntryStore) => Partial<EntryStore> = () => ({})) {
    const { store, first, overtake } = await chartWithRival()
    let attempts = 0
    const { chartId } = first.entry
    const contested: EntryStore = {
      ...store,
      async append(what) {
        attempts += 1
        if (attempts > 20) throw new Error('It was overtaken for ever.')
        await overtake()
        return store.append(what)
      },
      async alone(id, act) {
        attempts += 1
        return store.alone(id, act)
      },
    }
    const order: Order = {
      chartId,
      commandId: newId(),
      hash: 'a'.repeat(64),
      expectedVersion: null,
      isStop: false,
      decide(chart) {
        if (!chart) throw new Error('There is no chart.')
        const [opened] = chart.entries
        if (!opened) throw new Error('The chart is empty.')
        const { hash: _, ...entry } = opened
        const after = { ...first, entry: { ...entry, seq: chart.seq, version: chart.version } }
        return {
          kind: 'accepted',
          entry: note(after as typeof first, 'Signed.', order.commandId).entry,
        }
      },
    }
    const tools = { store: { ...contested, ...change(contested) }, publish: () => undefined }
    const entry = await settle(tools, order)
    return { attempts, entry }
  }

  test('is written at the fourth: the third lost attempt takes the chart for itself', async () => {
    const { attempts, entry } = await overtaken()
    expect({ attempts, seq: entry.seq }).toEqual({ attempts: 4, seq: 5 })
  })

  test('is caught where nothing takes the chart for itself', async () => {
    const neverAlone = (store: EntryStore): Partial<EntryStore> => ({
      alone: (_, act) => act(store),
    })
    await expect(overtaken(neverAlone)).rejects.toThrow('overtaken for ever')
  })
})

test('SIGN-5, H23: a process that hangs in the middle of an entry keeps a chart for five seconds at most', async () => {
  const { there, store, first } = await chartWithRival()
  const hung = await there.queries.startTransaction().execute()
  onTestFinished(async () => {
    await hung
      .rollback()
      .execute()
      .catch(() => undefined)
  })
  const name = 'idle_in_transaction_session_timeout'
  const setting = await sql<Record<string, string>>`show ${sql.ref(name)}`.execute(hung)
  expect(setting.rows).toEqual([{ [name]: '5s' }])
  await sql`set local ${sql.ref(name)} = 200`.execute(hung)
  await hung.updateTable('chart').set({ seq: 1 }).execute()

  const appended = await store.append(note(first, 'Stopped.'))

  expect(appended.kind).toBe('appended')
  await expect(hung.commit().execute()).rejects.toThrow()
})
