import type { Chance } from './Chance.ts'
import type { HttpReply, Listener, OpenStream, Request, ServerMachine } from './ServerMachine.ts'
import type { Timeline } from './Timeline.ts'

/** How bad the way between the tablets and the servers is: shares of one. */
export interface Weather {
  readonly lost: number
  readonly duplicated: number
  readonly slow: number
}

/** What came of a request, as the outside sees it. */
interface Answered {
  readonly request: Request
  readonly reply: HttpReply
}

interface NetworkParts {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly machines: readonly [ServerMachine, ...ServerMachine[]]
  /** Told of each request that a living server has answered. */
  readonly onAnswered: (answered: Answered) => void
}

const CALM: Weather = { lost: 0, duplicated: 0, slow: 0 }
/** A wire whose other end says nothing more is known as dead only after long. */
const SILENCE_MS = 120_000
const REFUSED_MS = 20

/** The way between tablets and servers. Requests overtake each other; what comes down one stream keeps its order. */
export class Network {
  weather: Weather = CALM
  /** Requests and replies that did not arrive. */
  lost = 0
  private readonly cutOff = new Set<string>()
  private readonly waiting = new Map<string, (() => void)[]>()
  private readonly parts: NetworkParts

  constructor(parts: NetworkParts) {
    this.parts = parts
  }

  isCutOff(tablet: string): boolean {
    return this.cutOff.has(tablet)
  }

  cut(tablet: string): void {
    this.cutOff.add(tablet)
  }

  heal(tablet: string): void {
    this.cutOff.delete(tablet)
    const held = this.waiting.get(tablet) ?? []
    this.waiting.delete(tablet)
    for (const deliver of held) deliver()
  }

  /** Sends a request and gives its reply. Rejects, sooner or later, when either is lost. */
  request(tablet: string, request: Request): Promise<HttpReply> {
    const { chance, timeline } = this.parts
    const { weather } = this
    const machine = chance.pick(this.parts.machines)
    return new Promise((resolve, reject) => {
      const lose = () => {
        this.lost += 1
        timeline.after(chance.happens(0.5) ? REFUSED_MS : SILENCE_MS, () =>
          reject(new TypeError('network')),
        )
      }
      const arrive = (answer: (reply: HttpReply) => void) => {
        if (this.isCutOff(tablet) || !machine.isUp) return lose()
        void machine.handle(request).then((reply) => {
          this.parts.onAnswered({ request, reply })
          answer(reply)
        })
      }
      const back = (reply: HttpReply) => {
        if (chance.happens(weather.lost)) return lose()
        timeline.after(this.delay(), () => (this.isCutOff(tablet) ? lose() : resolve(reply)))
      }
      if (chance.happens(weather.lost)) lose()
      else timeline.after(this.delay(), () => arrive(back))
      if (request.method === 'POST' && chance.happens(weather.duplicated)) {
        timeline.after(this.delay() + chance.whole(0, 1_500), () => arrive(() => {}))
      }
    })
  }

  /** Opens an event stream: what it says arrives in order. */
  async stream(
    tablet: string,
    request: Pick<Request, 'path' | 'cookie'>,
    { hear, ended }: Listener,
  ): Promise<OpenStream | 'unreachable'> {
    const { timeline, chance } = this.parts
    const machine = chance.pick(this.parts.machines)
    await timeline.pause(this.delay())
    if (this.isCutOff(tablet) || !machine.isUp) return 'unreachable'
    let free = timeline.now
    const lives = machine.lives
    const inOrder = (deliver: () => void) => {
      free = Math.max(free, timeline.now + this.delay())
      // What a machine has not got rid of when its power fails is never sent.
      const unlessGone = () => {
        if (machine.lives === lives) deliver()
      }
      timeline.after(free - timeline.now, () => this.whenReachable(tablet, unlessGone))
    }
    return machine.openStream(request.path, request.cookie, {
      hear: (text) => inOrder(() => hear(text)),
      ended: () => inOrder(ended),
    })
  }

  /** What is on the wire when it is cut is sent again when it heals, behind what was sent before. */
  private whenReachable(tablet: string, deliver: () => void): void {
    if (!this.isCutOff(tablet)) deliver()
    else this.waiting.set(tablet, [...(this.waiting.get(tablet) ?? []), deliver])
  }

  private delay(): number {
    const { chance } = this.parts
    return chance.happens(this.weather.slow) ? chance.whole(300, 2_000) : chance.whole(2, 60)
  }
}
