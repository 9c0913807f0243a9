import type { Services } from './services.ts'

/** Ends the streams of this process whose person is no longer on the ward that they show. */
export async function endStreamsOfLeft({
  live,
  accounts,
}: Pick<Services, 'live' | 'accounts'>): Promise<void> {
  const viewers = live.viewers()
  if (viewers.length === 0) return
  const wardIds = await accounts.wardsOf([...new Set(viewers.map(({ userId }) => userId))])
  for (const viewer of viewers) {
    if (!wardIds.get(viewer.userId)?.includes(viewer.wardId)) live.end(viewer)
  }
}
