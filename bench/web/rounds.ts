import { at } from '../appends/run.ts'
import type { WebContender } from './contenders.ts'

/** Lets contenders take turns, each round beginning with another one; every figure of each, by its name. */
export async function inRounds<T>(
  contenders: readonly WebContender[],
  rounds: number,
  measure: (contender: WebContender) => Promise<T>,
): Promise<(name: string) => T[]> {
  const seen = new Map<string, T[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contenders.length
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      seen.get(contender.name)?.push(await measure(contender))
    }
  }
  return (name) => {
    const figures = seen.get(name)
    if (!figures) throw new Error(`${name} was not measured`)
    return figures
  }
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  return at(figures, 0.5)
}
