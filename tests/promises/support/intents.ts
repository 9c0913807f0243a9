import { pinOf } from '../../server/support/ward.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Site } from './site.ts'
import { advisedRate, bedOf, type Command, nextText, opening, say } from './strokeBed.ts'
import { CUT, type Heard } from './wire.ts'

/** How a person or a tablet comes to send one intent more than once. */
const manners = [
  'once',
  'double tap',
  'lost reply, looked up',
  'lost reply, sent again',
  'sent again',
  'sent again to the other process',
  'sent again with another PIN',
  'another body under the same id',
] as const
type Manner = (typeof manners)[number]

/** What came of many intents. */
export interface Intended {
  intents: number
  requests: number
  /** Replies that never came: cut on purpose, or because the server was killed. */
  cut: number
  readonly manners: Record<Manner, number>
  /** What must never happen; empty when all is well. */
  readonly faults: string[]
}

/** How many, on how many charts at once, by which chance; `disturb`: what is done to the servers at every so many. */
export interface IntentPlan {
  readonly intents: number
  readonly charts: number
  readonly seed: number
  readonly disturb?: () => Promise<void>
  readonly every?: number
}

const CYCLES = 3
const NOTES_A_CYCLE = 3
const MINUTES_A_CYCLE = 420
const MINUTES_TO_RESULT = 40
const LONGEST_CUT_MS = 12
const MOST_TRIES = 60

/** Stroke charts from opening to stop, several at once, each command sent in a manner of chance, until there were enough. */
export async function runIntents(site: Site, plan: IntentPlan): Promise<Intended> {
  const counts = Object.fromEntries(manners.map((manner) => [manner, 0]))
  const intended: Intended = {
    intents: 0,
    requests: 0,
    cut: 0,
    manners: counts as Intended['manners'],
    faults: [],
  }
  const { intents, charts, seed } = plan
  const chance = chanceOf(seed)
  const disturbances: Promise<void>[] = []
  function count(manner: Manner): void {
    intended.intents += 1
    intended.manners[manner] += 1
    const isDue = plan.every !== undefined && intended.intents % plan.every === 0
    if (isDue && plan.disturb) disturbances.push(plan.disturb())
  }
  for (let round = 0; intended.intents < intents && intended.faults.length === 0; round += 1) {
    await site.clock(0)
    const lanes = Array.from({ length: charts }, (_, lane) =>
      laneOf({ site, chance, intended, count }, `I${seed}-${round}-${lane}`, lane),
    )
    await runRound(site, lanes)
    await Promise.all(disturbances)
    await Promise.all(lanes.map((lane) => lane.finish()))
  }
  return intended
}

async function runRound(site: Site, lanes: readonly Lane[]): Promise<void> {
  const all = (step: (lane: Lane) => Promise<void>) => Promise.all(lanes.map(step))
  await all((lane) => lane.begin())
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    await site.clock(cycle * MINUTES_A_CYCLE)
    await all((lane) => lane.collect())
    await site.clock(cycle * MINUTES_A_CYCLE + MINUTES_TO_RESULT)
    await all((lane) => lane.titrate())
  }
  await all((lane) => lane.stop())
}

type Lane = ReturnType<typeof laneOf>

interface Ward {
  readonly site: Site
  readonly chance: Chance
  readonly intended: Intended
  count(manner: Manner): void
}

/** Each chart has its own nurses, doctors and tablet: nobody signs two acts at once. */
function laneOf({ site, chance, intended, count }: Ward, mrn: string, lane: number) {
  const { first, second, prescriber } = staffOf(lane)
  const opened = opening(mrn, site.now())
  const bed = bedOf(opened, mrn)
  const path = `/api/charts/${bed.chartId}`
  /** Outside ledger: the command ids in the order they were taken, with the hash of their entry. */
  const ledger = new Map<string, string>()
  let server = 0

  const fault = (what: string) => intended.faults.push(`${mrn}: ${what}`)

  function post(user: string, command: Command, cutAfterMs?: number): Promise<Heard> {
    intended.requests += 1
    const to = command === opened || command.kind === undefined ? '/api/charts' : `${path}/commands`
    return site.ask(user, 'POST', to, command, {
      server,
      tablet: mrn,
      ...(cutAfterMs === undefined ? {} : { cutAfterMs }),
    })
  }

  /** Until there is a reply: a tablet asks again, and so does a person. */
  async function untilHeard(ask: () => Promise<Heard>): Promise<Heard> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const heard = await ask()
      if (heard !== CUT && heard.status < 500) return heard
      intended.cut += 1
      await site.settled()
    }
    return CUT
  }

  const lookUp = (user: string, { commandId }: Command) =>
    untilHeard(() =>
      site.ask(user, 'GET', `${path}/commands/${commandId}`, undefined, { server, tablet: mrn }),
    )

  /** The reply is lost on the way: the command is looked up, and only sent again where it is not on the record. */
  async function lost(user: string, command: Command): Promise<Heard[]> {
    await post(user, command, chance.below(LONGEST_CUT_MS))
    intended.cut += 1
    const found = await lookUp(user, command)
    return found.status === 404 ? [await untilHeard(() => post(user, command))] : [found]
  }

  async function lostAndSentAgain(user: string, command: Command): Promise<Heard[]> {
    await post(user, command, chance.below(LONGEST_CUT_MS))
    intended.cut += 1
    return [await untilHeard(() => post(user, command))]
  }

  async function twice(user: string, command: Command, second = command): Promise<Heard[]> {
    const first = await untilHeard(() => post(user, command))
    return [first, await untilHeard(() => post(user, second))]
  }

  async function otherBody(user: string, command: Command): Promise<Heard[]> {
    const first = await untilHeard(() => post(user, command))
    const other = { ...command, happenedAt: '2027-03-09T23:59:00Z', lateReason: 'Another body' }
    const refused = await untilHeard(() => post(user, other))
    if (refused.status !== 422 || refused.body.type !== '/problems/command-id-taken') {
      fault(`another body of ${command.kind} was answered ${refused.status}`)
    }
    return [first]
  }

  const ways: Record<Manner, (user: string, command: Command) => Promise<Heard[]>> = {
    once: async (user, command) => [await untilHeard(() => post(user, command))],
    'double tap': (user, command) =>
      Promise.all([1, 2].map(() => untilHeard(() => post(user, command)))),
    'lost reply, looked up': lost,
    'lost reply, sent again': lostAndSentAgain,
    'sent again': twice,
    async 'sent again to the other process'(user, command) {
      const first = await untilHeard(() => post(user, command))
      server += 1
      return [first, await untilHeard(() => post(user, command))]
    },
    'sent again with another PIN': (user, command) => twice(user, command, mispinned(command)),
    'another body under the same id': otherBody,
  }

  /** One intent in a manner of chance: every reply tells of the same entry. */
  async function intend(user: string, command: Command): Promise<number> {
    const manner = chance.pick(manners)
    count(manner)
    const replies = await ways[manner](user, command)
    const told = replies.map(({ status, body }) => `${status} ${body?.entry?.hash}`)
    if (new Set(told).size !== 1 || !told[0]?.startsWith('201')) {
      fault(
        `${command.kind ?? 'openChart'}, ${manner}: ${told.join(', ')} ${replies[0]?.body?.type}`,
      )
    }
    const [reply] = replies
    ledger.set(command.commandId, reply?.body?.entry?.hash)
    bed.version = reply?.body?.version ?? bed.version
    return reply?.body?.entry?.seq ?? 0
  }

  return {
    async begin() {
      await intend(first, opened)
      await intend(first, say.weight(bed, site.now()))
      await intend(prescriber, say.prescribe(bed, site.now(), prescriber))
      const start = await intend(first, say.start(bed, site.now(), first))
      await intend(first, say.countersignStart(bed, site.now(), start, second))
    },

    async collect() {
      const collectedAt = site.now()
      const seq = await intend(first, say.collect(bed, collectedAt))
      bed.result = { seq, text: nextText(bed), collectedAt }
      for (let note = 0; note < NOTES_A_CYCLE; note += 1) {
        await intend('rn.cole', say.note(bed, site.now(), `Note ${note}`))
      }
    },

    async titrate() {
      const { seq: collectionSeq = 0, text = '', collectedAt = '' } = bed.result ?? {}
      const seq = await intend(first, say.result(bed, site.now(), collectionSeq))
      bed.result = { seq, text, collectedAt }
      const act = await intend(first, say.change(bed, site.now(), first))
      await intend(first, say.countersignChange(bed, site.now(), act, second))
      bed.rate = advisedRate(bed)
    },

    async stop() {
      await intend('rn.dunn', say.stop(bed, site.now(), 'rn.dunn'))
    },

    /** The record holds each intent once, in the order of the ledger, and nothing else. */
    async finish() {
      const { body } = await untilHeard(() =>
        site.ask('rn.adams', 'GET', `${path}/entries?after=0`, undefined, { server, tablet: mrn }),
      )
      const kept: { commandId: string; hash: string }[] = body?.entries ?? []
      const record = kept.map(({ commandId, hash }) => `${commandId} ${hash}`)
      const told = [...ledger].map(([commandId, hash]) => `${commandId} ${hash}`)
      const lostOnes = told.filter((line) => !record.includes(line))
      if (lostOnes.length > 0) fault(`not on the record: ${lostOnes.join(', ')}`)
      if (record.length > told.length) fault(`${record.length - told.length} entries too many`)
    },
  }
}

const STAFF = [
  { first: 'rn.adams', second: 'rn.baker', prescriber: 'mo.chen' },
  { first: 'mo.okafor', second: 'en.evans', prescriber: 'mo.okafor' },
  { first: 'reg.silva', second: 'pharm.gray', prescriber: 'reg.silva' },
  { first: 'amo.haddad', second: 'rn.baker', prescriber: 'amo.haddad' },
  { first: 'mo.chen', second: 'en.evans', prescriber: 'mo.chen' },
]

/** The most charts at once for which there is staff. */
export const MOST_CHARTS = STAFF.length

function staffOf(lane: number) {
  const staff = STAFF[lane]
  if (!staff) throw new Error(`There is no staff for ${lane + 1} charts.`)
  return staff
}

/** The same command by somebody who keyed a wrong PIN, or none: it was signed already. */
function mispinned(command: Command): Command {
  const signature = command['signature']
  if (typeof signature !== 'object' || signature === null) return command
  return { ...command, signature: { ...signature, pin: pinOf('admin.hall') } }
}
