/** Decisions on results against the nomogram, and holds against their end (AUDIT-1). */
import type { Chart, DoseEvent, Result } from '../chart/chart.ts'
import type { Entry, EntryOf } from '../chart/entries.ts'
import { SETS_RATE, wholeMinutes } from '../chart/samples.ts'
import type { Advice } from '../nomogram/advise.ts'
import { protocolFor } from '../protocols/register.ts'
import { AUDIT_LIMITS } from '../protocols/ward.ts'
import { type Instant, instantOf, laterOf, plusMinutes } from '../time.ts'
import type { Observation } from './facts.ts'

/** Whether each decision in effect did what the nomogram had advised on its result. */
export function concordanceOf(chart: Chart): Observation[] {
  return chart.results.flatMap((result) => {
    const act = chart.entries.find(({ seq }) => seq === result.decidedBy)
    const advice = adviceOn(chart, result)
    if (!act || !advice || advice.kind === 'refer') return []
    return [{ metric: 'concordance', at: instantOf(act.happenedAt), met: isAsAdvised(act, advice) }]
  })
}

/** The advice stored with the result: what the people who decided had before them. */
function adviceOn({ entries }: Chart, { seq, storedAdvice }: Result): Advice | null {
  return entries.some((entry) => entry.seq === seq) ? storedAdvice : null
}

function isAsAdvised(act: Entry, advice: Advice): boolean {
  switch (act.kind) {
    case 'rateChanged':
      return advice.kind === 'change' && act.newRateMlPerHour === advice.newRateMlPerHour
    case 'rateKept':
      return advice.kind === 'no-change'
    case 'infusionStopped':
      return advice.kind === 'stop'
    default:
      return false
  }
}

/** Whether each nomogram hold that is over ended in a restart 0 to 30 min later. */
export function holdFidelityOf(chart: Chart, now: Instant): Observation[] {
  const events = [...chart.events].sort((a, b) => a.at - b.at)
  return events.flatMap((stop, index) => {
    if (stop.kind !== 'stop') return []
    const next = events.slice(index + 1).find(isOnOrCeased) ?? null
    const end = holdEnd(chart, stop, next)
    if (end === null || isPutOff(chart, stop, next)) return []
    const met = isKept(end, next, now)
    return met === null ? [] : [{ metric: 'hold-fidelity', at: end, met }]
  })
}

function isOnOrCeased({ kind }: DoseEvent): boolean {
  return SETS_RATE.has(kind) || kind === 'cease'
}

/** Null: it may still be kept, or a cease came before it could be. */
function isKept(end: Instant, next: DoseEvent | null, now: Instant): boolean | null {
  const latest = AUDIT_LIMITS.holdKeptUpToMinutes
  const until = next?.at ?? now
  const late = wholeMinutes(end, until)
  if (next !== null && next.kind !== 'cease') return late >= 0 && late <= latest
  return late > latest ? false : null
}

function during(chart: Chart, stop: DoseEvent, next: DoseEvent | null): Entry[] {
  return chart.entries.filter(
    ({ seq }) => seq >= stop.seq && (next === null || seq < next.seq) && !chart.struck.has(seq),
  )
}

/** The end of the hold as it was set, or adopted later, and lengthened by a change of protocol (CHART-7); null: none. */
function holdEnd(chart: Chart, stop: DoseEvent, next: DoseEvent | null): Instant | null {
  let end: Instant | null = null
  for (const entry of during(chart, stop, next)) {
    if (end === null && entry.kind === 'infusionStopped' && entry.restartNotBefore !== null) {
      end = instantOf(entry.restartNotBefore)
    }
    if (end !== null && entry.kind === 'infusionPrescribed') {
      end = laterOf(end, plusMinutes(stop.at, stopMinutes(entry)))
    }
  }
  return end
}

function stopMinutes(entry: EntryOf<'infusionPrescribed'>): number {
  const top = protocolFor(entry.protocol, entry.protocolVersion).nomogram.at(-1)
  return top?.kind === 'stop' ? top.stopMinutes : 0
}

/** The medical officer's assessment kept it off or put the restart off (TIME-3). */
function isPutOff(chart: Chart, stop: DoseEvent, next: DoseEvent | null): boolean {
  return during(chart, stop, next).some(
    (entry) => entry.kind === 'bleedingAssessed' && entry.plan !== 'restart',
  )
}
