import { boardProcedure } from '../chart/boardProcedure.ts'
import type { Chart } from '../chart/chart.ts'
import { dueItems, urgency } from '../chart/due.ts'
import { pendingAt } from '../chart/pending.ts'
import { therapeuticRun } from '../chart/results.ts'
import type { Instant } from '../time.ts'
import type { State } from './state.ts'
import type { Board, BoardRow } from './wire.ts'

/** The board of a ward from its kept charts, as the server would show it at `now`: what is due goes on by the time. */
export function keptBoard(wardId: string, charts: State['charts'], now: Instant): Board {
  const open = Object.values(charts)
    .flatMap((record) => (record.status === 'ready' ? [record.chart] : []))
    .filter((chart) => chart.open && chart.wardId === wardId)
  return {
    now,
    charts: open
      .map((chart) => ({ row: rowOf(chart, now), rank: urgency(chart, now) }))
      .sort((a, b) => fromTheLeft(a.rank, b.rank))
      .map(({ row }) => row),
  }
}

function rowOf(chart: Chart, now: Instant): BoardRow {
  const [next = null] = dueItems(chart, now)
  const { infusion, prescription, assessment } = chart
  return {
    chartId: chart.chartId,
    seq: chart.seq,
    patient: chart.patient,
    bed: chart.bed,
    protocol: prescription && {
      id: prescription.entry.protocol,
      version: prescription.entry.protocolVersion,
    },
    restrictions: [...chart.restrictions],
    therapeuticRun: therapeuticRun(chart, now),
    assessment: assessment && { finding: assessment.finding, plan: assessment.plan },
    infusion: {
      ...infusion,
      suspended: [...new Set(chart.suspensions.map(({ reason }) => reason))],
    },
    pending: pendingAt(chart, now),
    procedure: boardProcedure(chart, now),
    next: next && { ...next, rules: [...next.rules] },
  }
}

function fromTheLeft(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((each, place) => each - (b[place] ?? each))
  return differences.find((difference) => difference !== 0) ?? 0
}
