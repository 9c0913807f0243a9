/**
 * What alarms on the ward of a locked tablet. No stream is open to it, so it asks by its cookie: bed, task and time, and
 * nobody's name (H57). Whether it hears anything is judged here as well: a tablet that is told nothing has to say so.
 */
import * as z from 'zod/mini'
import { type Instant, isTimeZone } from '../time.ts'
import type { Api } from './api.ts'
import type { ServerClock } from './clock.ts'
import type { LiveSources } from './live.ts'
import { alarm, at } from './wire.ts'

const tabletAlarms = z.object({
  now: at,
  timeZone: z.string().check(z.refine(isTimeZone)),
  known: z.boolean(),
  alarms: z.array(
    z.object({ ...alarm.shape, chartId: z.string(), ward: z.string(), bed: z.string() }),
  ),
  damaged: z.int(),
})
/** What `GET /api/tablet/alarms` answers. */
export type TabletAlarms = z.infer<typeof tabletAlarms>

/** What a locked tablet last heard, and since when it hears nothing; both null before the first answer. */
export interface LockedWard {
  readonly told: TabletAlarms | null
  readonly now: Instant | null
  readonly silentSince: Instant | null
  /** The server has been asked, and long enough waited for. */
  readonly isSilent: boolean
}

const ASKED_EVERY_MS = 15_000
const SILENT_AFTER_MS = 45_000

interface LockedAlarmsParts {
  readonly api: Pick<Api, 'ask'>
  readonly clock: ServerClock
  readonly after: LiveSources['after']
}

/** Asks until the returned function is called; without a ward, for all wards of the tablet. */
export function followLockedAlarms(
  { api, clock, after }: LockedAlarmsParts,
  wardId: string | null,
  hear: (ward: LockedWard) => void,
): () => void {
  const ofWard = wardId === null ? '' : `?wardId=${encodeURIComponent(wardId)}`
  const question = { path: `/api/tablet/alarms${ofWard}`, reader: tabletAlarms }
  let told: TabletAlarms | null = null
  let isWanted = true
  let cancelNext = () => {}
  let cancelSilence = () => {}

  function awaitAnswer(): void {
    cancelSilence()
    cancelSilence = after(SILENT_AFTER_MS, () => {
      const silentSince = clock.told()?.now ?? null
      hear({ told, now: silentSince && clock.now(), silentSince, isSilent: true })
      awaitAnswer()
    })
  }
  async function ask(): Promise<void> {
    const reply = await api.ask(question)
    if (!isWanted) return
    if (reply.kind === 'ok') {
      told = reply.value
      clock.sync(told.now)
      awaitAnswer()
      hear({ told, now: told.now, silentSince: null, isSilent: false })
    }
    // Whoever hears it may want no more.
    if (isWanted) cancelNext = after(ASKED_EVERY_MS, () => void ask())
  }

  awaitAnswer()
  void ask()
  return () => {
    isWanted = false
    cancelNext()
    cancelSilence()
  }
}
