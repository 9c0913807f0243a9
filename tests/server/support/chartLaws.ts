import type { Chart, Result } from '../../../src/chart/chart.ts'
import { type Entry, type EntryKind, pendingKinds } from '../../../src/chart/entries.ts'
import type { ProtocolId } from '../../../src/protocols/protocol.ts'

const doseActs: ReadonlySet<EntryKind> = new Set([
  ...pendingKinds,
  'rateKept',
  'infusionStopped',
  'infusionCeased',
])

/** The dose acts of a chart that two different people have not both signed; the one that still waits is left out. */
export function actsWithoutTwoSigners({ entries, pending }: Pick<Chart, 'entries' | 'pending'>) {
  return entries
    .filter(({ kind, seq }) => doseActs.has(kind) && seq !== pending?.actSeq)
    .filter((act) => !entries.some((entry) => isSecondOf(act, entry)))
    .map(({ kind, seq }) => `${kind} ${seq}`)
}

function isSecondOf(act: Entry, entry: Entry): boolean {
  return (
    entry.kind === 'countersigned' && entry.actSeq === act.seq && entry.by.userId !== act.by?.userId
  )
}

const BASELINE = [20, 40] as const
/** From 10 s below the lowest boundary of each table to 30 s above its stop. */
const onTherapy: Record<ProtocolId, readonly [number, number]> = {
  nstemi: [35, 135],
  stemi: [35, 135],
  vte: [30, 135],
  stroke: [30, 110],
}

/** The results of a chart that no patient on its protocol would plausibly have. */
export function implausibleResults({ results, infusion, prescription }: Chart): string[] {
  const started = infusion.firstStartedAt
  const protocol = prescription?.entry.protocol
  return results
    .filter((result) => {
      const isBaseline = started === null || result.collectedAt <= started
      const [from, to] = isBaseline || !protocol ? BASELINE : onTherapy[protocol]
      return !isWithin(result, from, to)
    })
    .map(({ text }) => text)
}

function isWithin({ parsed }: Result, from: number, to: number): boolean {
  return parsed.kind === 'value' && parsed.seconds >= from && parsed.seconds <= to
}

/** What was prescribed on a chart, in one line. */
export function prescribed({ patient, weight, prescription, restrictions }: Chart): string {
  const order = prescription?.entry
  const bolus = order?.bolusUnits
    ? `${order.bolusUnits} units`
    : `no bolus (${restrictions.join()})`
  return `${patient.surname}: ${order?.protocol}, ${weight?.kg} kg, ${bolus}, ${order?.rateMlPerHour} mL/hr`
}
