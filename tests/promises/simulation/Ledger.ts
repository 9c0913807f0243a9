import type { Act, Check, CheckResult, SendResult } from '../../../src/store/sending.ts'

/** What a person meant to do, once, however often it was sent. Kept by the run itself, outside the product. */
export interface Intent {
  readonly commandId: string
  readonly chartId: string
  readonly kind: Act['kind'] | 'check'
  readonly act: Act | Check
  /** Whose session it was sent in. */
  readonly userId: string
  readonly tablet: string
  /** The PIN that was keyed for it, if any was. */
  readonly keyed: string | null
  told: SendResult['kind'] | CheckResult['kind'] | null
  /** How many copies of it a server has answered. */
  answered: number
  isForgotten: boolean
  /** A reply about it has reached its tablet. */
  isHeard: boolean
}

/** Everything that people sent in a run. */
export class Ledger {
  private readonly intents = new Map<string, Intent>()

  get all(): readonly Intent[] {
    return [...this.intents.values()]
  }

  find(commandId: string): Intent | undefined {
    return this.intents.get(commandId)
  }

  /** What was sent from a tablet whose tab is still there, and has no answer yet; a check is asked again instead. */
  waitingOn(tablet: string): readonly Intent[] {
    return this.all.filter(
      (intent) =>
        intent.tablet === tablet &&
        intent.kind !== 'check' &&
        !intent.isHeard &&
        !intent.isForgotten,
    )
  }

  /** The tab was closed, and its storage with it. */
  forget(tablet: string): void {
    for (const intent of this.waitingOn(tablet)) intent.isForgotten = true
  }

  add(intent: Omit<Intent, 'told' | 'answered' | 'isForgotten' | 'isHeard'>): Intent {
    const added = { ...intent, told: null, answered: 0, isForgotten: false, isHeard: false }
    this.intents.set(intent.commandId, added)
    return added
  }
}
