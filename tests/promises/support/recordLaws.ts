import { type Entry, pendingKinds } from '../../../src/chart/entries.ts'
import { actsWithoutTwoSigners } from '../../server/support/chartLaws.ts'

const acts: ReadonlySet<string> = new Set(pendingKinds)
const VOIDS: ReadonlySet<string> = new Set(['infusionStopped', 'infusionCeased', 'withdrawn'])

/** What a chart's entries break of the laws that no race may break; empty when they keep them all. */
export function brokenLaws(entries: readonly Entry[]): string[] {
  return [...placesBroken(entries), ...idsBroken(entries), ...actsBroken(entries)]
}

function placesBroken(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry, index) => {
    const versionBefore = entries[index - 1]?.version ?? 0
    const step = entry.version - versionBefore
    return [
      ...(entry.seq === index + 1 ? [] : [`entry ${index + 1} has the place ${entry.seq}`]),
      ...(step === 0 || step === 1 ? [] : [`the version goes from ${versionBefore} by ${step}`]),
    ]
  })
}

function idsBroken(entries: readonly Entry[]): string[] {
  const ids = entries.map(({ commandId }) => commandId)
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `the command ${id} made two entries`)
}

/** One act waits at a time (SIGN-9), and no person signs an act twice (SIGN-3). */
function actsBroken(entries: readonly Entry[]): string[] {
  let pending: number | null = null
  return entries.flatMap((entry) => {
    const before = pending
    pending = pendingAfter(entry, before)
    if (acts.has(entry.kind) && before !== null) return [`${entry.seq} came while ${before} waited`]
    if (entry.kind !== 'countersigned') return []
    const first = entries.find(({ seq }) => seq === entry.actSeq)?.by?.userId
    return first === entry.by?.userId ? [`act ${entry.actSeq} has one person twice`] : []
  })
}

function pendingAfter(entry: Entry, before: number | null): number | null {
  if (acts.has(entry.kind)) return entry.seq
  if (VOIDS.has(entry.kind)) return null
  return entry.kind === 'countersigned' && entry.actSeq === before ? null : before
}

/** The acts that two different people have not both signed, but one that a stop made void. */
export function unsignedActs(entries: readonly Entry[]): string[] {
  const last = entries.findLast(({ kind }) => acts.has(kind))
  const others = entries.filter(({ seq, kind }) => seq !== last?.seq && kind !== 'infusionCeased')
  return actsWithoutTwoSigners({ entries: others, pending: null })
}
