import type { Listener, OpenStream } from './ServerMachine.ts'

const RECONNECT_AFTER_MS = 3_000
const OK = 200

type Opening = (listener: Listener) => Promise<OpenStream | 'unreachable'>

/** An `EventSource` over the simulated network: it reconnects by itself after a break, and gives up on a refusal. */
export class SimulatedSource extends EventTarget {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSED = 2
  readyState = 0
  private readonly opening: Opening
  private readonly after: (ms: number, call: () => void) => () => void
  private closeStream = () => {}

  constructor(opening: Opening, after: (ms: number, call: () => void) => () => void) {
    super()
    this.opening = opening
    this.after = after
    void this.connect()
  }

  close(): void {
    this.readyState = this.CLOSED
    this.closeStream()
  }

  private async connect(): Promise<void> {
    // What still comes down a stream that was given up for another is not heard.
    const isThis = () => this.closeStream === closeThis
    const closeThis = () => stream?.close()
    let stream: OpenStream | null = null
    this.closeStream = closeThis
    const opened = await this.opening({
      hear: (text) => isThis() && this.hear(text),
      ended: () => {
        if (isThis()) this.broken()
      },
    })
    if (this.readyState === this.CLOSED) {
      if (opened !== 'unreachable') opened.close()
      return
    }
    if (opened === 'unreachable') return this.broken()
    stream = opened
    if (opened.status !== OK) {
      this.readyState = this.CLOSED
      this.dispatchEvent(new Event('error'))
      return
    }
    this.readyState = this.OPEN
  }

  private broken(): void {
    if (this.readyState === this.CLOSED) return
    this.readyState = this.CONNECTING
    this.dispatchEvent(new Event('error'))
    this.after(RECONNECT_AFTER_MS, () => {
      if (this.readyState === this.CONNECTING) void this.connect()
    })
  }

  /** Whether anybody listens still. */
  private hear(text: string): boolean {
    for (const frame of text.split('\n\n')) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/s.exec(frame) ?? []
      if (name === undefined || this.readyState === this.CLOSED) continue
      this.dispatchEvent(Object.assign(new Event(name), { data }))
    }
    return this.readyState !== this.CLOSED
  }
}
