import { type App, buildApp } from '../../../server/app.ts'
import type { Clock } from '../../../server/clock.ts'
import type { Database } from '../../../server/database.ts'
import type { EntryStore } from '../../../server/entryStore.ts'
import { createServices, ownParts, type Parts, type Services } from '../../../server/services.ts'
import type { Chance } from './Chance.ts'
import { plainSecrets } from './plainSecrets.ts'
import type { Timeline } from './Timeline.ts'

/** What a run gives to each of its server machines. */
export interface MachineParts {
  readonly timeline: Timeline
  readonly chance: Chance
  /** Whether the database takes its time. */
  readonly isSlow: () => boolean
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  /** Whether other machines share the database. */
  readonly isShared: boolean
  /** A fault planted in the server's parts. */
  readonly spoil: (parts: Parts) => Parts
  /** Told after each append, also when the process dies before it can answer. */
  readonly onCommit: (chartId: string) => void
  /** A fault that the server itself reported. */
  readonly onFault: (text: string) => void
}

/** One reply as the network carries it. */
export interface HttpReply {
  readonly status: number
  readonly body: string
  readonly setCookies: readonly string[]
}

/** Who listens to an event stream: its text in order, and that it has ended. */
export interface Listener {
  /** Answers whether anybody listened. */
  readonly hear: (text: string) => unknown
  readonly ended: () => void
}

/** An event stream that a client holds open, or the refusal of one. */
export interface OpenStream {
  readonly status: number
  close(): void
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT'
  readonly path: string
  readonly cookie: string
  readonly body: string | null
}

const COST = { memoryKib: 8, passes: 1 }
const SLOTS = 2
/** One application for each machine of a run, built once: its services are those of the process that runs now. */
const slots: { app: App; put(services: Services, report: (text: string) => void): void }[] = []

/** A machine with the real server in it, reached without a port. Its memory is lost when it dies; the database is not. */
export class ServerMachine {
  isUp = false
  /** How often its power has failed. */
  lives = 0
  private readonly parts: MachineParts
  private readonly slot: number
  private process: { readonly services: Services; isAlive: boolean } | null = null
  private readonly streams = new Set<{ cut: (isSilent: boolean) => void }>()

  constructor(parts: MachineParts, slot: number) {
    this.parts = parts
    this.slot = slot % SLOTS
  }

  get services(): Services {
    if (!this.process) throw new Error('the machine was never started')
    return this.process.services
  }

  async start(): Promise<void> {
    const process = { isAlive: true }
    const { database, clock, timeZone } = this.parts
    const ours: Parts = {
      ...ownParts,
      createSecrets: () => plainSecrets,
      createEntryStore: (opened) => this.yielding(ownParts.createEntryStore(opened), process),
    }
    const services = createServices(
      { database, clock, realTime: clock, timeZone, hashCost: COST, isDemonstration: true },
      this.parts.spoil(ours),
    )
    this.process = Object.assign(process, { services })
    this.isUp = true
    ;(await slotFor(this.slot, services)).put(services, this.parts.onFault)
    if (this.parts.isShared) await services.tail.begin((fault) => this.parts.onFault(`${fault}`))
  }

  /** All that the process held in memory is gone at once; what it had asked of the database and not got is never got. */
  die(isSilent: boolean): void {
    this.isUp = false
    if (isSilent) this.lives += 1
    if (!this.process) return
    this.process.isAlive = false
    for (const stream of this.streams) stream.cut(isSilent)
    this.streams.clear()
    this.process.services.tail.end()
    this.process.services.live.close()
  }

  async handle(request: Request): Promise<HttpReply> {
    const { app } = await slotFor(this.slot, this.services)
    const reply = await app.inject({
      method: request.method,
      url: request.path,
      headers: {
        cookie: request.cookie,
        ...(request.body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.body === null ? {} : { payload: request.body }),
    })
    const cookies = reply.headers['set-cookie'] ?? []
    return {
      status: reply.statusCode,
      body: reply.payload,
      setCookies: Array.isArray(cookies) ? cookies : [`${cookies}`],
    }
  }

  async openStream(path: string, cookie: string, listener: Listener): Promise<OpenStream> {
    const { app } = await slotFor(this.slot, this.services)
    const held = { dead: false, cut: (_: boolean) => {} }
    held.cut = (isSilent) => {
      held.dead = true
      if (!isSilent) listener.ended()
    }
    this.streams.add(held)
    const reply = await app.inject({
      method: 'GET',
      url: path,
      headers: { cookie },
      payloadAsStream: true,
    })
    const stream = reply.stream()
    stream.on('data', (chunk: Buffer) => {
      if (!held.dead) listener.hear(chunk.toString())
    })
    stream.on('close', () => {
      if (!held.dead) held.cut(false)
      this.streams.delete(held)
    })
    stream.on('error', () => {})
    const close = () => {
      held.dead = true
      this.streams.delete(held)
      reply.raw.res.destroy()
    }
    return { status: reply.statusCode, close }
  }

  /** Each call waits before it reaches the database and after it: another process, or the machine's end, may come first. */
  private yielding(own: EntryStore, process: { readonly isAlive: boolean }): EntryStore {
    const { chance, timeline, onCommit, isSlow } = this.parts
    const pass = async () => {
      const ms = isSlow() ? waitMs(chance) : 0
      if (ms > 0) await timeline.pause(ms)
      if (!process.isAlive) await new Promise(() => {})
    }
    const slowly =
      <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
      async (...args: A): Promise<T> => {
        await pass()
        const answer = await call(...args)
        await pass()
        return answer
      }
    const append: EntryStore['append'] = async (row) => {
      const appended = await own.append(row)
      onCommit(row.entry.chartId)
      return appended
    }
    const held = { record: own.record, append }
    return {
      ...own,
      record: slowly(own.record),
      kept: slowly(own.kept),
      wardOf: slowly(own.wardOf),
      openCharts: slowly(own.openCharts),
      append: slowly(append),
      // Nobody else appends meanwhile: the lock is this one turn.
      async alone(_, act) {
        await pass()
        return act(held)
      },
    }
  }
}

/** Mostly at once, now and then a few milliseconds, seldom a disk that hangs. */
function waitMs(chance: Chance): number {
  const share = chance.next()
  if (share < 0.55) return 0
  return share < 0.97 ? chance.whole(1, 40) : chance.whole(200, 2_500)
}

/** Stands for whatever `target` gives at the time: what the routes hold on to is the process that runs now. */
function standing<T extends object>(target: () => T): T {
  return new Proxy({} as T, {
    get(_, name) {
      const key = name as keyof T
      const part = target()[key]
      if (typeof part === 'function') {
        return (...args: unknown[]) => Reflect.apply(target()[key] as typeof part, target(), args)
      }
      return typeof part === 'object' && part !== null
        ? standing(() => target()[key] as object)
        : part
    },
  })
}

async function slotFor(slot: number, like: Services) {
  const built = slots[slot]
  if (built) return built
  let now = like
  let report = (_: string) => {}
  const app = await buildApp(
    standing(() => now),
    {
      clientFolder: null,
      isProduction: false,
      report: (text) => report(text),
    },
  )
  const made = {
    app,
    put(services: Services, reportFault: (text: string) => void) {
      now = services
      report = reportFault
    },
  }
  slots[slot] = made
  return made
}
