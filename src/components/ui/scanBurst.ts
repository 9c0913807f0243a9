/**
 * What a barcode scanner that types as a keyboard does differently from a person: many keys, each within
 * `SCAN_GAP_MS` of the one before, then Enter or Tab as fast. The fastest typists leave longer gaps than this between
 * most keys, and scanners shorter ones.
 */
export const SCAN_GAP_MS = 50
/** Shorter bursts are no scan: two keys struck together, a hand on the keyboard. */
export const SCAN_LEAST_KEYS = 4

/** Keys that came one upon the other. */
export interface ScanBurst {
  readonly text: string
  /** When the last of them came, in milliseconds of the page's clock. */
  readonly at: number
}

/** The burst with one more key; a key that comes later begins a new one. */
export function burstWith(burst: ScanBurst | null, key: string, at: number): ScanBurst {
  return burst !== null && at - burst.at <= SCAN_GAP_MS
    ? { text: burst.text + key, at }
    : { text: key, at }
}

/** Whether an Enter or Tab at this moment ends a scan. */
export function endsScan(burst: ScanBurst | null, at: number): burst is ScanBurst {
  return burst !== null && at - burst.at <= SCAN_GAP_MS && burst.text.length >= SCAN_LEAST_KEYS
}
