import { connect, createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type CutWire, cutWire } from '../../e2e/support/cutWire.ts'
import type { Entry } from '../../src/chart/entries.ts'
import type { Act } from '../../src/store/sending.ts'
import type { State } from '../../src/store/state.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { done, titratable } from './support/atBedside.ts'
import { chanceOf } from './support/chance.ts'
import { measured, sized } from './support/experiment.ts'
import { serversOn } from './support/serversOn.ts'
import { siteAt } from './support/site.ts'
import { type Bed, say } from './support/strokeBed.ts'
import { type TabletStore, tabletStore } from './support/tabletStore.ts'

const STALE_AFTER_MS = 15_000
/** A timer on a machine that has other work comes late, and a beat that was on its way is still heard. */
const TIMER_SLACK_MS = 5_000
const USERS = ['rn.adams', 'rn.baker', 'rn.cole'] as const

interface Tablet extends TabletStore {
  readonly wire: CutWire
}

async function signIn(address: string, userId: string): Promise<string> {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId, password: 'demonstration' }),
  })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Two servers on one PostgreSQL, a chart, and a tablet for each person, by turns on one server or the other. */
async function wardOf(count: number, seed: number) {
  const servers = await serversOn({ DATABASE_URL: await freshDatabase() }, 2)
  const site = siteAt(servers.map(({ address }) => address))
  const bed = await titratable(site, '7700001')
  const chance = chanceOf(seed)
  const tablets: Tablet[] = []
  for (let place = 0; place < count; place += 1) {
    const address = servers[place % servers.length]?.address ?? ''
    const wire = await cutWire(address)
    const cookie = await signIn(address, USERS[place % USERS.length] ?? '')
    const tablet = await tabletStore(wire.baseURL, cookie, () => chance.next() / 10)
    onTestFinished(async () => {
      tablet.close()
      await wire.close()
    })
    await tablet.store.loadChart(bed.chartId)
    tablets.push({ ...tablet, wire })
  }
  await until(() => tablets.every(isLive))
  return { site, bed, tablets, servers }
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs = 40_000): Promise<void> {
  await expect.poll(isSo, { timeout: withinMs, interval: 20 }).toBe(true)
}

const isLive = ({ store }: TabletStore) => store.state.getState().connection === 'live'

/** All that the screens have of a chart and of the ward. */
function shownBy({ store }: TabletStore, chartId: string): object {
  const { charts, board }: State = store.state.getState()
  return { chart: charts[chartId], rows: board?.charts, damaged: board?.damaged }
}

async function recordOf(site: ReturnType<typeof siteAt>, { chartId }: Bed): Promise<Entry[]> {
  const { body } = await site.ask('rn.adams', 'GET', `/api/charts/${chartId}/entries?after=0`)
  return body.entries
}

async function write(site: ReturnType<typeof siteAt>, bed: Bed, notes: number): Promise<void> {
  for (let note = 1; note <= notes; note += 1) {
    await done(site, bed, 'rn.cole', say.note(bed, site.now(), `note ${note}`))
  }
}

/** Waits until every tablet holds the record, and says whether they are all the same. */
async function healed(site: ReturnType<typeof siteAt>, bed: Bed, tablets: readonly Tablet[]) {
  const entries = await recordOf(site, bed)
  const holds = (tablet: Tablet) => {
    const record = tablet.store.state.getState().charts[bed.chartId]
    const row = tablet.store.state
      .getState()
      .board?.charts.find(({ chartId }) => chartId === bed.chartId)
    return (
      record?.status === 'ready' &&
      record.entries.length === entries.length &&
      row?.seq === entries.length &&
      isLive(tablet)
    )
  }
  await until(() => tablets.every(holds))
  const [first] = tablets
  if (first === undefined) throw new Error('there is no tablet')
  for (const tablet of tablets) {
    const record = tablet.store.state.getState().charts[bed.chartId]
    expect(record?.status === 'ready' && record.entries).toEqual(entries)
    expect(shownBy(tablet, bed.chartId)).toEqual(shownBy(first, bed.chartId))
  }
}

/** Cuts the wire of one tablet in three and stalls another's, differently in each round. */
function breakWires(tablets: readonly Tablet[], round: number): void {
  for (const [place, { wire }] of tablets.entries()) {
    if ((place + round) % 3 === 1) wire.cut()
    if ((place + round) % 3 === 2) wire.stall()
  }
}

/** Takes the wires away and notes for each tablet how long it was until it said that it is stale, in ms. */
function takeAway(tablets: readonly Tablet[]): readonly number[] {
  const staleAfterMs: number[] = []
  const begun = performance.now()
  for (const [place, { wire, store }] of tablets.entries()) {
    const unsubscribe = store.state.subscribe(({ connection }) => {
      if (connection !== 'stale') return
      unsubscribe()
      staleAfterMs.push(performance.now() - begun)
    })
    if (place % 2 === 0) wire.cut()
    else wire.stall()
  }
  return staleAfterMs
}

const PIN = { pin: '000000' }

/** A signature is refused on the tablet; a stop leaves it, whatever the wire makes of it. */
async function signsOnlyStops({ store }: Tablet, { chartId, version }: Bed): Promise<void> {
  const act = { expectedVersion: version, happenedAt: '2027-03-10T06:40:00Z' }
  const close = { ...act, kind: 'closeChart', reason: 'moved', signature: PIN } as unknown as Act
  const refusal = { kind: 'problem', problem: { type: '/problems/not-live' } }
  expect(await store.send(chartId, close)).toMatchObject(refusal)
  const stop = { ...act, kind: 'stopInfusion', reason: 'other' } as unknown as Act
  expect(await store.send(chartId, stop)).not.toMatchObject(refusal)
}

test('H34, SIGN-5: wires are cut and stalled while entries are written over two servers: within 15 s a tablet says that it is stale and signs nothing but a stop; mended, all hold the record and are the same', async () => {
  const healing = sized(3, 9)
  const { site, bed, tablets } = await wardOf(healing + sized(2, 6), 71)
  const lost = tablets.slice(healing)
  const staleAfterMs = takeAway(lost)
  const rounds = sized(1, 12)
  let slowestMs = 0
  for (let round = 0; round < rounds; round += 1) {
    breakWires(tablets.slice(0, healing), round)
    await write(site, bed, sized(3, 8))
    const mendedAt = performance.now()
    for (const { wire } of tablets.slice(0, healing)) wire.mend()
    await healed(site, bed, tablets.slice(0, healing))
    slowestMs = Math.max(slowestMs, performance.now() - mendedAt)
  }
  await until(() => staleAfterMs.length === lost.length)
  expect(Math.max(...staleAfterMs)).toBeLessThanOrEqual(STALE_AFTER_MS + TIMER_SLACK_MS)
  for (const tablet of lost) {
    tablet.wire.cut()
    await signsOnlyStops(tablet, bed)
  }
  for (const { wire } of lost) wire.mend()
  await healed(site, bed, tablets)

  // The harness itself: a tablet that lost an entry is not the same.
  const [first, other] = tablets
  const record = first?.store.state.getState().charts[bed.chartId]
  if (!first || !other || record?.status !== 'ready') throw new Error('no chart')
  const entries = record.entries.slice(0, -1)
  first.store.state.setState({ charts: { [bed.chartId]: { ...record, entries } } })
  expect(shownBy(first, bed.chartId)).not.toEqual(shownBy(other, bed.chartId))

  measured({
    promise: 7,
    what: 'Tablets on two server processes, their wires cut or stalled while entries are written, then mended',
    figure: `${rounds} rounds of ${healing} tablets: all the same as the record each time, the slowest ${seconds(slowestMs)} s after mending`,
  })
  measured({
    promise: 7,
    what: 'From a wire that is cut or silent until the tablet says that it is stale and signs nothing but a stop',
    figure: `${lost.length} tablets: ${seconds(Math.max(...staleAfterMs))} s at most`,
  })
})

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1)
}

test('a wire that is cut refuses, one that is stalled keeps what was sent, one that is mended lets it through', async () => {
  const heard: string[] = []
  const server = createServer((socket) => socket.on('data', (chunk) => heard.push(`${chunk}`)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const wire = await cutWire(`http://127.0.0.1:${port}`)
  const socket = connect(Number(new URL(wire.baseURL).port), '127.0.0.1')
  let isClosed = false
  socket.on('close', () => {
    isClosed = true
  })
  socket.on('error', () => {})
  socket.write('one')
  await until(() => heard.length === 1)
  wire.stall()
  socket.write('two')
  const other = connect(Number(new URL(wire.baseURL).port), '127.0.0.1')
  other.on('error', () => {})
  await new Promise((resolve) => other.once('connect', resolve))
  expect(heard).toEqual(['one'])
  wire.mend()
  await until(() => heard.includes('two'))
  wire.cut()
  await until(() => isClosed)
  const late = connect(Number(new URL(wire.baseURL).port), '127.0.0.1')
  await new Promise((resolve) => late.once('error', resolve))
  await wire.close()
  server.close()
})
