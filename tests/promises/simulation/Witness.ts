import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../../server/database.ts'
import { demonstrationPeople } from '../../../server/demonstrationAccounts.ts'
import { entryHash, NO_PREVIOUS } from '../../../server/entryHash.ts'
import type { Chart } from '../../../src/chart/chart.ts'
import { dueItems } from '../../../src/chart/due.ts'
import { type Entry, entryKindOf, pendingKinds } from '../../../src/chart/entries.ts'
import { fold } from '../../../src/chart/fold.ts'
import type { Signer } from '../../../src/chart/people.ts'
import { shownDiffers, shownNow } from '../../../src/chart/shownNow.ts'
import { type Instant, instantOf, plusMinutes } from '../../../src/time.ts'
import { brokenBy } from '../../chart/support/laws.ts'
import type { Intent, Ledger } from './Ledger.ts'

/** One chart as the record has it, read from the database behind the product's back. */
export interface TrueChart {
  readonly entries: readonly Entry[]
  readonly chart: Chart
  /** When each entry was seen to be there, elapsed time of the run. */
  readonly seenAt: readonly number[]
  /** The rate after each entry. */
  readonly rates: readonly (number | null)[]
  readonly lastHash: string
}

interface WitnessParts {
  readonly database: Database
  readonly ledger: Ledger
  readonly signers: ReadonlyMap<string, Signer>
  readonly elapsed: () => number
  readonly now: () => Instant
  readonly accuse: (law: string, detail: string) => void
}

const AHEAD_MINUTES = 2
/** What a check leaves, and a countersign that does not agree. */
const OF_A_CHECK = new Set(['secondCheckMatched', 'secondCheckMismatched'])
const VERSIONED = new Set<Intent['kind']>([
  'prescribe',
  'giveBolus',
  'startInfusion',
  'changeRate',
  'orderRate',
  'orderBolus',
  'resumeInfusion',
  'recommenceInfusion',
  'restartInfusion',
  'assessBleeding',
  'clearSuspension',
  'strikeOut',
  'closeChart',
])
const BACK_ON = new Set(['countersigned', 'bedsideFactRecorded', 'entryStruckOut'])

/** Reads every entry as it comes into the record and holds it to the laws of the record. */
export class Witness {
  readonly charts = new Map<string, TrueChart>()
  private readonly parts: WitnessParts

  constructor(parts: WitnessParts) {
    this.parts = parts
  }

  /** Takes what is in a chart already as given. */
  async begin(chartId: string): Promise<void> {
    await this.read(chartId, () => {})
  }

  /** Reads what is new in a chart and judges each entry. */
  async look(chartId: string): Promise<void> {
    await this.read(chartId, (before, entry, after) => this.judge(before, entry, after))
  }

  /** Reads everything once more from the first row: what was there must still be there, as it was. */
  async lookAtAll(): Promise<void> {
    const rows = await this.parts.database.queries
      .selectFrom('chart_entry')
      .select(['chart_id', 'seq', 'hash', 'body', 'previous_hash'])
      .orderBy('chart_id')
      .orderBy('seq')
      .execute()
    for (const [chartId, { entries }] of this.charts) {
      const own = rows.filter((row) => row.chart_id === chartId)
      const same = own.every((row, index) => row.hash === entries[index]?.hash)
      if (!same || own.length !== entries.length) this.accuse('what was recorded stays', chartId)
    }
    if (rows.some((row) => !this.charts.has(row.chart_id))) this.accuse('no unknown chart', '')
  }

  /** What a command left in the record. */
  entryOf({ chartId, commandId }: Pick<Intent, 'chartId' | 'commandId'>): Entry | undefined {
    const entries = this.charts.get(chartId)?.entries ?? []
    return entries.find((entry) => entry.commandId === commandId)
  }

  isClinical(userId: string): boolean {
    return this.parts.signers.get(userId)?.role !== 'administrator'
  }

  holds(intent: Pick<Intent, 'chartId' | 'commandId'>): boolean {
    return this.entryOf(intent) !== undefined
  }

  private async read(
    chartId: string,
    judge: (before: TrueChart | null, entry: Entry, after: Chart) => void,
  ): Promise<void> {
    const known = this.charts.get(chartId)
    const rows = await this.parts.database.queries
      .selectFrom('chart_entry')
      .select(['seq', 'body', 'hash', 'previous_hash'])
      .where('chart_id', '=', chartId)
      .where('seq', '>', known?.entries.length ?? 0)
      .orderBy('seq')
      .execute()
    for (const row of rows) {
      const before = this.charts.get(chartId) ?? null
      const entry = { ...JSON.parse(row.body), hash: row.hash } as Entry
      const previous = before?.lastHash ?? NO_PREVIOUS
      const isChained = row.previous_hash === previous && row.hash === entryHash(previous, row.body)
      if (!isChained) this.accuse('the chain holds', `entry ${row.seq}`)
      const entries = [...(before?.entries ?? []), entry]
      const chart = fold(entries)
      this.charts.set(chartId, {
        entries,
        chart,
        seenAt: [...(before?.seenAt ?? []), this.parts.elapsed()],
        rates: [...(before?.rates ?? []), chart.infusion.rateMlPerHour],
        lastHash: row.hash,
      })
      judge(before, entry, chart)
    }
  }

  private judge(before: TrueChart | null, entry: Entry, after: Chart): void {
    const intent = this.parts.ledger.find(entry.commandId)
    const again = before?.entries.some(({ commandId }) => commandId === entry.commandId)
    if (again) this.accuse('one intent, one entry', `${entry.kind} ${entry.seq}`)
    this.judgeTimes(before, entry)
    if (!intent) this.accuse('nothing is recorded that nobody sent', entry.kind)
    else this.judgeSent(intent, entry)
    if (intent && before) this.judgeOn(before, intent, entry, after)
  }

  private judgeSent(intent: Intent, entry: Entry): void {
    this.judgeIntent(intent, entry)
    this.judgeSigner(intent, entry)
  }

  private judgeOn(before: TrueChart, intent: Intent, entry: Entry, after: Chart): void {
    this.judgeVersion(before.chart, intent, entry)
    this.judgeShown(before.chart, entry)
    this.judgeOff(before.chart, entry, after)
    this.judgeLaws(before, intent, entry, after)
  }

  private judgeTimes(before: TrueChart | null, entry: Entry): void {
    const recordedAt = instantOf(entry.recordedAt)
    const last = before?.entries.at(-1)
    if (recordedAt > this.parts.now()) this.accuse('server time only', 'recorded in the future')
    if (last && recordedAt < instantOf(last.recordedAt)) {
      this.accuse('server time only', `entry ${entry.seq} recorded before the one before it`)
    }
    if (instantOf(entry.happenedAt) > plusMinutes(recordedAt, AHEAD_MINUTES)) {
      this.accuse('SIGN-7: no time ahead', `${entry.kind} at ${entry.happenedAt}`)
    }
  }

  private judgeIntent({ kind, act, chartId }: Intent, entry: Entry): void {
    if (!isWhatItAsksFor(kind, entry) || chartId !== entry.chartId) {
      this.accuse('what was sent is what is recorded', `${kind} became ${entry.kind}`)
    } else if (!OF_A_CHECK.has(entry.kind)) {
      const { signature: _, expectedVersion: __, kind: ___, ...fields } = act as Fields
      const changed = Object.keys(fields).filter((name) => differs(name, fields, entry))
      if (changed.length > 0) {
        this.accuse('what was sent is what is recorded', `${kind}: ${changed.join()} differs`)
      }
    }
  }

  /** SIGN-3: whoever is named has keyed their own PIN for it, or it asked for none and was sent in their session. */
  private judgeSigner(intent: Intent, entry: Entry): void {
    const named = namedIn(intent)
    const pin = demonstrationPeople.find((person) => person.userId === named)?.pin ?? ''
    const isStop = entry.kind === 'infusionStopped' || entry.kind === 'infusionCeased'
    if (entry.by === null) {
      // SIGN-5: a stop from a known tablet is taken from nobody; both its signatures are owed.
      if (!isStop) this.accuse('SIGN-3: nobody signs for another', `${entry.kind} by nobody`)
    } else if (entry.by.userId !== named) {
      this.accuse('SIGN-3: nobody signs for another', `${entry.kind} by ${entry.by.userId}`)
    } else if (asksForPin(intent, entry) && intent.keyed !== pin) {
      this.accuse('SIGN-3: no signature without its PIN', `${entry.kind} by ${entry.by.userId}`)
    }
  }

  private judgeVersion(before: Chart, { kind, act }: Intent, entry: Entry): void {
    const isSigned = VERSIONED.has(kind) || isCheckedFirst(before, entry)
    const seen = 'expectedVersion' in act ? act.expectedVersion : null
    if (isSigned && seen !== before.version) {
      this.accuse('SIGN-8: signed on the version that was seen', `${kind}: ${seen}`)
    }
  }

  /** SIGN-8: what the signer was shown is what the chart said. */
  private judgeShown(before: Chart, entry: Entry): void {
    if (!(pendingKinds as readonly string[]).includes(entry.kind) || !('shown' in entry)) return
    const { shown } = entry
    if (!shown) return
    const now = shownNow(before, null)
    const differs = now ? shownDiffers(shown, now) : ['protocol']
    const wrong = differs.filter((name) => name !== 'resultText' && name !== 'collectedAt')
    if (wrong.length > 0) this.accuse('SIGN-8: what was shown is what was so', wrong.join())
  }

  /** SIGN-5: what is off stays off until two people put it on again, or somebody finds the pump running. */
  private judgeOff(before: Chart, entry: Entry, after: Chart): void {
    const was = before.infusion.rateMlPerHour
    const is = after.infusion.rateMlPerHour
    if (was === null && is !== null && !BACK_ON.has(entry.kind)) {
      this.accuse('SIGN-5: off stays off', `${entry.kind} made it ${is}`)
    }
  }

  private judgeLaws(before: TrueChart, intent: Intent, entry: Entry, after: Chart): void {
    const userId = entry.by?.userId ?? intent.userId
    const by = this.parts.signers.get(userId)
    if (!by) {
      this.accuse('SIGN-3: nobody signs for another', userId)
      return
    }
    const at = instantOf(entry.recordedAt)
    const kind = entry.kind === 'secondCheckMismatched' ? 'mismatch' : 'accepted'
    const broken = brokenBy({
      before: before.chart,
      beforeAgain: before.chart,
      kind: intent.kind,
      by,
      at,
      decision: { kind, entry } as never,
      after,
      due: dueItems(after, at),
    })
    for (const law of broken) this.accuse('a law of the record', law)
  }

  private accuse(law: string, detail: string): void {
    this.parts.accuse(law, detail)
  }
}

type Fields = Readonly<Record<string, unknown>>

function differs(name: string, sent: Fields, entry: Entry): boolean {
  // What a tablet kept and stated ahead of the server's clock has the time of its arrival; the stated one stands beside.
  const isAhead = 'captured' in entry && entry.captured?.statedAt !== undefined
  if (name === 'happenedAt' && isAhead) return entry.captured?.statedAt !== sent[name]
  const recorded = (entry as unknown as Fields)[name]
  return !isDeepStrictEqual(JSON.parse(JSON.stringify(sent[name])), recorded)
}

function isWhatItAsksFor(kind: Intent['kind'], entry: Entry): boolean {
  return OF_A_CHECK.has(entry.kind) || (kind !== 'check' && entryKindOf[kind] === entry.kind)
}

/** Who stands behind a command: whoever is named in its signature or its check, else whose session it was. */
function namedIn({ kind, act, userId }: Intent): string {
  const said = (kind === 'check' ? act : 'signature' in act ? act.signature : null) as Fields | null
  return typeof said?.['userId'] === 'string' ? said['userId'] : userId
}

/** A stop may do without, and then says so. */
function asksForPin({ act }: Intent, entry: Entry): boolean {
  if (entry.kind === 'infusionStopped' || entry.kind === 'infusionCeased') {
    return entry.identity === 'confirmed'
  }
  return 'signature' in act && act.signature !== undefined && entry.kind !== 'secondCheckMatched'
}

/** A countersign whose check has not matched yet: its version is compared too. */
function isCheckedFirst({ pending }: Chart, entry: Entry): boolean {
  return entry.kind === 'countersigned' && pending?.actSeq === entry.actSeq && !pending.matched
}
