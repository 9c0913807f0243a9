/** Which page of a tablet sounds where several are open: the one that takes the turn of an alarm first. */
import { ALARM_TIMES } from '../../protocols/ward.ts'
import { MS_PER_MINUTE } from '../../time.ts'

/** Until shortly before it would be said again, so that the page which sounds stays the same. */
const KEPT_MS = ALARM_TIMES.repeatAfterMinutes * MS_PER_MINUTE - 15_000
/** A page that nobody sees may be put to sleep, with all that it holds. */
const KEPT_UNSEEN_MS = 5_000
/** A browser that has not answered by then does not keep an alarm back. */
const ANSWERED_WITHIN_MS = 1_000

interface Turns {
  /** Absent in a browser that has none, and on a page without TLS. */
  readonly locks: Pick<LockManager, 'request'> | undefined
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
  /** Calls back once after so many milliseconds. */
  readonly after: (ms: number, call: () => void) => () => void
}

/**
 * Whether this page is the one that sounds. Where that cannot be told it is: two tones harm nobody, none might (H130).
 * A page that closes lets its turns go with it.
 */
export function takeSoundTurn(name: string, { locks, page, after }: Turns): Promise<boolean> {
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const cancel = after(ANSWERED_WITHIN_MS, () => resolve(true))
    const answer = (isOurs: boolean) => {
      cancel()
      resolve(isOurs)
    }
    const held = (lock: Lock | null) => {
      answer(lock !== null)
      return lock === null ? undefined : untilLetGo(page, after)
    }
    // Asked within a promise: a browser may also refuse by throwing.
    Promise.resolve()
      .then(() => locks.request(`heparin-chart.sound ${name}`, { ifAvailable: true }, held))
      .catch(() => answer(true))
  })
}

/** Until its time is over, or nobody sees the page any more. */
function untilLetGo(page: Turns['page'], after: Turns['after']): Promise<void> {
  return new Promise((letGo) => {
    const isSeen = page.visibilityState === 'visible'
    const cancel = after(isSeen ? KEPT_MS : KEPT_UNSEEN_MS, end)
    if (isSeen) page.addEventListener('visibilitychange', end)
    function end(): void {
      cancel()
      page.removeEventListener('visibilitychange', end)
      letGo()
    }
  })
}
