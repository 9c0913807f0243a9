import type { App } from './app.ts'
import { endStreamsOfLeft } from './endStreamsOfLeft.ts'
import { BEAT_EVERY_MS } from './live.ts'
import type { Services } from './services.ts'

/**
 * Ends the streams of sessions that ended or were locked elsewhere: by another server process, or by nobody touching
 * their tablet; and those of people who were taken off the ward there. Looked for at every beat; what this process ends itself it ends at once.
 */
export function endStreamsOfOthers(
  app: App,
  { live, sessions, accounts }: Pick<Services, 'live' | 'sessions' | 'accounts'>,
): void {
  async function look(): Promise<void> {
    const watching = [...live.sessionKeys()]
    const standing = await sessions.standing(watching)
    for (const key of watching) if (!standing.has(key)) live.endSession(key)
    await endStreamsOfLeft({ live, accounts })
  }
  // Without the database there is nothing new to tell: the next look finds what this one could not.
  const looking = setInterval(() => void look().catch(() => undefined), BEAT_EVERY_MS)
  looking.unref()
  app.addHook('preClose', async () => clearInterval(looking))
}
