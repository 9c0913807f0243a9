import type { Entry, EntryOf } from '../chart/entries.ts'
import type { Deviation } from '../chart/fields.ts'

/** The deviation that an entry orders, or that its figure comes from: marked wherever that figure appears (DEV-1). */
export function deviationBehind(entry: Entry, entries: readonly Entry[]): Deviation | null {
  return deviationOf(entry) ?? deviationOf(orderOf(entry, entries)) ?? null
}

function deviationOf(entry: Entry | undefined): Deviation | undefined {
  return entry && 'deviation' in entry ? entry.deviation : undefined
}

/** The order that an act carries out; a start carries out the prescription before it. */
function orderOf(entry: Entry, entries: readonly Entry[]): Entry | undefined {
  if (entry.kind === 'infusionStarted') return prescriptionBefore(entry, entries)
  if (!('orderSeq' in entry)) return undefined
  return entries.find(({ seq }) => seq === entry.orderSeq)
}

function prescriptionBefore(
  { seq }: Entry,
  entries: readonly Entry[],
): EntryOf<'infusionPrescribed'> | undefined {
  return entries.findLast(
    (entry): entry is EntryOf<'infusionPrescribed'> =>
      entry.kind === 'infusionPrescribed' && entry.seq < seq,
  )
}
