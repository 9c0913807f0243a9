/** What some clients did in some seconds, each with its next append as soon as the one before was acknowledged. */
export interface Run {
  readonly appends: number
  readonly seconds: number
  /** Processor time of all that took part but the clients: of the server process and of PostgreSQL. */
  readonly cpuMicroseconds: number
  /** Of a hundred appends one took longer. */
  readonly p99Ms: number
}

/** One way of appending. */
export interface Appender {
  readonly name: string
  run(clients: number, seconds: number): Promise<Run>
}

/** The medians of an appender's runs. */
export interface Seen {
  readonly perSecond: number
  readonly cpuMicroseconds: number
  readonly p99Ms: number
}

const ROUNDS = 3
const SECONDS = 2

/** Lets appenders take turns, each round beginning with another one. */
export async function compareAppends(
  appenders: readonly Appender[],
  clients: number,
): Promise<ReadonlyMap<string, Seen>> {
  const runs = new Map<string, Run[]>(appenders.map(({ name }) => [name, []]))
  for (const appender of appenders) await appender.run(clients, SECONDS / 2)
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % appenders.length
    for (const appender of [...appenders.slice(first), ...appenders.slice(0, first)]) {
      runs.get(appender.name)?.push(await appender.run(clients, SECONDS))
    }
  }
  return new Map([...runs].map(([name, its]) => [name, seenIn(its)]))
}

function seenIn(runs: readonly Run[]): Seen {
  return {
    perSecond: median(runs.map(({ appends, seconds }) => appends / seconds)),
    cpuMicroseconds: median(runs.map(({ appends, cpuMicroseconds }) => cpuMicroseconds / appends)),
    p99Ms: median(runs.map(({ p99Ms }) => p99Ms)),
  }
}

/** @throws Error for an appender that was not measured */
export function of(seen: ReadonlyMap<string, Seen>, name: string): Seen {
  const its = seen.get(name)
  if (!its) throw new Error(`${name} was not measured`)
  return its
}

function median(values: readonly number[]): number {
  return at(values, 0.5)
}

/** The value below which this share of the others lies. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}

/** Clients in this process: each appends again and again until the time is over. */
export async function clientsHere(
  clients: number,
  seconds: number,
  cpuNow: () => number,
  append: (client: number) => Promise<void>,
): Promise<Run> {
  const took: number[] = []
  const before = cpuNow()
  const begun = performance.now()
  const end = begun + seconds * 1_000
  async function client(number: number): Promise<void> {
    while (performance.now() < end) {
      const sent = performance.now()
      await append(number)
      took.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return {
    appends: took.length,
    seconds: (performance.now() - begun) / 1_000,
    cpuMicroseconds: cpuNow() - before,
    p99Ms: at(took, 0.99),
  }
}
