/**
 * The limit for a replay: one mutable object, one switch, for the kinds of entries in `longCourse` and nothing else. It
 * reads the same instants and texts and keeps what the product keeps of these entries; it knows no strike-outs, no
 * versions of results, no rule that these entries do not meet.
 */
import type { Entry, EntryOf } from '../../src/chart/entries.ts'
import { parseAptt } from '../../src/nomogram/parseAptt.ts'
import { instantOf } from '../../src/time.ts'

export interface ByHand {
  seq: number
  version: number
  entries: Entry[]
  patient: object
  weight: { kg: number; at: number } | null
  prescription: { seq: number; at: number; protocol: string } | null
  rateMlPerHour: number | null
  since: number | null
  pending: { actSeq: number; entry: Entry; recordedAt: number; matched: object | null } | null
  bags: { seq: number; at: number; units: number }[]
  bloods: { seq: number; collectedAt: number; entry: Entry }[]
  boluses: { seq: number; units: number; givenBy: number | null }[]
  events: { kind: string; seq: number; actSeq: number; at: number; rateMlPerHour: number | null }[]
  owed: { actSeq: number; at: number; by: object | null; resultSeq: number }[]
  collections: { seq: number; at: number; site: string; accession: string | null }[]
  results: ResultByHand[]
}

interface ResultByHand {
  seq: number
  text: string
  parsed: object
  collectedAt: number
  resultedAt: number
  recordedAt: number
  site: string
  accession: string | null
  collectionSeq: number | null
  storedAdvice: object | null
  decidedBy: number | null
}

/** A chart as it is opened. @throws TypeError for another entry */
export function openedByHand(first: Entry | undefined): ByHand {
  if (first?.kind !== 'chartOpened') throw new TypeError('opened by another entry')
  const { seq, version, patient } = first
  return {
    seq,
    version,
    entries: [first],
    patient,
    weight: null,
    prescription: null,
    rateMlPerHour: null,
    since: null,
    pending: null,
    bags: [],
    bloods: [],
    boluses: [],
    events: [],
    owed: [],
    collections: [],
    results: [],
  }
}

/** The chart of these entries. */
export function foldByHand(entries: readonly Entry[]): ByHand {
  const state = openedByHand(entries[0])
  for (let index = 1; index < entries.length; index += 1) {
    const entry = entries[index]
    if (entry) stepByHand(state, entry)
  }
  return state
}

/** One more entry, put into the chart itself. */
export function stepByHand(state: ByHand, entry: Entry): void {
  state.seq = entry.seq
  state.version = entry.version
  state.entries.push(entry)
  switch (entry.kind) {
    case 'weightRecorded':
      state.weight = { kg: entry.kg, at: instantOf(entry.happenedAt) }
      break
    case 'bloodsResulted':
      state.bloods.push({ seq: entry.seq, collectedAt: instantOf(entry.collectedAt), entry })
      break
    case 'infusionPrescribed':
      prescribed(state, entry)
      break
    case 'bolusGiven':
    case 'infusionStarted':
    case 'rateChanged':
      state.pending = {
        actSeq: entry.seq,
        entry,
        recordedAt: instantOf(entry.recordedAt),
        matched: null,
      }
      break
    case 'secondCheckMatched':
      if (state.pending?.actSeq === entry.actSeq) {
        state.pending.matched = { by: entry.by, at: instantOf(entry.happenedAt) }
      }
      break
    case 'countersigned':
      countersigned(state, entry)
      break
    case 'apttCollected':
      state.collections.push({
        seq: entry.seq,
        at: instantOf(entry.happenedAt),
        site: entry.site,
        accession: entry.accession ?? null,
      })
      break
    case 'apttResulted':
      resulted(state, entry)
      break
    case 'rateKept':
      decided(state, entry.resultSeq, entry.seq)
      state.owed.push({
        actSeq: entry.seq,
        at: instantOf(entry.happenedAt),
        by: entry.by,
        resultSeq: entry.resultSeq,
      })
      break
    default:
      throw new TypeError(`no ${entry.kind} by hand`)
  }
}

function prescribed(state: ByHand, entry: EntryOf<'infusionPrescribed'>): void {
  const { seq, protocol, bolusUnits, happenedAt } = entry
  state.prescription = { seq, at: instantOf(happenedAt), protocol }
  if (bolusUnits !== null) state.boluses.push({ seq, units: bolusUnits, givenBy: null })
}

function countersigned(state: ByHand, entry: EntryOf<'countersigned'>): void {
  const { pending, events } = state
  if (pending?.actSeq !== entry.actSeq) {
    const index = state.owed.findIndex(({ actSeq }) => actSeq === entry.actSeq)
    if (index >= 0) state.owed.splice(index, 1)
    return
  }
  state.pending = null
  const at = instantOf(entry.happenedAt)
  const act = pending.entry
  const event = { seq: entry.seq, actSeq: act.seq, at }
  if (act.kind === 'bolusGiven') {
    const order = state.boluses.find(({ seq }) => seq === act.orderSeq)
    if (order) order.givenBy = act.seq
    events.push({ kind: 'bolus', ...event, rateMlPerHour: state.rateMlPerHour })
  } else if (act.kind === 'infusionStarted') {
    state.bags.push({ seq: act.seq, at, units: act.bag.units })
    runs(state, at, act.rateMlPerHour)
    events.push({ kind: 'start', ...event, rateMlPerHour: act.rateMlPerHour })
  } else if (act.kind === 'rateChanged') {
    runs(state, at, act.newRateMlPerHour)
    events.push({ kind: 'rate-change', ...event, rateMlPerHour: act.newRateMlPerHour })
    decided(state, act.resultSeq, act.seq)
  }
}

function runs(state: ByHand, at: number, rateMlPerHour: number): void {
  state.rateMlPerHour = rateMlPerHour
  state.since = at
}

function decided(state: ByHand, resultSeq: number | undefined, actSeq: number): void {
  const result = state.results.findLast(({ seq }) => seq === resultSeq)
  if (result) result.decidedBy = actSeq
}

function resulted(state: ByHand, entry: EntryOf<'apttResulted'>): void {
  const sample = sampleOf(state, entry.sample)
  const parsed = parseAptt(entry.text)
  if (!sample || parsed.kind === 'refused') return
  state.results.push({
    seq: entry.seq,
    text: entry.text,
    parsed,
    collectedAt: sample.collectedAt,
    site: sample.site,
    accession: sample.accession,
    collectionSeq: sample.collectionSeq,
    resultedAt: instantOf(entry.happenedAt),
    recordedAt: instantOf(entry.recordedAt),
    storedAdvice: entry.advice,
    decidedBy: null,
  })
}

function sampleOf({ collections }: ByHand, sample: EntryOf<'apttResulted'>['sample']) {
  if (!('collectionSeq' in sample)) {
    const { collectedAt, site, accession = null } = sample
    return { collectedAt: instantOf(collectedAt), site, accession, collectionSeq: null }
  }
  const tube = collections.findLast(({ seq }) => seq === sample.collectionSeq)
  return (
    tube && {
      collectedAt: tube.at,
      site: tube.site,
      accession: tube.accession,
      collectionSeq: tube.seq,
    }
  )
}
