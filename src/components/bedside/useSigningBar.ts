import { useStoreState } from '../../store/useChart.ts'

/** Why nothing that authorises a dose is signed on this screen now, in words; null: it may be (H34). */
export function useSigningBar(): string | null {
  const isStale = useStoreState((state) => state.connection === 'stale')
  const isOutdated = useStoreState((state) => state.outdated)
  if (isOutdated)
    return 'The product was renewed and this page cannot read its entries: load it anew.'
  return isStale
    ? 'This screen may be behind the record: there is no word from the server. The pump and the paper chart count.'
    : null
}
