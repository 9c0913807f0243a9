/** The page's side of the service worker: registers it, and says when a new build waits. */

const LOOK_EVERY_MS = 600_000

interface RegisterOptions {
  /** The main script that this page runs. */
  readonly entry: string
  /** A new build has been fetched whole and waits; `take` opens it in place of this one. */
  readonly onNewBuild: (take: () => void) => void
}

/** Registers the worker where the browser has workers; without one the product works, but not without the server. */
export async function registerServiceWorker({ entry, onNewBuild }: RegisterOptions): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  try {
    const registration = await serviceWorker.register('/serviceWorker.js', {
      updateViaCache: 'none',
    })
    const look = () => void offer(registration, entry, onNewBuild)
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look)
    })
    look()
    setInterval(() => void registration.update().catch(() => {}), LOOK_EVERY_MS)
  } catch {
    // Refused (no TLS, a private window): the page itself says what it cannot keep.
  }
}

async function offer(
  { waiting, active }: ServiceWorkerRegistration,
  entry: string,
  onNewBuild: RegisterOptions['onNewBuild'],
): Promise<void> {
  if (!waiting || !active) return
  if ((await buildOf(waiting)) === entry) {
    // This page came from the server and is that build already: nothing of it changes.
    waiting.postMessage('take-over')
    return
  }
  onNewBuild(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload())
    waiting.postMessage('take-over')
  })
}

function buildOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data)
    worker.postMessage('which-build', [port2])
  })
}
