import { demonstrationPeople } from '../../../server/demonstrationAccounts.ts'
import type { ChartStore } from '../../../src/store/chartStore.ts'
import type { Act, Check } from '../../../src/store/sending.ts'
import type { State } from '../../../src/store/state.ts'
import { isoOf } from '../../../src/time.ts'
import type { Step } from '../../chart/support/wild.ts'
import type { Chance } from './Chance.ts'
import type { Intent, Ledger } from './Ledger.ts'
import { type Planned, planAct } from './planAct.ts'
import type { Tablet } from './Tablet.ts'
import type { Timeline } from './Timeline.ts'

interface UserParts {
  readonly tablet: Tablet
  readonly timeline: Timeline
  readonly chance: Chance
  readonly ledger: Ledger
  readonly nextStep: () => Step
  /** Nobody begins anything more. */
  readonly isOver: () => boolean
  readonly note: (text: string) => void
  readonly count: (what: string) => void
  readonly onTold: (intent: Intent, result: object) => void
}

const often = ['rn.adams', 'rn.baker', 'mo.chen', 'amo.haddad'] as const
const STOPS: readonly string[] = ['stopInfusion', 'ceaseInfusion']

/** Whoever stands at one tablet: hurried people who sign in, act, mistype, walk off and hand it on. */
export class TabletUser {
  /** Who signed in on it last, and has not signed out. */
  userId: string | null = null
  private readonly parts: UserParts
  private readonly lost: Intent[] = []
  /** The page on which somebody signs in or out just now. */
  private formOn: ChartStore | null = null

  constructor(parts: UserParts) {
    this.parts = parts
  }

  /** One thing a person does now. */
  async act(): Promise<void> {
    const { tablet, chance } = this.parts
    if (tablet.isAsleep) {
      if (chance.happens(0.5)) tablet.wake()
      return
    }
    const { session, lockedFor } = tablet.store.state.getState()
    if (lockedFor) return this.atDoor(() => this.unlock(lockedFor.userId))
    tablet.store.touched()
    if (session.status === 'signed-out') {
      return chance.happens(0.15) ? this.reload() : this.atDoor(() => this.signIn())
    }
    if (session.status === 'unreachable') return tablet.open()
    if (session.status === 'signed-in') return this.work()
  }

  /** One form at a time: its button waits for the reply. A reload takes the form away. */
  private async atDoor(pass: () => Promise<void>): Promise<void> {
    const { store } = this.parts.tablet
    if (this.formOn === store) return
    this.formOn = store
    await pass()
    if (this.formOn === store) this.formOn = null
  }

  private async signIn(): Promise<void> {
    const { tablet, chance, note } = this.parts
    const anybody = demonstrationPeople[chance.whole(0, demonstrationPeople.length - 1)]
    const userId = chance.happens(0.8) || !anybody ? chance.pick(often) : anybody.userId
    const { store } = tablet
    const password = chance.happens(0.05) ? 'wrong' : 'demonstration'
    const refusal = await store.signIn(userId, password)
    note(`${tablet.name} ${userId} signs in: ${refusal === null ? 'yes' : 'no'}`)
    if (refusal === null) this.userId = userId
  }

  /** The same person goes on, or another of the tablet's people switches in. */
  private async unlock(lockedFor: string): Promise<void> {
    const { tablet, chance, note } = this.parts
    const userId = chance.happens(0.7) ? lockedFor : chance.pick(often)
    const pin = chance.happens(0.1) ? '000001' : pinOf(userId)
    const { store } = tablet
    const refusal =
      userId === lockedFor ? await store.unlock(pin) : await store.switchTo(userId, pin)
    note(`${tablet.name} ${userId} unlocks: ${refusal === null ? 'yes' : 'no'}`)
    if (refusal === null) this.userId = userId
  }

  private async work(): Promise<void> {
    const { tablet, chance, note } = this.parts
    const share = chance.next()
    if (share < 0.03) {
      note(`${tablet.name} signs out`)
      await this.atDoor(async () => {
        if ((await tablet.store.signOut()) === 'ok') this.userId = null
      })
    } else if (share < 0.07) {
      await this.reload()
    } else if (share < 0.08) {
      note(`${tablet.name} is killed`)
      this.userId = null
      this.parts.ledger.forget(tablet.name)
      tablet.closeBrowser()
      await tablet.open()
    } else if (share < 0.1) {
      note(`${tablet.name} sleeps`)
      tablet.sleep()
    } else if (share < 0.115) {
      note(`${tablet.name} locks`)
      tablet.store.lock()
    } else if (share < 0.2 && this.lost.length > 0) await this.askAgain()
    else await this.atChart()
  }

  private async reload(): Promise<void> {
    const { tablet, note, count } = this.parts
    note(`${tablet.name} reloads`)
    count('reloads')
    await tablet.open()
  }

  private async atChart(): Promise<void> {
    const { tablet, chance } = this.parts
    const { store } = tablet
    const { board, charts } = store.state.getState()
    const [first, ...rest] = [
      ...new Set([...(board?.charts ?? []).map((row) => row.chartId), ...Object.keys(charts)]),
    ]
    if (first === undefined) return
    const chartId = chance.pick([first, ...rest])
    const record = charts[chartId]
    if (record?.status !== 'ready') return store.loadChart(chartId)
    if (chance.happens(0.05)) return this.stop(chartId)
    const person = demonstrationPeople.find(({ userId }) => userId === this.userId)
    const isPrescriber = ['MO', 'AMO', 'registrar'].includes(person?.role ?? '')
    // The screen is opened now; the figures on it are those of now when it is signed.
    const step = this.parts.nextStep()
    const planned = planAct(record.entries, store.clock.now(), step, isPrescriber)
    if (!planned) return
    await this.parts.timeline.pause(chance.happens(0.3) ? chance.whole(2_000, 40_000) : 200)
    if (!this.isOpenStill(store, chartId) || chance.happens(0.04)) return
    if (this.parts.isOver()) return
    await this.send(chartId, planned)
  }

  /** The page of an act goes with a reload, and with the sign-out of whoever opened it. */
  private isOpenStill(store: ChartStore, chartId: string): boolean {
    const { tablet } = this.parts
    const isChartOpen = store.state.getState().charts[chartId]?.status === 'ready'
    return tablet.shows(store) && !tablet.isAsleep && isChartOpen
  }

  private stop(chartId: string): Promise<void> {
    const { chance } = this.parts
    const act = chance.pick([
      { kind: 'stopInfusion', reason: 'concern' },
      { kind: 'ceaseInfusion', reason: 'suspected-major-bleed' },
      { kind: 'ceaseInfusion', reason: 'procedure' },
    ])
    const whole = { ...act, expectedVersion: chance.whole(0, 9), happenedAt: '' }
    const planned = { kind: 'act', act: whole as Act, signs: 'own', isLate: false } as const
    return this.send(chartId, planned)
  }

  private async send(chartId: string, planned: Planned): Promise<void> {
    const { tablet, ledger, chance, note } = this.parts
    const { store } = tablet
    const { userId } = this
    if (userId === null || !isOffered(planned, store.state.getState())) return
    const keyed = this.key(planned)
    const act = planned.kind === 'check' ? planned.check : this.signed(planned, keyed)
    const kind = planned.kind === 'check' ? 'check' : planned.act.kind
    const result =
      kind === 'check' ? store.sendCheck(chartId, act as Check) : store.send(chartId, act as Act)
    const intent = ledger.add({
      commandId: tablet.lastId,
      chartId,
      kind,
      act,
      userId,
      tablet: tablet.name,
      keyed,
    })
    note(`${tablet.name} ${userId} ${kind} ${short(intent)}`)
    if (chance.happens(kind === 'check' ? 0.3 : 0.08)) void this.tapAgain(intent)
    await this.heed(intent, result)
  }

  /** The PIN as it is keyed: now and then a wrong one, for a stop none at all. */
  private key(planned: Planned): string | null {
    const { chance } = this.parts
    if (planned.kind === 'check' || planned.signs === 'nobody') return null
    const signer = planned.signs === 'own' ? this.userId : planned.signs.userId
    if (isStop(planned) && chance.happens(0.2)) return null
    const wrong = chance.happens(0.07)
    return wrong ? '000001' : pinOf(signer ?? '')
  }

  private signed(planned: Extract<Planned, { kind: 'act' }>, pin: string | null): Act {
    const { act, signs, isLate } = planned
    const { clock } = this.parts.tablet.store
    const timed = isLate ? act : { ...act, happenedAt: isoOf(clock.now()) }
    if (signs === 'nobody' || (isStop(planned) && pin === null)) return timed as Act
    const signature = signs === 'own' ? { pin } : { userId: signs.userId, pin }
    return { ...timed, signature } as Act
  }

  /** A finger that taps twice: the same command, twice on its way. */
  private async tapAgain({ kind, commandId, chartId, act }: Intent): Promise<void> {
    const { store } = this.parts.tablet
    if (kind === 'check') await store.sendCheck(chartId, act as Check, { commandId })
    else await store.send(chartId, act as Act, { commandId })
  }

  private async heed(intent: Intent, sent: Promise<{ readonly kind: Intent['told'] }>) {
    const result = await sent
    intent.told = result.kind
    this.parts.onTold(intent, result)
    if (result.kind === 'not-recorded' || result.kind === 'unknown') this.lost.push(intent)
  }

  /** The reply was lost: the same act under the same id, or first a look. */
  private async askAgain(): Promise<void> {
    const { tablet, chance } = this.parts
    const intent = this.lost.shift()
    if (!intent || intent.userId !== this.userId) return
    const { chartId, commandId, act } = intent
    const again = { commandId }
    if (intent.kind === 'check') {
      return this.heed(intent, tablet.store.sendCheck(chartId, act as Check, again))
    }
    const sent = chance.happens(0.5)
      ? tablet.store.lookUp(chartId, commandId)
      : tablet.store.send(chartId, act as Act, again)
    await this.heed(intent, sent)
  }
}

function isStop(planned: Planned): boolean {
  return planned.kind === 'act' && STOPS.includes(planned.act.kind)
}

/** Out of date, the screens offer no signature but a stop's. */
function isOffered(planned: Planned, { session, connection }: State): boolean {
  const isSigned = planned.kind === 'check' || planned.signs !== 'nobody'
  const isUpToDate = connection === 'live' || !isSigned || isStop(planned)
  return session.status === 'signed-in' && isUpToDate
}

function short({ commandId }: Intent): string {
  return commandId.slice(0, 8)
}

function pinOf(userId: string): string {
  return demonstrationPeople.find((one) => one.userId === userId)?.pin ?? ''
}
