import { vi } from 'vitest'

interface Event {
  readonly at: number
  readonly order: number
  readonly call: () => void
  cancelled: boolean
}

const realTurn = setImmediate

/**
 * The one queue of everything that happens in a run: messages, timers of tablets and servers, people. Time passes only
 * from event to event; after each, whatever it set going runs until it waits for another event.
 */
export class Timeline {
  /** Elapsed milliseconds of the run. */
  now = 0
  private readonly queue: Event[] = []
  private made = 0

  /** Calls back once, so many milliseconds from now; the answer cancels it. */
  after(ms: number, call: () => void): () => void {
    const event = { at: this.now + ms, order: this.made++, call, cancelled: false }
    this.push(event)
    return () => {
      event.cancelled = true
    }
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve))
  }

  /** Runs until `end`, or until `look`, asked after each event, says that it is over. */
  async runUntil(end: number, look: () => Promise<boolean>): Promise<void> {
    for (let event = this.queue[0]; event && event.at <= end; event = this.queue[0]) {
      this.pop()
      if (event.cancelled) continue
      this.now = event.at
      event.call()
      await settled()
      if (await look()) return
    }
    this.now = Math.max(this.now, end)
  }

  /** Puts this time in place of the machine's for whatever the product's own code waits for. Vitest takes it back. */
  takeOver(): void {
    const timer = (ms: number, call: () => void) => {
      const cancel = this.after(ms, call)
      return { cancel, unref: () => {} }
    }
    const clear = (held: { cancel?: () => void } | undefined) => held?.cancel?.()
    vi.stubGlobal('setTimeout', (call: () => void, ms = 0) => timer(ms, call))
    vi.stubGlobal('setInterval', (call: () => void, ms: number) => {
      const held = { cancel: () => {}, unref: () => {} }
      const again = () => {
        held.cancel = this.after(ms, () => {
          again()
          call()
        })
      }
      again()
      return held
    })
    vi.stubGlobal('clearTimeout', clear)
    vi.stubGlobal('clearInterval', clear)
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController()
      this.after(ms, () => controller.abort())
      return controller.signal
    })
  }

  private push(event: Event): void {
    const { queue } = this
    let place = queue.push(event) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(event, queue[parent])) break
      swap(queue, place, parent)
      place = parent
    }
  }

  private pop(): void {
    const { queue } = this
    const last = queue.pop()
    if (queue.length === 0 || !last) return
    queue[0] = last
    let place = 0
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      const child = isBefore(queue[right], queue[left]) ? right : left
      if (!isBefore(queue[child], queue[place])) return
      swap(queue, place, child)
      place = child
    }
  }
}

/** Lets everything run that waits for no event. */
function settled(): Promise<void> {
  return new Promise((resolve) => realTurn(() => realTurn(resolve)))
}

function isBefore(a: Event | undefined, b: Event | undefined): boolean {
  if (!a || !b) return a !== undefined
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

function swap(queue: Event[], a: number, b: number): void {
  const [first, second] = [queue[a], queue[b]]
  if (!first || !second) return
  queue[a] = second
  queue[b] = first
}
