/** A list of ticks with one of them set or taken away. */
export function ticked<T>(list: readonly T[], item: T, on: boolean): T[] {
  const others = list.filter((each) => each !== item)
  return on ? [...others, item] : others
}
