import { useSearch } from 'wouter'

/** The entry that the page's address names, `?seq=9`; null where it names none. */
export function useSeq(): number | null {
  const text = new URLSearchParams(useSearch()).get('seq')
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : null
}
