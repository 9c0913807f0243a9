import type { Chance } from './chance.ts'
import { type ClientOfWard, clientOfWard } from './clientOfWard.ts'
import type { Settings } from './emptyWard.ts'
import { type Ledger, newLedger, type StoredRecord } from './ledger.ts'
import { type Made, notesOn, patientCourse, type Step } from './patientCourse.ts'
import { spawnServer, startServer } from './serverProcess.ts'
import { signIn } from './signIn.ts'
import { watchWard } from './viewer.ts'
import { send } from './wire.ts'

/** Who sends: an MO, the first nurse and the second. */
const NURSE = 'rn.adams'
const CREW = ['mo.chen', NURSE, 'rn.baker'] as const
const WALKERS = 3
const LONGEST_START_MS = 350
const LONGEST_DELAY_MS = 30
const MOST_REPLIES = 16
/** The record is looked at, whole, after so many kills and at the end. */
const LOOK_EVERY = 25

/** A server to be killed, again and again, over one installation. */
export interface Victim {
  readonly settings: Settings
  /** Reads the record while the server is dead. */
  readonly record: () => StoredRecord | Promise<StoredRecord>
  readonly chance: Chance
  /** Patients of this run have numbers that begin so. */
  readonly mrns: string
}

/** What came of killing. */
export interface Killed {
  readonly kills: number
  readonly acknowledged: number
  /** Commands whose reply a kill took away, each sent again under its id. */
  readonly inDoubt: number
  readonly faults: readonly string[]
}

/**
 * Lets clients work, kills the server without warning at an instant of chance (while it starts, at the very arrival of a
 * reply, or some milliseconds after one), starts it again, has the lost replies asked for again, and goes on. In
 * the end every command is acknowledged, and the record is held against the ledger. It ends early at the first fault.
 */
export async function killAgainAndAgain(victim: Victim, kills: number): Promise<Killed> {
  const ledger = newLedger()
  const crew = crewOf(victim, ledger)
  let inDoubt = 0
  let faults: readonly string[] = []
  for (let kill = 1; kill <= kills && faults.length === 0; kill += 1) {
    if (victim.chance.below(10) === 0) await killWhileStarting(victim)
    else await killWhileServing(victim, crew, ledger)
    inDoubt += crew.inDoubt()
    if (kill % LOOK_EVERY === 0) faults = ledger.faultsOf(await victim.record())
  }
  if (faults.length === 0) faults = await settled(victim, crew, ledger)
  return { kills, acknowledged: ledger.counts().acknowledged, inDoubt, faults }
}

/** The clients, with sessions that last from one life of the server to the next. */
interface Crew {
  /** Lets all of them work until the wire breaks; `after` is asked after each reply whether it is enough. */
  work(address: string, after: () => boolean): Promise<void>
  /** Signs everybody in who is not yet, and gives the cookie of a nurse. */
  signIn(address: string): Promise<string>
  inDoubt(): number
}

function crewOf({ mrns, settings }: Victim, ledger: Ledger): Crew {
  const clients = [...clientsOf(mrns, settings['CLOCK'] ?? '', ledger)]
  const cookies = new Map<string, string>()

  return {
    async signIn(address) {
      for (const userId of CREW) {
        if (!cookies.has(userId)) cookies.set(userId, await signIn(address, userId))
      }
      return cookies.get(NURSE) ?? ''
    },
    async work(address, after) {
      const ask = async ({ by, path, command }: Step) =>
        send({ address, method: 'POST', path, body: command, cookie: cookies.get(by) ?? null })
      await Promise.all(clients.map((client) => client.work(ask, after)))
    },
    inDoubt: () => clients.filter((client) => client.inDoubt() !== null).length,
  }
}

function* clientsOf(mrns: string, now: string, ledger: Ledger): Generator<ClientOfWard> {
  const charts: string[] = []
  function* patients(walker: number): Generator<Step, void, Made> {
    for (let count = 1; ; count += 1) {
      yield* patientCourse(`${mrns}${walker}${count}`, now, (chartId) => charts.push(chartId))
    }
  }
  for (let walker = 1; walker <= WALKERS; walker += 1) {
    yield clientOfWard(patients(walker), ledger)
  }
  yield clientOfWard(notesOn(charts, `${mrns}0`, now), ledger)
}

async function killWhileStarting({ settings, chance }: Victim): Promise<void> {
  const { child, ended } = spawnServer({ env: settings })
  const { pid } = child
  if (pid === undefined) throw new Error('The server could not be started.')
  setTimeout(() => process.kill(-pid, 'SIGKILL'), chance.below(LONGEST_START_MS))
  await ended
}

/** The clients go on where they were; what was in doubt is asked for first. What viewers are told counts as told. */
async function killWhileServing(victim: Victim, crew: Crew, ledger: Ledger): Promise<void> {
  const { settings, chance } = victim
  const server = await startServer({ env: settings })
  const kill = once(() => server.kill('SIGKILL'))
  const viewer = watchWard(server.address, await crew.signIn(server.address), ledger.acknowledged)
  await viewer.watching
  let repliesLeft = chance.below(MOST_REPLIES)
  // In the very moment of a reply, or somewhat later: in the middle of the next commands.
  const delay = chance.below(2) === 0 ? 0 : chance.next() * LONGEST_DELAY_MS
  const killLater = () => setTimeout(kill, delay)
  if (repliesLeft === 0) killLater()
  await crew.work(server.address, () => {
    repliesLeft -= 1
    if (repliesLeft === 0 && delay === 0) kill()
    else if (repliesLeft === 0) killLater()
    return false
  })
  // Every client may have come to its end before.
  kill()
  await server.ended
}

/** Every lost reply is asked for once more, and the record is held against the ledger. */
async function settled(victim: Victim, crew: Crew, ledger: Ledger): Promise<readonly string[]> {
  const server = await startServer({ env: victim.settings })
  await crew.signIn(server.address)
  await crew.work(server.address, () => true)
  server.kill('SIGKILL')
  await server.ended
  const { sent, acknowledged } = ledger.counts()
  const open = sent === acknowledged ? [] : [`${sent - acknowledged} commands got no answer at all`]
  return [...open, ...ledger.faultsOf(await victim.record())]
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}
