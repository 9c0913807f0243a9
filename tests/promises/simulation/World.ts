import * as fc from 'fast-check'
import type { Clock } from '../../../server/clock.ts'
import type { Database } from '../../../server/database.ts'
import type { Parts } from '../../../server/services.ts'
import type { Signer } from '../../../src/chart/people.ts'
import type { Instant } from '../../../src/time.ts'
import { type Step, step } from '../../chart/support/wild.ts'
import { Chance } from './Chance.ts'
import { Ledger } from './Ledger.ts'
import { Network } from './Network.ts'
import { ServerMachine } from './ServerMachine.ts'
import { Tablet, type TabletFaults } from './Tablet.ts'
import { TabletUser } from './TabletUser.ts'
import { Timeline } from './Timeline.ts'
import { Witness } from './Witness.ts'

/** A fault planted into a run, at a seam of the product. */
export interface Fault {
  /** Asked at each start of a server process. */
  readonly server?: (parts: Parts, world: World) => Parts
  readonly clock?: (own: Clock, world: World) => Clock
  readonly tablet?: TabletFaults
  readonly network?: (network: Network) => Network
}

/** A law that was broken, and what broke it. */
export interface Accusation {
  readonly law: string
  readonly detail: string
}

interface WorldParts {
  readonly seed: number
  /** With its people and the beginning of its record. */
  readonly database: Database
  readonly signers: ReadonlyMap<string, Signer>
  readonly startsAt: Instant
  readonly fault: Fault
}

const TABLETS = 3
/** What people may try, drawn once for all runs; each run picks among them by its own chance. */
const steps = fc.sample(step, { seed: 20270310, numRuns: 3_000 })

/** All that a run is made of, from one seed. */
export class World {
  readonly timeline = new Timeline()
  readonly chance: Chance
  readonly ledger = new Ledger()
  readonly trace: string[] = []
  readonly accusations: Accusation[] = []
  readonly startsAt: Instant
  readonly machines: [ServerMachine, ...ServerMachine[]]
  readonly network: Network
  readonly tablets: Tablet[]
  readonly users: TabletUser[]
  readonly witness: Witness
  readonly database: Database
  /** Charts with something new in the record. */
  readonly changedCharts = new Set<string>()
  readonly changedTablets = new Set<Tablet>()
  /** How far the clinical clock was moved ahead, and when it was moved last. */
  aheadMs = 0
  movedAt = Number.NEGATIVE_INFINITY
  isHealed = false
  private readonly fault: Fault
  readonly counts: Record<string, number> = {}

  constructor({ seed, database, signers, startsAt, fault }: WorldParts) {
    this.chance = new Chance(seed)
    this.database = database
    const { chance, timeline, ledger } = this
    this.startsAt = startsAt
    const count = chance.happens(0.5) ? 2 : 1
    const machine = (slot: number) =>
      new ServerMachine(
        {
          timeline,
          chance,
          isSlow: () => !this.isHealed,
          database,
          clock: fault.clock?.({ now: () => this.now }, this) ?? { now: () => this.now },
          timeZone: 'Australia/Sydney',
          isShared: count > 1,
          spoil: (parts) => fault.server?.(parts, this) ?? parts,
          onCommit: (chartId) => this.changedCharts.add(chartId),
          onFault: (text) => this.accuse('the server reports no fault', text),
        },
        slot,
      )
    this.machines = [machine(0), ...(count > 1 ? [machine(1)] : [])]
    this.network = new Network({
      timeline,
      chance,
      machines: this.machines,
      onAnswered: ({ request, reply }) => this.answered(request, reply.status, reply.body),
    })
    this.witness = new Witness({
      database,
      ledger,
      signers,
      elapsed: () => timeline.now,
      now: () => this.now,
      accuse: (law, detail) => this.accuse(law, detail),
    })
    this.fault = fault
    this.tablets = Array.from({ length: TABLETS }, (_, index) =>
      this.newTablet(`tablet ${index + 1}`),
    )
    this.users = this.tablets.map(
      (tablet) =>
        new TabletUser({
          tablet,
          timeline,
          chance,
          ledger,
          nextStep: () => this.nextStep(),
          isOver: () => this.isHealed,
          note: (text) => this.note(text),
          count: (what) => this.count(what),
          onTold: (intent, result) => this.told(intent.commandId, result),
        }),
    )
  }

  newTablet(name: string): Tablet {
    const { timeline, chance, fault, network } = this
    return new Tablet({
      name,
      timeline,
      chance,
      network: fault.network?.(network) ?? network,
      faults: fault.tablet ?? {},
      onReply: (request) => this.heard(request),
      onChange: (tablet) => this.changedTablets.add(tablet),
    })
  }

  /** The server's clock. */
  get now(): Instant {
    return (this.startsAt + this.aheadMs + this.timeline.now) as Instant
  }

  note(text: string): void {
    this.trace.push(`${this.timeline.now} ${text}`)
  }

  accuse(law: string, detail: string): void {
    this.accusations.push({ law, detail })
    this.note(`BROKEN ${law}: ${detail}`)
  }

  /** One trouble after another, until all is healed. */
  bringTrouble(): void {
    const { timeline, chance } = this
    timeline.after(chance.whole(1_500, 12_000), () => {
      if (this.isHealed) return
      chance.pick<() => void>([
        () => this.cutTablet(),
        () => this.cutTablet(),
        () => this.killMachine(),
        () => this.turnWeather(),
        () => this.turnWeather(),
        () => this.moveClock(),
      ])()
      this.bringTrouble()
    })
  }

  /** Nothing is lost, late or down from here on, and nobody does anything more. */
  heal(): void {
    this.isHealed = true
    this.note('healed')
    this.network.weather = { lost: 0, duplicated: 0, slow: 0 }
    for (const tablet of this.tablets) {
      this.network.heal(tablet.name)
      tablet.wake()
    }
    for (const machine of this.machines) if (!machine.isUp) void machine.start()
  }

  private cutTablet(): void {
    const { timeline, chance, network } = this
    const { name } = this.tablets[chance.whole(0, TABLETS - 1)] ?? { name: '' }
    this.count('partitions')
    this.note(`${name} is cut off`)
    network.cut(name)
    timeline.after(chance.whole(2_000, 40_000), () => {
      this.note(`${name} is back`)
      network.heal(name)
    })
  }

  private killMachine(): void {
    const { timeline, chance } = this
    const machine = chance.pick(this.machines)
    if (!machine.isUp) return
    this.count('restarts')
    this.note(`machine ${this.machines.indexOf(machine)} dies`)
    machine.die(chance.happens(0.3))
    timeline.after(chance.whole(200, 12_000), () => {
      if (!machine.isUp) void machine.start()
    })
  }

  private turnWeather(): void {
    const { chance } = this
    const share = (most: number) => (chance.happens(0.5) ? 0 : chance.next() * most)
    this.network.weather = { lost: share(0.3), duplicated: share(0.3), slow: share(0.6) }
    this.note(`weather ${JSON.stringify(this.network.weather)}`)
  }

  /** Nobody does anything for a while. */
  private moveClock(): void {
    const minutes = this.chance.pick([1, 3, 10, 31, 61])
    this.aheadMs += minutes * 60_000
    this.movedAt = this.timeline.now
    this.note(`${minutes} min pass`)
    for (const machine of this.machines) if (machine.isUp) machine.services.live.beat()
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1
  }

  private nextStep(): Step {
    const one = steps[this.chance.whole(0, steps.length - 1)]
    if (!one) throw new Error('no step')
    return one
  }

  /** What a server said, before the way back may lose it. */
  private answered(
    request: { method: string; path: string; body: string | null },
    status: number,
    body: string,
  ): void {
    if (request.method !== 'POST' || request.body === null) return
    const sent = commandIn(request.body)
    const intent = this.ledger.find(sent.commandId ?? '')
    if (intent) intent.answered += 1
    if (status >= 500) this.accuse('the server reports no fault', `${status} ${body}`)
    const isStop = sent.kind === 'stopInfusion' || sent.kind === 'ceaseInfusion'
    // 401: nobody is signed in any more; 404: the patient has gone to another ward.
    if (isStop && ![201, 401, 404].includes(status) && !body.includes('not-clinical')) {
      this.accuse('SIGN-5: a stop is never refused', `${status} ${body}`)
    }
  }

  private heard({ path, body }: { path: string; body: string | null }): void {
    const sent = body === null ? {} : commandIn(body)
    const intent = this.ledger.find(sent.commandId ?? path.split('/').at(-1) ?? '')
    if (intent) intent.isHeard = true
  }

  /** What a person was told about what they sent. */
  private told(commandId: string, result: object): void {
    const intent = this.ledger.find(commandId)
    if (!intent || !('kind' in result)) return
    const problem =
      'problem' in result ? (result.problem as { status: number; title: string }) : null
    this.note(
      `told ${commandId.slice(0, 8)} ${String(result.kind)} ${problem?.status ?? ''} ${problem?.title ?? ''}`,
    )
    const isAcknowledged = result.kind === 'accepted' || result.kind === 'matched'
    if (isAcknowledged && !this.witness.holds(intent)) {
      this.accuse('what is acknowledged is in the record', intent.kind)
    }
  }
}

/** The command in a request, also in one from an outbox. */
function commandIn(body: string): { readonly commandId?: string; readonly kind?: string } {
  const sent = JSON.parse(body)
  return sent.command ?? sent
}
