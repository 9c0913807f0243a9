import { boardProcedure } from '../src/chart/boardProcedure.ts'
import type { Chart } from '../src/chart/chart.ts'
import { dueItems } from '../src/chart/due.ts'
import type { DueItem } from '../src/chart/dueItem.ts'
import type { Now } from '../src/chart/hasCome.ts'
import { pendingAt } from '../src/chart/pending.ts'
import { type ResultView, resultsAt, therapeuticRun } from '../src/chart/results.ts'
import { type Instant, isoOf } from '../src/time.ts'

/** A chart as `GET /api/charts/{chartId}` shows it: what `fold` made of its entries, at `now`. */
export function chartView(chart: Chart, now: Instant) {
  return {
    chartId: chart.chartId,
    seq: chart.seq,
    version: chart.version,
    open: chart.open,
    now: isoOf(now),
    patient: chart.patient,
    allergies: [...chart.allergies],
    amo: chart.amo,
    wardId: chart.wardId,
    bed: chart.bed,
    weight: chart.weight && { ...chart.weight, at: isoOf(chart.weight.at) },
    protocol: protocolView(chart),
    restrictions: [...chart.restrictions],
    infusion: infusionView(chart),
    pending: pendingView(chart, now),
    owed: chart.owed.filter((owed) => owed.secondMissing).map((owed) => owed.actSeq),
    therapeuticRun: therapeuticRun(chart, now),
    results: resultsAt(chart, now).map(resultView),
    due: dueItems(chart, now).map(dueView),
  }
}

/** A chart as its line on the ward board. */
export function boardLine(chart: Chart, now: Now, due: readonly DueItem[] = dueItems(chart, now)) {
  const [next = null] = due
  return {
    chartId: chart.chartId,
    seq: chart.seq,
    patient: chart.patient,
    bed: chart.bed,
    protocol: protocolView(chart),
    restrictions: [...chart.restrictions],
    infusion: infusionView(chart),
    pending: pendingView(chart, now),
    therapeuticRun: therapeuticRun(chart, now),
    assessment: chart.assessment && {
      finding: chart.assessment.finding,
      plan: chart.assessment.plan,
    },
    procedure: procedureView(chart, now),
    next: next && dueView(next),
    alarms: due.filter(({ status }) => status !== 'waiting').map(alarmView),
  }
}

/** What a tablet's alarms need of a due item; who the patient is stands beside it and is no part of an alarm. */
function alarmView({ kind, about, stopAdvised, owner, dueAt, overdueAt, anchor }: DueItem) {
  const times = { dueAt: isoOf(dueAt), overdueAt: isoOrNull(overdueAt) }
  return { kind, about, stopAdvised, owner, ...times, seq: anchor.seq }
}

function procedureView(chart: Chart, now: Now) {
  const near = boardProcedure(chart, now)
  return near && { ...near, at: isoOf(near.at), heparinAt: isoOf(near.heparinAt) }
}

function protocolView({ prescription }: Chart) {
  return (
    prescription && {
      id: prescription.entry.protocol,
      version: prescription.entry.protocolVersion,
    }
  )
}

function infusionView({ infusion, suspensions }: Chart) {
  const { status, rateMlPerHour, since, stop } = infusion
  return {
    status,
    suspended: [...new Set(suspensions.map((suspension) => suspension.reason))],
    rateMlPerHour,
    since: isoOrNull(since),
    stop: stop && {
      ...stop,
      at: isoOf(stop.at),
      restartNotBefore: isoOrNull(stop.restartNotBefore),
    },
    rateUnconfirmed: infusion.rateUnconfirmed,
  }
}

/** Without the figure: that is in the entries, and kept off every screen but its signer's (SIGN-4). */
function pendingView(chart: Chart, now: Now) {
  const pending = pendingAt(chart, now)
  if (!pending) return null
  const { actSeq, kind, by, step, lapsesAt } = pending
  return { actSeq, kind, by, step, lapsesAt: isoOrNull(lapsesAt) }
}

function resultView({ result, use, advice, inStopBand }: ResultView) {
  return {
    seq: result.seq,
    text: result.text,
    collectedAt: isoOf(result.collectedAt),
    use,
    advice,
    inStopBand,
  }
}

/** A due item as every reply shows it. */
export function dueView(item: DueItem) {
  return {
    ...item,
    rules: [...item.rules],
    dueAt: isoOf(item.dueAt),
    overdueAt: isoOrNull(item.overdueAt),
    anchor: { seq: item.anchor.seq, at: isoOf(item.anchor.at) },
  }
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at)
}
