/** The browser tells of no interaction that took less, in ms; a shorter one counts as its usual half. */
export const TOLD_FROM_MS = 16
const UNTOLD_MS = 8

/** Milliseconds of every key and tap, of which the browser told only the slower ones. */
export function allInteractions(told: readonly number[], keys: number): number[] {
  return [...told, ...Array.from({ length: Math.max(keys - told.length, 0) }, () => UNTOLD_MS)]
}
