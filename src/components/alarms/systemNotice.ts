/** A notification of the system, for a page that nobody looks at: what a locked screen may show, and no more. */

/** `untold`: nobody has been asked yet. `none`: this browser has none. */
export type NoticePermission = 'granted' | 'denied' | 'untold' | 'none'

/** One at a time: a new one takes the place of the last. */
const TAG = 'heparin-chart.alarm'

/** Whether this tablet lets the product notify. */
export function noticePermission(): NoticePermission {
  if (!('Notification' in globalThis)) return 'none'
  const { permission } = Notification
  return permission === 'default' ? 'untold' : permission
}

/** Asks the person, as the browser does it. */
export async function askForNotices(): Promise<NoticePermission> {
  if (!('Notification' in globalThis)) return 'none'
  await Notification.requestPermission()
  return noticePermission()
}

/** Shows one where the page itself is not seen; through the service worker where there is one: tablets know no other way. */
export async function showNotice(title: string, body: string): Promise<void> {
  if (noticePermission() !== 'granted' || document.visibilityState === 'visible') return
  const options = { body, tag: TAG }
  try {
    const worker = await navigator.serviceWorker?.getRegistration()
    if (worker) await worker.showNotification(title, options)
    else new Notification(title, options)
  } catch {
    // The system refuses: screen and sound have said it.
  }
}
