import type { Entry } from '../../../src/chart/entries.ts'
import { type Chance, chanceOf } from './chance.ts'
import { brokenLaws, unsignedActs } from './recordLaws.ts'
import type { Site } from './site.ts'
import { advisedRate, bedOf, type Command, nextText, opening, say } from './strokeBed.ts'
import type { Heard } from './wire.ts'

/** What came of many races. */
export interface Raced {
  races: number
  /** Clients that took part in them. */
  clients: number
  /** Those that lost and were told what is new. */
  told: number
  /** Stops that raced, and notes. */
  stops: number
  notes: number
  /** What must never happen; empty when all is well. */
  readonly faults: string[]
}

/** How many, how many charts at once, and which chance. */
export interface RacePlan {
  readonly races: number
  readonly charts: number
  readonly seed: number
}

/** One client of a race. */
interface Runner {
  readonly user: string
  readonly command: Command
}

const FIRST_SIGNERS = ['rn.adams', 'mo.chen', 'reg.silva', 'mo.okafor']
const SECOND_SIGNERS = ['rn.baker', 'en.evans', 'pharm.gray', 'amo.haddad']
const PRESCRIBERS = ['mo.chen', 'reg.silva', 'mo.okafor', 'amo.haddad']
const CYCLES = 5
const MINUTES_A_CYCLE = 420
const MINUTES_TO_RESULT = 40
const MOST_CLIENTS = 16

/** Races on stroke charts, from the prescription to a stop, until there were enough; several charts at once. */
export async function runRaces(site: Site, { races, charts, seed }: RacePlan): Promise<Raced> {
  const raced: Raced = { races: 0, clients: 0, told: 0, stops: 0, notes: 0, faults: [] }
  const chance = chanceOf(seed)
  for (let round = 0; raced.races < races && raced.faults.length === 0; round += 1) {
    await site.clock(0)
    const lanes = Array.from({ length: charts }, (_, lane) =>
      laneOf(site, chance, raced, { mrn: `R${seed}-${round}-${lane}`, place: lane }),
    )
    await runRound(site, lanes)
  }
  return raced
}

/** Charts side by side; between two steps the clock is moved for all of them. */
async function runRound(site: Site, lanes: readonly Lane[]): Promise<void> {
  const all = (step: (lane: Lane) => Promise<void>) => Promise.all(lanes.map(step))
  await all((lane) => lane.begin())
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    await site.clock(cycle * MINUTES_A_CYCLE)
    await all((lane) => lane.collect())
    await site.clock(cycle * MINUTES_A_CYCLE + MINUTES_TO_RESULT)
    await all((lane) => lane.result())
    await all((lane) => (cycle === CYCLES ? lane.stopped() : lane.titrated()))
  }
  await all((lane) => lane.finish())
}

type Lane = ReturnType<typeof laneOf>

/** `place`: where its tablets are, one for each client of a race. */
function laneOf(
  site: Site,
  chance: Chance,
  raced: Raced,
  { mrn, place }: { mrn: string; place: number },
) {
  const opened = opening(mrn, site.now())
  const bed = bedOf(opened, mrn)
  const path = `/api/charts/${bed.chartId}`
  let collectionSeq = 0

  const fault = (what: string) => raced.faults.push(`${mrn}: ${what}`)
  const post = (user: string, command: Command, server = 0, to = 'commands') =>
    site.ask(user, 'POST', `${path}/${to}`, command, { server, tablet: `${place} ${server}` })

  async function done(user: string, command: Command): Promise<Entry | null> {
    const { status, body } = await post(user, command)
    if (status === 201) {
      bed.version = body.version
      return body.entry
    }
    fault(`${command.kind} was answered ${status} ${body?.type}`)
    return null
  }

  /** All at once, spread over the servers. Gives the replies in the order of the runners. */
  function atOnce(runners: readonly Runner[]): Promise<Heard[]> {
    raced.races += 1
    raced.clients += runners.length
    return Promise.all(runners.map(({ user, command }, index) => post(user, command, index)))
  }

  /** One of these wins, the others are told what is new; notes in between are all written. */
  async function exclusive(what: string, runners: readonly Runner[]): Promise<Entry | null> {
    const seen = bed.version
    const replies = await atOnce([...runners, ...(chance.below(3) === 0 ? noteRunners() : [])])
    const racing = replies.slice(0, runners.length)
    const won = racing.filter(({ status }) => status === 201)
    const winner: Entry | null = won[0]?.body.entry ?? null
    if (won.length !== 1) fault(`${what}: ${won.length} of ${runners.length} won`)
    for (const reply of racing.filter(isLoser)) judgeLoser(what, reply, seen, winner)
    for (const { status } of replies.slice(runners.length).filter(isLoser)) {
      fault(`${what}: a note was answered ${status}`)
    }
    bed.version = winner?.version ?? seen
    return winner
  }

  function judgeLoser(what: string, reply: Heard, seen: number, winner: Entry | null): void {
    const { status, body } = reply
    const isVoid = status === 422 && body.type === '/problems/lapsed-or-void'
    const seqs: number[] = (body?.entries ?? []).map(({ seq }: Entry) => seq)
    const isNews = status === 409 && body.version > seen && seqs.includes(winner?.seq ?? -1)
    if (isNews) raced.told += 1
    else if (!(isVoid && what.startsWith('countersign'))) {
      fault(`${what}: a loser was answered ${status} ${body?.type} ${body?.detail} ${seqs}`)
    }
  }

  function noteRunners(): Runner[] {
    raced.notes += 2
    return [1, 2].map((each) => ({
      user: 'rn.cole',
      command: say.note(bed, site.now(), `Note ${each}`),
    }))
  }

  function several(users: readonly string[], most: number, make: (user: string) => Command) {
    // Few clients are more likely than many; sixteen come about.
    const length = 2 + Math.floor((most - 1) * chance.next() ** 3)
    return Array.from({ length }, (): Runner => {
      const user = chance.pick(users)
      return { user, command: make(user) }
    })
  }

  const signers = (most: number) =>
    several(FIRST_SIGNERS, most, (user) => say.change(bed, site.now(), user))

  return {
    async begin() {
      const { status } = await site.ask('rn.adams', 'POST', '/api/charts', opened)
      if (status !== 201) fault(`not opened: ${status}`)
      await done('rn.adams', say.weight(bed, site.now()))
      await exclusive(
        'prescribe',
        several(PRESCRIBERS, 4, (user) => say.prescribe(bed, site.now(), user)),
      )
      const start = await exclusive(
        'start',
        several(FIRST_SIGNERS, 6, (user) => say.start(bed, site.now(), user)),
      )
      await countersigned('countersign of the start', start, (actSeq, user) =>
        say.countersignStart(bed, site.now(), actSeq, user),
      )
    },

    async collect() {
      const entry = await done('rn.adams', say.collect(bed, site.now()))
      collectionSeq = entry?.seq ?? 0
    },

    async result() {
      const text = nextText(bed)
      const collectedAt = minutesBefore(site.now())
      const entry = await done('rn.adams', say.result(bed, site.now(), collectionSeq))
      bed.result = { seq: entry?.seq ?? 0, text, collectedAt }
    },

    async titrated() {
      const act = await exclusive('change', signers(MOST_CLIENTS))
      if (act && chance.below(2) === 0) await checked(act.seq)
      await countersigned('countersign of the change', act, (actSeq, user) =>
        say.countersignChange(bed, site.now(), actSeq, user),
      )
      bed.rate = advisedRate(bed)
    },

    /** A stop among first signatures, or among the check and the countersign of an act. */
    async stopped() {
      const isLate = chance.below(2) === 0
      const act = isLate ? await exclusive('change', signers(MOST_CLIENTS)) : null
      const runners = act ? secondHalf(act.seq) : signers(MOST_CLIENTS - 1)
      const stop = { user: 'rn.dunn', command: say.stop(bed, site.now(), 'rn.dunn') }
      const place = chance.below(runners.length + 1)
      const replies = await atOnce(runners.toSpliced(place, 0, stop))
      raced.stops += 1
      if (replies[place]?.status !== 201) fault(`a stop was answered ${replies[place]?.status}`)
      const won = replies.filter(({ status }, index) => status === 201 && index !== place)
      if (won.length > 1) fault(`${won.length} signatures stand beside a stop`)
    },

    /** After the stop every server tells the same, and the record keeps its laws. */
    async finish() {
      const views = await Promise.all(site.addresses.map((_, server) => viewFrom(server)))
      if (new Set(views).size > 1) fault(`the servers differ: ${views.join(' and ')}`)
      if (!views[0]?.startsWith('ceased, nothing pending')) fault(`after the stop: ${views[0]}`)
      const { status, body } = await site.ask('rn.adams', 'GET', `${path}/entries?after=0`)
      if (status !== 200) fault(`its entries were answered ${status}`)
      const entries: Entry[] = body?.entries ?? []
      for (const broken of [...brokenLaws(entries), ...unsignedActs(entries)]) fault(broken)
    },
  }

  async function viewFrom(server: number): Promise<string> {
    const { body } = await site.ask('rn.adams', 'GET', path, undefined, { server })
    const waiting = body.pending === null ? 'nothing pending' : 'an act pending'
    return `${body.infusion?.status}, ${waiting}, version ${body.version}, entry ${body.seq}`
  }

  async function countersigned(
    what: string,
    act: Entry | null,
    make: (actSeq: number, user: string) => Command,
  ): Promise<void> {
    const seq = act?.seq ?? 0
    const others = SECOND_SIGNERS.filter((user) => user !== act?.by?.userId)
    const seconds = several(others, 6, (user) => make(seq, user))
    await exclusive(what, seconds)
  }

  /** Several checkers key the figures at once: each is right, and the act waits on. */
  async function checked(actSeq: number): Promise<void> {
    const checks = several(SECOND_SIGNERS, 4, (user) => say.check(bed, actSeq, user))
    raced.races += 1
    raced.clients += checks.length
    const replies = await Promise.all(
      checks.map(({ command }, server) => post('rn.adams', command, server, 'checks')),
    )
    for (const { status } of replies) if (status !== 200) fault(`a check was answered ${status}`)
  }

  /** The countersigns of an act, by people who are not its first signer. */
  function secondHalf(actSeq: number): Runner[] {
    return several(['rn.baker', 'en.evans', 'pharm.gray'], 4, (user) =>
      say.countersignChange(bed, site.now(), actSeq, user),
    )
  }
}

const isLoser = ({ status }: Heard) => status !== 201

function minutesBefore(now: string): string {
  const at = Date.parse(now) - MINUTES_TO_RESULT * 60_000
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
