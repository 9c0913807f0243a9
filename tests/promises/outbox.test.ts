import { describe, expect, test, vi } from 'vitest'
import type { Act } from '../../src/store/sending.ts'
import { type Chance, chanceOf } from './support/chance.ts'
import { measured, sized } from './support/experiment.ts'
import { type Disk, emptyDisk, openPage, type Page, type Wire } from './support/outboxTablet.ts'
import { NOW, type StopStand, stopStand, timesOnRecord } from './support/stopStand.ts'

const STOP: Act = {
  kind: 'ceaseInfusion',
  reason: 'suspected-major-bleed',
  expectedVersion: 8,
  happenedAt: NOW,
  signature: { pin: '665019' },
}
const SAMPLE: Act = {
  kind: 'recordCollection',
  site: 'away-from-heparin',
  expectedVersion: 8,
  happenedAt: NOW,
}
const MINUTE = 60_000

const waiting = ({ store }: Page) => store.outbox.state.getState().items
const recorded = ({ store }: Page) => store.outbox.state.getState().recorded

/** Sends an act and holds the page to the truth: green if and only if the server has it, and kept if not. */
async function sent(stand: StopStand, page: Page, act: Act) {
  const result = await page.store.send(stand.chartId, act)
  const id = result.kind === 'accepted' ? result.entry.commandId : commandIdOf(result)
  const times = await timesOnRecord(stand, { commandId: id })
  const isGreen = result.kind === 'accepted' || recorded(page).some((each) => each.id === id)
  if (isGreen) expect(times).toBe(1)
  // The server said that it has no such fact: the page asks for it again and keeps nothing. Never so with a stop.
  else if (result.kind === 'not-recorded') expect([act.kind, times]).toEqual([SAMPLE.kind, 0])
  else expect(waiting(page).map((item) => item.id)).toContain(id)
  return { id, isGreen, kind: result.kind }
}

function commandIdOf(result: object): string {
  if (!('commandId' in result)) throw new Error(JSON.stringify(result))
  return `${result.commandId}`
}

/** Everything is well again: what waits comes to the record once, and nothing is left behind. */
async function heals(stand: StopStand, page: Page, disk: Disk, id: string): Promise<void> {
  page.wire = 'whole'
  page.pass(MINUTE)
  await page.store.outbox.flush()
  expect(waiting(page)).toEqual([])
  expect(await timesOnRecord(stand, { commandId: id })).toBe(1)
  expect([...disk.values.keys()].filter((key) => key.startsWith('item/'))).toEqual([])
  expect([...disk.texts.keys()]).toEqual([])
}

/** What is in the way of a stop on its way from the page, and whether it is on the record all the same at once. */
const ways: readonly [string, Wire, boolean, ((stand: StopStand) => Promise<unknown>)?][] = [
  ['nothing', 'whole', true],
  ['the wire is cut', 'cut', false],
  ['the database is read-only or full', 'fails', false],
  ['the reply is lost', 'reply-lost', false],
  ['a newer server, whose entries this build cannot read', 'newer', true],
  ['the session has ended', 'whole', true, ({ tablet }) => tablet.delete('/api/session')],
  ['the session is locked', 'whole', true, ({ tablet }) => tablet.put('/api/session/lock', {})],
  [
    'the wire is cut and the session has ended',
    'cut',
    false,
    ({ tablet }) => tablet.delete('/api/session'),
  ],
]

describe('SIGN-5, H23: a stop finds its way from the page to the record', () => {
  test.each(ways)('%s', async (_what, wire, atOnce, arrange) => {
    const stand = await stopStand()
    const disk = emptyDisk()
    const page = await openPage(stand.tablet, disk, stand.chartId)
    await arrange?.(stand)
    page.wire = wire
    const { id, isGreen } = await sent(stand, page, STOP)
    expect(isGreen).toBe(atOnce)
    await heals(stand, page, disk, id)
  })

  test.each(ways)('%s; the browser is killed, and another person signs in', async (_, wire) => {
    const stand = await stopStand()
    const disk = emptyDisk()
    const page = await openPage(stand.tablet, disk, stand.chartId)
    page.wire = wire
    // Nobody waits for the answer: the page is gone, and only what lies on the disk is left of it.
    void page.store.send(stand.chartId, STOP)
    await vi.waitFor(() => expect(disk.values.size + disk.texts.size).toBeGreaterThan(0), {
      timeout: 20_000,
    })
    const [item] = waiting(page)
    await stand.tablet.delete('/api/session')
    await stand.tablet.signIn('rn.baker')
    const next = await openPage(stand.tablet, disk, stand.chartId, { minutes: 5 })
    const id = item?.id ?? ''
    await heals(stand, next, disk, id)
    const record = await stand.ward.services.store.record(stand.chartId)
    const entry = record?.entries.find(({ commandId }) => commandId === id)
    expect(entry?.by?.userId).toBe('rn.cole')
  })

  test('the browser refuses its database: the stop is kept as text', async () => {
    const stand = await stopStand()
    const disk = emptyDisk('database')
    const page = await openPage(stand.tablet, disk, stand.chartId)
    page.wire = 'cut'
    const { id } = await sent(stand, page, STOP)
    expect(page.store.outbox.state.getState().onlyHere).toEqual([])
    const next = await openPage(stand.tablet, disk, stand.chartId, { minutes: 5 })
    await heals(stand, next, disk, id)
  })

  test('the browser refuses to keep anything: that is said, and the page goes on trying', async () => {
    const stand = await stopStand()
    const disk = emptyDisk('everything')
    const page = await openPage(stand.tablet, disk, stand.chartId)
    page.wire = 'cut'
    const { id } = await sent(stand, page, STOP)
    expect(page.store.outbox.state.getState().onlyHere).toEqual([id])
    page.wire = 'whole'
    page.pass(6_000)
    await vi.waitFor(() => expect(recorded(page)).toHaveLength(1), { timeout: 20_000 })
    expect(await timesOnRecord(stand, { commandId: id })).toBe(1)
  })

  test('it is tried again by itself every few seconds', async () => {
    const stand = await stopStand()
    const page = await openPage(stand.tablet, emptyDisk(), stand.chartId)
    page.wire = 'cut'
    const { id } = await sent(stand, page, STOP)
    page.pass(6_000)
    page.wire = 'whole'
    await vi.waitFor(
      () => {
        page.pass(6_000)
        expect(recorded(page).map((each) => each.id)).toEqual([id])
      },
      { timeout: 20_000 },
    )
  })

  test('SIGN-7: on a tablet that does not know the time, a stop has the time that has passed since', async () => {
    const stand = await stopStand()
    const disk = emptyDisk()
    const page = await openPage(stand.tablet, disk, stand.chartId, { wire: 'cut' })
    const { chartId } = stand
    const patient = { surname: 'Nguyen', given: 'Alex', dateOfBirth: '1951-03-09', mrn: '9000017' }
    const chart = { chartId, bed: '12', patient, seq: null, version: 0 }
    const stopped = await page.store.stopFrom(chart, 'concern')
    if (stopped.kind !== 'kept') throw new Error(`the stop is ${stopped.kind}`)
    const next = await openPage(stand.tablet, disk, chartId, { minutes: 10 })
    await heals(stand, next, disk, stopped.commandId)
    const record = await stand.ward.services.store.record(chartId)
    expect(record?.entries.at(-1)).toMatchObject({ by: null, happenedAt: '2027-03-10T04:40:03Z' })
  })
})

describe('CHART-10, H35: a fact that was captured without the server', () => {
  async function capturedOffline(act: Act = SAMPLE) {
    const stand = await stopStand()
    const disk = emptyDisk()
    const page = await openPage(stand.tablet, disk, stand.chartId)
    page.wire = 'cut'
    const { id, kind } = await sent(stand, page, act)
    expect(kind).toBe('kept')
    return { stand, disk, page, id }
  }
  const noteElsewhere = ({ elsewhere, chartId }: StopStand) =>
    elsewhere.post(`/api/charts/${chartId}/commands`, {
      commandId: '22222222-2222-4222-8222-222222222222',
      expectedVersion: 8,
      kind: 'writeNote',
      happenedAt: NOW,
      text: 'Family told',
    })

  test('comes to the record by itself where nothing is new on the chart', async () => {
    const { stand, disk, page, id } = await capturedOffline()
    await heals(stand, page, disk, id)
  })

  test('meets a newer chart: it goes to a person, who records it', async () => {
    const { stand, page, id } = await capturedOffline()
    await noteElsewhere(stand)
    page.wire = 'whole'
    await page.store.outbox.flush()
    const [item] = waiting(page)
    if (!item) throw new Error('let go by nobody')
    expect(item).toMatchObject({ needsPerson: true, refusal: { status: 409 } })
    expect(await timesOnRecord(stand, { commandId: id })).toBe(0)
    await page.store.loadChart(stand.chartId)
    expect(await page.store.relay(item)).toBeNull()
    expect(await timesOnRecord(stand, { commandId: id })).toBe(1)
    expect(waiting(page)).toEqual([])
  })

  test('or lets it go, and the chart says what and why', async () => {
    const { stand, page, id } = await capturedOffline()
    await noteElsewhere(stand)
    page.wire = 'whole'
    await page.store.outbox.flush()
    const [item] = waiting(page)
    if (!item) throw new Error('let go by nobody')
    page.wire = 'cut'
    expect(await page.store.letGo(item, 'Kept and not recorded: drawn twice')).toBe('unknown')
    expect(waiting(page)).toHaveLength(1)
    page.wire = 'whole'
    const [again = item] = waiting(page)
    expect(await page.store.letGo(again, 'Kept and not recorded: drawn twice')).toBeNull()
    expect(waiting(page)).toEqual([])
    const record = await stand.ward.services.store.record(stand.chartId)
    const notes = record?.entries.filter(({ kind }) => kind === 'noteWritten')
    expect(notes?.at(-1)).toMatchObject({ text: 'Kept and not recorded: drawn twice' })
    expect(notes).toHaveLength(2)
    expect(await timesOnRecord(stand, { commandId: id })).toBe(0)
  })

  test('a refused one goes to a person too: nothing is let go by itself', async () => {
    const { stand, page } = await capturedOffline({ ...SAMPLE, happenedAt: '2031-01-01T00:00:00Z' })
    page.wire = 'whole'
    await page.store.outbox.flush()
    expect(waiting(page)).toMatchObject([{ needsPerson: true, refusal: { status: 422 } }])
    expect(stand.chartId).toBe(waiting(page)[0]?.chartId)
  })

  test('SIGN-3: what authorises a dose is not captured', async () => {
    const stand = await stopStand()
    const page = await openPage(stand.tablet, emptyDisk(), stand.chartId)
    page.wire = 'cut'
    const act = { ...SAMPLE, kind: 'writeNote', text: 'x' } as unknown as Act
    expect((await page.store.send(stand.chartId, act)).kind).toBe('unknown')
    expect(waiting(page)).toEqual([])
  })
})

test('H23: two pages of one tablet bring the same stop, and it is one entry', async () => {
  const stand = await stopStand()
  const disk = emptyDisk()
  const page = await openPage(stand.tablet, disk, stand.chartId)
  page.wire = 'cut'
  const { id } = await sent(stand, page, STOP)
  const other = await openPage(stand.tablet, disk, stand.chartId, { wire: 'cut' })
  for (const each of [page, other]) {
    each.wire = 'whole'
    each.pass(MINUTE)
  }
  await Promise.all([page.store.outbox.flush(), other.store.outbox.flush()])
  expect(await timesOnRecord(stand, { commandId: id })).toBe(1)
  await other.store.outbox.flush()
  expect([waiting(page), waiting(other)]).toEqual([[], []])
})

test('SIGN-7, H23: two pages of one tablet each count the time of the same stop: it is one entry, and nobody has to look at it', async () => {
  const stand = await stopStand()
  const disk = emptyDisk()
  const page = await openPage(stand.tablet, disk, stand.chartId, { wire: 'cut' })
  const patient = { surname: 'Nguyen', given: 'Alex', dateOfBirth: '1951-03-09', mrn: '9000017' }
  const chart = { chartId: stand.chartId, bed: '12', patient, seq: null, version: 0 }
  const stopped = await page.store.stopFrom(chart, 'concern')
  const id = commandIdOf(stopped)
  const other = await openPage(stand.tablet, disk, stand.chartId, { wire: 'cut', minutes: 5 })
  expect(waiting(other)).toMatchObject([{ id, command: { kind: 'stopInfusion' } }])
  for (const each of [page, other]) each.wire = 'whole'
  await Promise.all([page.store.outbox.bring(id), other.store.outbox.bring(id)])
  expect(await timesOnRecord(stand, { commandId: id })).toBe(1)
  expect([waiting(page), waiting(other)]).toEqual([[], []])
})

test('what another build kept is not thrown away, and is counted', async () => {
  const stand = await stopStand()
  const disk = emptyDisk()
  disk.values.set('item/x', { format: 'of a later build' })
  const page = await openPage(stand.tablet, disk, stand.chartId)
  expect(page.store.outbox.state.getState().unreadable).toBe(1)
  expect(disk.values.has('item/x')).toBe(true)
})

describe('planted: the experiment sees a tablet that', () => {
  test('forgets what it kept', async () => {
    const stand = await stopStand()
    const disk = emptyDisk()
    const page = await openPage(stand.tablet, disk, stand.chartId)
    page.wire = 'cut'
    const { id } = await sent(stand, page, STOP)
    const next = await openPage(stand.tablet, emptyDisk(), stand.chartId, { minutes: 5 })
    await expect(heals(stand, next, disk, id)).rejects.toThrow()
  })

  test('says recorded what is not', async () => {
    const stand = await stopStand()
    const page = await openPage(stand.tablet, emptyDisk(), stand.chartId)
    page.wire = 'cut'
    const { outbox } = page.store
    Object.assign(outbox, { bring: async (id: string) => outbox.settle(id, null) })
    await expect(sent(stand, page, STOP)).rejects.toThrow()
  })

  test('sends it again under another id', async () => {
    const stand = await stopStand()
    const disk = emptyDisk()
    const page = await openPage(stand.tablet, disk, stand.chartId)
    page.wire = 'reply-lost'
    const { id } = await sent(stand, page, STOP)
    await page.store.outbox.change(id, {})
    const [item] = waiting(page)
    if (!item) throw new Error('nothing waits')
    await page.store.outbox.settle(id, null)
    page.wire = 'whole'
    await page.store.outbox.keep({ ...item, id: '33333333-3333-4333-8333-333333333333' })
    await page.store.outbox.flush()
    const record = await stand.ward.services.store.record(stand.chartId)
    expect(record?.entries.filter(({ kind }) => kind === 'infusionCeased')).toHaveLength(2)
  })
})

async function tryOn(page: Page, wire: Wire): Promise<void> {
  page.wire = wire
  page.pass(MINUTE)
  await page.store.outbox.flush()
}

/** Each is on the record once, or lies with a person; a stop is never left. */
async function allAccounted(stand: StopStand, page: Page, ids: readonly string[]): Promise<void> {
  const left = waiting(page)
  for (const id of ids) {
    const times = await timesOnRecord(stand, { commandId: id })
    expect(times + left.filter((item) => item.id === id).length).toBe(1)
  }
  expect(left.filter((item) => !item.needsPerson || item.command.kind !== SAMPLE.kind)).toEqual([])
}

const WIRES: readonly Wire[] = ['whole', 'cut', 'reply-lost', 'fails', 'newer']

/** One tablet through a wire that breaks and mends, its page killed between; gives how much it had to keep. */
async function tabletThrough({ pick, below }: Chance): Promise<number> {
  const stand = await stopStand()
  const disk = emptyDisk()
  let page = await openPage(stand.tablet, disk, stand.chartId)
  const done: Awaited<ReturnType<typeof sent>>[] = []
  for (const act of below(2) === 0 ? [SAMPLE, STOP] : [STOP]) {
    page.wire = pick(WIRES)
    const was = await sent(stand, page, act)
    if (was.kind !== 'not-recorded') done.push(was)
  }
  for (const minutes of [9, 10, 11]) {
    await tryOn(page, pick(WIRES))
    if (below(2) === 0) page = await openPage(stand.tablet, disk, stand.chartId, { minutes })
  }
  await tryOn(page, 'whole')
  await allAccounted(
    stand,
    page,
    done.map(({ id }) => id),
  )
  return done.filter(({ isGreen }) => !isGreen).length
}

const TABLETS = sized(3, 300)

test(`H23, H35: ${TABLETS} tablets with a stop and a sample through wires that break and mend, pages killed between, from a seed`, async () => {
  const chance = chanceOf(9)
  let kept = 0
  for (let round = 0; round < TABLETS; round += 1) kept += await tabletThrough(chance)
  measured({
    promise: 9,
    what: 'Tablets with a stop and a sample whose wire breaks and mends by chance and whose page is killed between: what became of each',
    figure: `${TABLETS} tablets, ${kept} acts kept on them: 0 lost, 0 twice, 0 stops left over`,
  })
})
