/** Chance from a seed: the same seed gives the same experiment. */
export interface Chance {
  /** A number from 0 up to 1. */
  next(): number
  /** A whole number from 0 up to `end`. */
  below(end: number): number
  pick<T>(from: readonly T[]): T
}

/** Chance after mulberry32: small, and good enough to vary an experiment. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    pick(from) {
      const one = from[below(from.length)]
      if (one === undefined) throw new Error('There is nothing to choose from.')
      return one
    },
  }
}
