import { isDeepStrictEqual } from 'node:util'
import { demonstrationPeople } from '../../../server/demonstrationAccounts.ts'
import { readKept } from '../../../src/store/keptCommands.ts'
import type { State } from '../../../src/store/state.ts'
import type { Instant } from '../../../src/time.ts'
import type { Ledger } from './Ledger.ts'
import type { Tablet } from './Tablet.ts'
import type { TabletUser } from './TabletUser.ts'
import type { TrueChart } from './Witness.ts'

/** A tablet as the outside sees it, beside the truth. */
export interface Seen {
  readonly tablet: Tablet
  readonly user: TabletUser
  readonly charts: ReadonlyMap<string, TrueChart>
  readonly ledger: Ledger
  /** Elapsed time of the run. */
  readonly elapsed: number
  readonly now: Instant
  /** The clinical clock was last moved then, elapsed time. */
  readonly movedAt: number
}

type Law = (seen: Seen, state: State) => string | null

/** 15 s without a beat, and the moment in which the page is told. */
const STALE_MS = 15_100
/** A beat comes every 5 s; an entry that is older than both is on a live screen, however slow disk and network were. */
const BEHIND_MS = 30_000

/** A board is read again when the tablet goes live. */
const CATCH_UP_MS = 10_000

/**
 * An open chart of the ward that a tablet follows. What another process adds to a closed one (a stop that a tablet kept)
 * is told to nobody, and read when the chart is opened.
 */
function isFollowed(truth: TrueChart | undefined, { wardId }: State): truth is TrueChart {
  return truth?.chart.open === true && truth.chart.wardId === wardId
}

/** Somebody is signed in, and the screen says that it is up to date. */
function isLive({ session, connection }: State): boolean {
  return session.status === 'signed-in' && connection === 'live'
}

/** What must be so on every tablet at every moment. Each law gives what is wrong, or null. */
export const tabletLaws: Record<string, Law> = {
  'a screen without a beat for 15 s does not say live'({ tablet, elapsed }, state) {
    if (tablet.isAsleep || !isLive(state)) return null
    const silentMs = elapsed - tablet.heardAt
    return silentMs > STALE_MS ? `live after ${silentMs} ms of silence` : null
  },

  'what a screen shows is in the record'({ charts }, state) {
    for (const [chartId, record] of Object.entries(state.charts)) {
      if (record.status !== 'ready') continue
      const truth = charts.get(chartId)
      const wrong = record.entries.find(({ hash }, index) => truth?.entries[index]?.hash !== hash)
      if (wrong) return `entry ${wrong.seq} (${wrong.kind}) is not in the record`
      const rate = truth?.rates[record.entries.length - 1]
      const shown = record.chart.infusion.rateMlPerHour
      if (rate !== shown) return `shows ${shown} mL/hr after ${record.entries.length}: ${rate}`
    }
    return null
  },

  'a live screen shows what is older than a beat'({ tablet, charts, elapsed }, state) {
    if (tablet.isAsleep || !isLive(state)) return null
    for (const [chartId, record] of Object.entries(state.charts)) {
      const truth = charts.get(chartId)
      if (record.status !== 'ready' || !isFollowed(truth, state)) continue
      const missing = truth.seenAt[record.entries.length]
      if (missing !== undefined && elapsed - missing > BEHIND_MS) {
        return `live, and behind since ${elapsed - missing} ms`
      }
    }
    return null
  },

  'a live board shows what is older than a beat'({ tablet, charts, elapsed }, state) {
    if (tablet.isAsleep || elapsed - tablet.liveSince < CATCH_UP_MS) return null
    for (const { chartId, seq, infusion } of state.board?.charts ?? []) {
      const truth = charts.get(chartId)
      const missing = truth?.seenAt[seq ?? 0]
      if (truth?.chart.wardId !== state.wardId) continue
      if (missing !== undefined && elapsed - missing > BEHIND_MS) {
        return `${chartId} at ${infusion.rateMlPerHour} mL/hr, behind since ${elapsed - missing} ms`
      }
    }
    return null
  },

  'a live screen counts from the server’s clock'({ tablet, elapsed, now, movedAt }, state) {
    if (tablet.isAsleep || !isLive(state) || elapsed - movedAt < STALE_MS) return null
    const apart = tablet.store.clock.now() - now
    return Math.abs(apart) > STALE_MS ? `${apart} ms from the server` : null
  },

  'nobody’s charts are on a signed-out tablet'(_, { session, charts, board }) {
    if (session.status !== 'signed-out') return null
    return Object.keys(charts).length > 0 || board ? 'charts of the person before' : null
  },

  'a tablet is signed in as the person who signed in'({ user }, state) {
    const { session, reach } = state
    // Without the server a tablet shows, for reading, what the last person on it saw.
    if (session.status !== 'signed-in' || reach === 'kept') return null
    if (user.userId === session.session.user.userId) return null
    // A reply to signing in that was lost may have left its session.
    return `${session.session.user.userId}, not ${user.userId}`
  },

  'nobody sees a chart of a ward that is not theirs'({ charts }, state) {
    if (state.session.status !== 'signed-in') return null
    const own = state.session.session.wards.map(({ wardId }) => wardId)
    const foreign = Object.keys(state.charts).find((chartId) => {
      const wards = charts.get(chartId)?.entries.flatMap((e) => ('wardId' in e ? [e.wardId] : []))
      return state.charts[chartId]?.status === 'ready' && !wards?.some((ward) => own.includes(ward))
    })
    return foreign ?? null
  },

  'a command without its reply is kept over a reload'({ tablet, ledger }) {
    const kept = readKept({ getItem: (key) => tablet.kept.get(key) ?? null, setItem: () => {} })
    const ids = new Set(kept.map(({ commandId }) => commandId))
    const lost = ledger
      .waitingOn(tablet.name)
      .find(({ commandId }) => !ids.has(commandId) && !isInOutbox(tablet, commandId))
    return lost ? `${lost.kind} ${lost.commandId}` : null
  },
}

function isInOutbox({ outbox, texts }: Tablet, commandId: string): boolean {
  return [...outbox.keys(), ...texts.keys()].some((key) => key.endsWith(commandId))
}

/** What must be so too, and takes longer to see. */
export const keptLaws: Record<string, Law> = {
  'no PIN is kept on a tablet'({ tablet }) {
    const kept = [...tablet.kept.values(), ...tablet.texts.values()].join()
    const stored = JSON.stringify([...tablet.keptCharts, ...tablet.outbox])
    // Standing alone: an id or a hash may have the same figures in it.
    const isKept = demonstrationPeople.some(({ pin }) =>
      new RegExp(`(?<![0-9a-f])${pin}(?![0-9a-f])`).test(kept + stored),
    )
    return isKept ? 'a PIN is kept' : null
  },
}

/** What must be so on every tablet once all is well again: it shows the record and says so. */
export const healedLaws: Record<string, Law> = {
  'a healed screen is live'(_, { session, connection }) {
    if (session.status !== 'signed-in') return null
    return connection === 'live' ? null : connection
  },

  'H23, CHART-10: a healed tablet has brought what it kept, save what a person looks at'({
    tablet,
  }) {
    const waiting = tablet.store.outbox.state.getState().items.find((item) => !item.needsPerson)
    return waiting ? `${waiting.command.kind} ${waiting.id}` : null
  },

  'a healed screen shows the fold of the record'({ charts }, state) {
    for (const [chartId, record] of Object.entries(state.charts)) {
      const truth = charts.get(chartId)
      if (record.status !== 'ready' || !isFollowed(truth, state)) continue
      if (!isDeepStrictEqual(record.chart, truth.chart)) return `${chartId}: another chart`
    }
    return null
  },

  'a healed board shows the record’s rates'({ charts }, { board, wardId }) {
    const rows = board?.charts ?? []
    const wrong = rows.find((row) => {
      const truth = charts.get(row.chartId)?.chart
      return row.infusion.rateMlPerHour !== truth?.infusion.rateMlPerHour
    })
    if (wrong) return `${wrong.chartId}: ${wrong.infusion.rateMlPerHour}`
    const open = [...charts.values()].filter(({ chart }) => chart.open && chart.wardId === wardId)
    return board && open.length !== rows.length ? `${rows.length} of ${open.length} charts` : null
  },
}

/** The names of the laws that a tablet breaks, each with what is wrong. */
export function brokenOn(seen: Seen, laws: Record<string, Law>): [string, string][] {
  const state = seen.tablet.store.state.getState()
  // A locked tablet shows nothing of a patient and follows nothing until it is unlocked.
  if (state.lockedFor) return []
  return Object.entries(laws).flatMap(([name, law]): [string, string][] => {
    const wrong = law(seen, state)
    return wrong === null ? [] : [[name, `${seen.tablet.name}: ${wrong}`]]
  })
}
