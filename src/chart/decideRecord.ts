/** The record itself: striking out (CHART-1), closing (CHART-8). */

import { type Ask, statedAt, unconfirmedRefusal } from './ask.ts'
import type { Refusal } from './decision.ts'
import type { EntryKind } from './entries.ts'
import { pendingAt } from './pending.ts'
import { isMedicalOfficer, nameOf } from './people.ts'
import { procedureBar } from './procedureBar.ts'
import { procedureName } from './procedureName.ts'
import { refuse } from './refuse.ts'

const NEVER_STRUCK: ReadonlySet<EntryKind> = new Set([
  'chartOpened',
  'chartClosed',
  'countersigned',
  'entryStruckOut',
  'actWithdrawn',
  'secondCheckMatched',
  'secondCheckMismatched',
])

/** CHART-1: by its author or an MO, once. */
export function strikeOut({ chart, command, by, at }: Ask<'strikeOut'>): Refusal | null {
  const struck = chart.entries.find(({ seq }) => seq === command.struckSeq)
  if (!struck || NEVER_STRUCK.has(struck.kind))
    return refuse('not-to-be-struck', { seq: command.struckSeq })
  if (chart.struck.has(struck.seq)) return refuse('already-struck', { seq: struck.seq })
  if (struck.by?.userId !== by.userId && !isMedicalOfficer(by)) {
    return refuse('author-or-mo-strikes', { name: nameOf(struck.by) })
  }
  // Without its plan an end would count for nothing (PROC-1).
  if (chart.procedures.some((plan) => plan.seq === struck.seq && plan.end !== null)) {
    return refuse('strike-the-end-first', {})
  }
  const pending = pendingAt(chart, at)
  return pending?.step === 'read-back' && pending.actSeq === struck.seq
    ? refuse('finish-read-back', {})
    : null
}

/**
 * CHART-8: only when the infusion has ceased or never ran, nobody stands at the pump, and nothing holds heparin back
 * that another chart of the patient would not know of (BLEED-0, PROC-1).
 */
export function closeChart(ask: Ask<'closeChart'>): Refusal | null {
  const { chart, at } = ask
  const { status } = chart.infusion
  if (pendingAt(chart, at)?.step === 'read-back') return refuse('finish-read-back', {}, ['CHART-8'])
  // CHART-1: nobody can say that a pump which has to be read is off.
  const unconfirmed = unconfirmedRefusal(chart)
  if (unconfirmed) return unconfirmed
  if (status !== 'ceased' && status !== 'not-started')
    return refuse('close-after-cease', { status })
  return heldBackRefusal(ask)
}

function heldBackRefusal(ask: Ask<'closeChart'>): Refusal | null {
  const { chart, at } = ask
  const [suspension] = chart.suspensions
  if (suspension) {
    return refuse('close-after-clearing', { reason: suspension.reason, since: suspension.at })
  }
  const bar = procedureBar(chart, { stated: statedAt(ask), at })
  if (!bar) return null
  return refuse('close-after-procedure', {
    procedure: procedureName(bar.plan.procedure),
    earliest: bar.kind === 'too-early' ? bar.window.earliest : null,
  })
}
