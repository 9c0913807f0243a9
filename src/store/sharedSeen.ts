/**
 * What somebody has seen on one page of a tablet, told to its other pages, so that none of them says it again (H40). It
 * passes through the storage that they share and does not stay there: an id and a state, nothing of a patient.
 */
import * as z from 'zod/mini'
import type { SeenAlarm } from '../chart/seenAlarms.ts'

const KEY = 'heparin-chart.alarms-seen'
const told = z.array(z.object({ key: z.string(), state: z.string(), isOnlyOpen: z.boolean() }))

interface SharedSeen {
  tell(seen: readonly SeenAlarm[]): void
  /** Hears what is seen on other pages until the returned function is called. */
  hear(call: (seen: readonly SeenAlarm[]) => void): () => void
}

/** Over the storage that the pages of a tablet share. Where the browser refuses it, each page goes by itself: said twice harms nobody. */
export function createSharedSeen(
  storage: () => Pick<Storage, 'setItem' | 'removeItem'>,
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): SharedSeen {
  return {
    tell(seen) {
      if (seen.length === 0) return
      try {
        storage().setItem(KEY, JSON.stringify(seen))
        storage().removeItem(KEY)
      } catch {
        // Refused or full: the other pages say it too.
      }
    },
    hear(call) {
      const heed = ({ key, newValue }: StorageEvent) => {
        if (key === KEY && newValue !== null) call(readSeen(newValue))
      }
      page.addEventListener('storage', heed)
      return () => page.removeEventListener('storage', heed)
    },
  }
}

/** Nothing of what a page of another build tells in another way. */
function readSeen(text: string): readonly SeenAlarm[] {
  try {
    const read = told.safeParse(JSON.parse(text))
    return read.success ? read.data : []
  } catch {
    return []
  }
}
