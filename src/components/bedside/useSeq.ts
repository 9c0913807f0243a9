import { useSearch } from 'wouter'

/** The entry that the page's address names, `?seq=9`; null where it names none. */
export function useSeq(name: 'seq' | 'sample' = 'seq'): number | null {
  const text = new URLSearchParams(useSearch()).get(name)
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null
}
