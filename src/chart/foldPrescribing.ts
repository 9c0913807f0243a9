/** What surrounds a prescription does to the chart (CHART-2, CHART-3, CHART-6, BOL-3, DEV-1). */
import { instantOf } from '../time.ts'
import { type Draft, type Handlers, voidUnlessMatched } from './draft.ts'
import type { EntryOf } from './entries.ts'
import type { Deviation } from './fields.ts'
import { actsStill } from './medicines.ts'

export const prescribingHandlers = {
  allergiesRecorded(draft, entry) {
    draft.allergies = entry.allergies
  },
  amoChanged(draft, entry) {
    draft.amo = entry.amo
  },
  medicinesRecorded(draft, entry) {
    draft.medicines = entry.medicines
    barForAnticoagulant(draft, entry)
  },
  secondIndicationRecorded(draft, entry) {
    draft.secondIndication = entry.secondIndication
  },
  deviationEnded(draft, entry) {
    if (draft.deviation?.seq === entry.deviationSeq) draft.deviation = null
    const act = draft.pending?.entry
    if (act && 'orderSeq' in act && act.orderSeq === entry.deviationSeq) voidUnlessMatched(draft)
  },
  deviationExplained(draft, entry) {
    if (!entry.copiedToRecord) return
    draft.unexplained = draft.unexplained.filter(({ seq }) => seq !== entry.deviationSeq)
  },
} satisfies Handlers

/** BOL-3: an anticoagulant found after the prescription bars the bolus; what was ordered before it is not given. */
function barForAnticoagulant(draft: Draft, { seq, medicines }: EntryOf<'medicinesRecorded'>): void {
  if (draft.prescription === null || draft.restrictions.includes('anticoagulated')) return
  if (!medicines.anticoagulants.some(actsStill)) return
  draft.restrictions = [...draft.restrictions, 'anticoagulated']
  draft.anticoagulatedBy = seq
  if (draft.pending?.entry.kind === 'bolusGiven') voidUnlessMatched(draft)
}

/** What a prescription says of other medicines and of a second indication replaces what was said before. */
export function prescribedAround(draft: Draft, entry: EntryOf<'infusionPrescribed'>): void {
  const { medicines, secondIndication } = entry
  if (medicines !== undefined) draft.medicines = medicines
  if (secondIndication !== undefined) draft.secondIndication = secondIndication
  draft.anticoagulatedBy = null
}

/**
 * A deviation is in force from its entry on and waits to be explained; without one, an earlier one has ended. Results
 * that stand on the chart when a lasting one begins are left to its instructions, also after it has ended (DEV-1).
 */
export function deviate(draft: Draft, entry: EntryOf<'infusionPrescribed' | 'rateOrdered'>): void {
  const { deviation, seq } = entry
  const at = instantOf(entry.happenedAt)
  draft.deviation = deviation && isLasting(deviation) ? { seq, at, deviation } : null
  if (deviation) draft.unexplained.push({ seq, at })
  if (!draft.deviation) return
  draft.results = draft.results.map((result) => ({ ...result, underDeviation: true }))
}

function isLasting({ until }: Deviation): boolean {
  return until !== undefined
}

/** DEV-1: one "until the next result" ends with a result that the laboratory could give. */
export function endAtResult(draft: Draft): void {
  if (draft.deviation?.deviation.until === 'next-result') draft.deviation = null
}
