/** Baseline bloods, platelet counts and the HIT alert (CHART-5, TIME-5, HIT-1). */
import { PLATELETS } from '../protocols/care.ts'
import { MO_TIMES } from '../protocols/ward.ts'
import { plusHours, plusMinutes } from '../time.ts'
import { missingBaseline } from './baselineBloods.ts'
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'
import type { Now } from './hasCome.ts'
import { plateletAlert, plateletCounts } from './platelets.ts'

/** The clocks run on therapy and stop at a cease; a fall in platelets waits for haematology after it too. */
export function dueBloods(chart: Chart, now: Now): Unstamped[] {
  const start = startOf(chart)
  return [
    ...alert(chart),
    ...(start ? [...platelets(chart, start), ...missing(chart, start, now)] : []),
  ]
}

type Anchor = Unstamped['anchor']

/** The first start, while heparin is given or held; null before it and from a cease on. */
function startOf({ infusion, events }: Chart): Anchor | null {
  const { status, firstStartedAt: at } = infusion
  if (at === null || status === 'not-started' || status === 'ceased') return null
  const started = events.find((event) => event.at === at && event.rateMlPerHour !== null)
  const seq = started?.seq ?? infusion.setBySeq
  return seq === null ? null : { seq, at }
}

/** TIME-5: 72 h from the last count's collection; HIT-1: none at all is overdue from the start. */
function platelets(chart: Chart, start: Anchor): Unstamped[] {
  const last = plateletCounts(chart).at(-1)
  const common = { kind: 'platelets', owner: 'mo' } as const
  if (!last) {
    return [{ ...common, dueAt: start.at, overdueAt: start.at, rules: ['HIT-1'], anchor: start }]
  }
  const { seq, collectedAt: at } = last
  return [
    {
      ...common,
      dueAt: plusHours(at, PLATELETS.dueAfterHours),
      overdueAt: plusHours(at, PLATELETS.overdueAfterHours),
      rules: ['TIME-5'],
      anchor: { seq, at },
    },
  ]
}

/** CHART-5: baseline results missing at the start; none of them holds a start up. */
function missing(chart: Chart, start: Anchor, now: Now): Unstamped[] {
  if (missingBaseline(chart, now).length === 0) return []
  return [
    {
      kind: 'bloods',
      dueAt: start.at,
      overdueAt: plusHours(start.at, MO_TIMES.baselineOverdueAfterHours),
      owner: 'mo',
      rules: ['CHART-5'],
      anchor: start,
    },
  ]
}

/** HIT-1: haematology is asked at once. */
function alert(chart: Chart): Unstamped[] {
  const open = plateletAlert(chart)
  if (open === null) return []
  const { seq, resultedAt: at } = open.count
  return [
    {
      kind: 'mo-decision',
      about: 'platelet-alert',
      dueAt: at,
      overdueAt: plusMinutes(at, MO_TIMES.decisionOverdueAfterMinutes),
      owner: 'mo',
      rules: ['HIT-1'],
      anchor: { seq, at },
    },
  ]
}
