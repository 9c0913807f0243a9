/** One way of doing the same thing: `run` does it `times` times and gives a figure, so that nothing is optimised away. */
export interface Contender {
  readonly name: string
  /** Untimed, before each `run`: what it uses up. */
  prepare?(times: number): void
  run(times: number): number | Promise<number>
}

/** What a contender cost: microseconds of processor time (all threads) for one time, the median of the rounds. */
export interface Cost {
  readonly name: string
  readonly microseconds: number
  /** The rounds' quartiles, in the same unit. */
  readonly quartiles: readonly [number, number]
}

const ROUNDS = 21
/** For contenders that take seconds for one time. */
export const FEW_ROUNDS = 5
const BATCH_MICROSECONDS = 20_000
const WARM_UP_MICROSECONDS = 200_000

/** Nothing reads it; it keeps the work from being optimised away. */
export let checksum = 0

async function cpuMicroseconds(contender: Contender, times: number): Promise<number> {
  contender.prepare?.(times)
  const before = process.cpuUsage()
  const done = contender.run(times)
  checksum += typeof done === 'number' ? done : await done
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** How often a contender has to run for one batch, warmed up. */
async function timesFor(contender: Contender): Promise<number> {
  let times = 1
  let spent = 0
  for (let warm = 0; warm < WARM_UP_MICROSECONDS || spent < BATCH_MICROSECONDS; warm += spent) {
    spent = await cpuMicroseconds(contender, times)
    if (spent < BATCH_MICROSECONDS) times *= 2
  }
  return times
}

/** Measures contenders interleaved in one process, each round in another order. */
export async function compare(
  contenders: readonly Contender[],
  rounds = ROUNDS,
): Promise<ReadonlyMap<string, Cost>> {
  const batches: { contender: Contender; times: number }[] = []
  for (const contender of contenders) {
    batches.push({ contender, times: await timesFor(contender) })
  }
  const seen = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    const first = round % batches.length
    for (const { contender, times } of [...batches.slice(first), ...batches.slice(0, first)]) {
      const spent = await cpuMicroseconds(contender, times)
      seen.get(contender.name)?.push(spent / times)
    }
  }
  return new Map([...seen].map(([name, spent]) => [name, costOf(name, spent)]))
}

function costOf(name: string, spent: readonly number[]): Cost {
  const sorted = spent.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { name, microseconds: at(0.5), quartiles: [at(0.25), at(0.75)] }
}

/** How many times dearer the first is than the second. */
export function ratio(costs: ReadonlyMap<string, Cost>, first: string, second: string): number {
  return microsecondsOf(costs, first) / microsecondsOf(costs, second)
}

/** @throws Error for a contender that was not measured */
export function microsecondsOf(costs: ReadonlyMap<string, Cost>, name: string): number {
  const cost = costs.get(name)
  if (!cost) throw new Error(`${name} was not measured`)
  return cost.microseconds
}
