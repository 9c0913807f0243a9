/** How a thing of a list stands to what is looked for: below 0, it comes before; 0 where it is the one. */
type Order<T, Key = T> = (a: T, key: Key) => number

/** The place of an item in a list that stands in its order, or where it would go in; by halving what is left of the list. */
export function placeOf<T, Key = T>(list: readonly T[], item: Key, order: Order<T, Key>): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to - ((from + to) % 2)) / 2
    const other = list[middle]
    if (other !== undefined && order(other, item) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/** Puts an item into a list that stands in its order. */
export function putIn<T>(list: T[], item: T, order: Order<T>): void {
  list.splice(placeOf(list, item, order), 0, item)
}

/** Takes an item out of a list that stands in its order; where the order is not kept, it is looked for. */
export function takeOut<T>(list: T[], item: T, order: Order<T>): void {
  const place = placeOf(list, item, order)
  const found = list[place] === item ? place : list.indexOf(item)
  if (found >= 0) list.splice(found, 1)
}
