import { vi } from 'vitest'
import { beginRecord } from './beginRecord.ts'
import { Chance } from './Chance.ts'
import type { Intent } from './Ledger.ts'
import type { Tablet } from './Tablet.ts'
import { brokenOn, healedLaws, keptLaws, tabletLaws } from './tabletLaws.ts'
import { type Accusation, type Fault, World } from './World.ts'

/** What came of a run. */
export interface Ran {
  readonly accusations: readonly Accusation[]
  readonly trace: readonly string[]
  /** Entries that came into the record, commands sent, and what else the run met. */
  readonly counts: Readonly<Record<string, number>>
}

const RUN_MS = 50_000
const HEAL_MS = 35_000
const EVERY_MS = 1_000
const LOOK_UP_MS = 300
const visitorsOf = { '7-west': 'rn.baker', ccu: 'rn.ivers' }
/** The first in ordinary time, the others begun on the days on which Sydney's clocks change. */
const days = ['2027-03-10T00:00:00Z', '2027-04-03T00:00:00Z', '2026-10-03T00:00:00Z'] as const

/** Runs tablets, servers, network, clock and people from one seed; ends at the first law that is broken. */
export async function simulate(seed: number, fault: Fault = {}): Promise<Ran> {
  const begun = await beginRecord(new Chance(seed).pick(days))
  const world = new World({ seed, fault, ...begun })
  // Fetched by the store when it opens its first chart: here already, so that it takes no time of the machine's.
  await import('../../../src/store/records.ts')
  await import('../../../src/store/keptReach.ts')
  world.timeline.takeOver()
  try {
    for (const chartId of begun.chartIds) await world.witness.begin(chartId)
    await live(world)
    if (world.accusations.length === 0) await judgeEnd(world)
  } finally {
    for (const machine of world.machines) machine.die(true)
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    await begun.database.close()
  }
  const entries = [...world.witness.charts.values()].flatMap((chart) => chart.entries)
  for (const { kind, commandId } of entries) if (world.ledger.find(commandId)) world.count(kind)
  for (const { told } of world.ledger.all) if (told) world.count(told)
  const recorded = entries.filter(({ commandId }) => world.ledger.find(commandId)).length
  const { lost } = world.network
  const counts = { ...world.counts, lost, entries: recorded, commands: world.ledger.all.length }
  return { accusations: world.accusations, trace: world.trace, counts }
}

async function live(world: World): Promise<void> {
  const { timeline, machines, tablets, users, chance } = world
  for (const machine of machines) await machine.start()
  for (const tablet of tablets) void tablet.open()
  for (const user of users) keepBusy(world, user)
  world.bringTrouble()
  watchAll(world)
  await timeline.runUntil(RUN_MS, () => look(world))
  world.heal()
  await timeline.runUntil(RUN_MS + HEAL_MS + chance.whole(0, 5_000), () => look(world))
}

/** A person does one thing after another; now and then two at once. */
function keepBusy(world: World, user: World['users'][number]): void {
  const { timeline, chance } = world
  const ms = chance.happens(0.5) ? chance.whole(50, 600) : chance.whole(600, 2_500)
  timeline.after(ms, () => {
    if (world.isHealed) return
    user.act().catch((error: unknown) => world.accuse('a screen never fails', `${error}`))
    keepBusy(world, user)
  })
}

function watchAll(world: World): void {
  world.timeline.after(EVERY_MS, () => {
    for (const tablet of world.tablets) world.changedTablets.add(tablet)
    if (world.chance.happens(0.1)) {
      for (const tablet of world.tablets) judgeTablet(world, tablet, keptLaws)
    }
    watchAll(world)
  })
}

/** Judges all that the last event changed. True: the run is over. */
async function look(world: World): Promise<boolean> {
  for (const chartId of world.changedCharts) await world.witness.look(chartId)
  world.changedCharts.clear()
  for (const tablet of world.changedTablets) judgeTablet(world, tablet, tabletLaws)
  world.changedTablets.clear()
  return world.accusations.length > 0
}

function judgeTablet(
  world: World,
  tablet: World['tablets'][number],
  laws: typeof tabletLaws,
): void {
  const user = world.users[world.tablets.indexOf(tablet)]
  if (!user) return
  const { ledger, movedAt, now, timeline } = world
  const { charts } = world.witness
  const seen = { tablet, user, charts, ledger, movedAt, now, elapsed: timeline.now }
  for (const [law, detail] of brokenOn(seen, laws)) world.accuse(law, detail)
}

/** When all is well again: every screen shows the record, and whatever was sent is found where it went. */
async function judgeEnd(world: World): Promise<void> {
  await world.witness.lookAtAll()
  for (const tablet of world.tablets) {
    judgeTablet(world, tablet, { ...keptLaws, ...healedLaws })
  }
  for (const intent of world.ledger.all) judgeIntent(world, intent)
  await judgeLookUps(world)
}

function judgeIntent(world: World, intent: Intent): void {
  const { told, kind, answered } = intent
  const isHeld = world.witness.holds(intent)
  if ((told === 'accepted' || told === 'matched') && !isHeld) {
    world.accuse('what is acknowledged is in the record', kind)
  }
  const isStop = kind === 'stopInfusion' || kind === 'ceaseInfusion'
  // An administrator does nothing clinical (SIGN-1): their stop waits for a person.
  const isClinical = world.witness.isClinical(intent.userId)
  if (isStop && isClinical && !isHeld) {
    world.accuse('H23: a stop that was pressed is on the record', `${told} ${intent.commandId}`)
  }
  const entry = world.witness.entryOf(intent)
  if (told === 'problem' && answered === 1 && entry && entry.kind !== 'secondCheckMismatched') {
    world.accuse('what is refused is not in the record', `${kind} ${intent.commandId.slice(0, 8)}`)
  }
}

/** Each command whose reply was lost is looked up from a tablet of its chart's ward. */
async function judgeLookUps(world: World): Promise<void> {
  const { timeline, ledger, witness } = world
  const visitors = new Map<string, Tablet>()
  for (const [wardId, userId] of Object.entries(visitorsOf)) {
    const visitor = world.newTablet(`tablet on ${wardId}`)
    visitors.set(wardId, visitor)
    void visitor.open().then(() => visitor.store.signIn(userId, 'demonstration'))
  }
  await timeline.runUntil(timeline.now + EVERY_MS, async () => false)
  const isLost = ({ told }: Intent) => told !== 'accepted' && told !== 'problem'
  for (const intent of ledger.all.filter((each) => each.kind !== 'check' && isLost(each))) {
    const visitor = visitors.get(witness.charts.get(intent.chartId)?.chart.wardId ?? '')
    let found: string | null = null
    void visitor?.store.lookUp(intent.chartId, intent.commandId).then(({ kind }) => {
      found = kind
    })
    await timeline.runUntil(timeline.now + LOOK_UP_MS, async () => found !== null)
    const expected = expectedOf(world, intent)
    if (found !== expected) {
      world.accuse('a lost reply is found by its id', `${intent.kind}: ${found}, not ${expected}`)
    }
  }
}

function expectedOf(world: World, intent: Intent): string {
  const entry = world.witness.entryOf(intent)
  if (!entry) return 'not-recorded'
  return entry.kind === 'secondCheckMismatched' ? 'problem' : 'accepted'
}
