const SHORT_LENGTH = 6

/** Enough of a tablet's key to tell it from the others of a ward, and too little to find it by. */
export function shortTablet(tabletKey: string | null): string | null {
  return tabletKey === null ? null : tabletKey.slice(0, SHORT_LENGTH)
}
