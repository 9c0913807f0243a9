import type { Medicines } from '../../chart/careFields.ts'
import { keepsAntiplatelets } from '../../chart/medicines.ts'
import type { ProtocolId } from '../../protocols/protocol.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import type { Answer } from './prescribeDraft.ts'
import { NOW, readTime, type StatedTime } from './statedTime.ts'
import type { Fault } from './TimedAct.tsx'

/** An antiplatelet as it is being written. */
export interface AntiplateletDraft {
  readonly agent: string
  readonly plan: 'continue' | 'cease' | null
  readonly amo: string
}

/** An anticoagulant as it is being written. `kept`: the last dose as the chart has it, an instant. */
export interface AnticoagulantDraft {
  readonly agent: string
  readonly dose: string
  readonly lastDose: 'kept' | 'stated' | 'not-known' | null
  readonly kept: string | null
  readonly time: StatedTime
  readonly therapeutic: 'yes' | 'no' | 'unknown' | null
}

/** The medicines beside the heparin as they are being written. */
export interface MedicinesDraft {
  readonly hasAntiplatelets: Answer | null
  readonly antiplatelets: readonly AntiplateletDraft[]
  readonly hasAnticoagulants: Answer | null
  readonly anticoagulants: readonly AnticoagulantDraft[]
  /** With a semicolon between them. */
  readonly others: string
}

export const EMPTY_ANTIPLATELET: AntiplateletDraft = { agent: '', plan: null, amo: '' }
export const EMPTY_ANTICOAGULANT: AnticoagulantDraft = {
  agent: '',
  dose: '',
  lastDose: null,
  kept: null,
  time: { ...NOW, mode: 'stated' },
  therapeutic: null,
}

const UNANSWERED: MedicinesDraft = {
  hasAntiplatelets: null,
  antiplatelets: [EMPTY_ANTIPLATELET],
  hasAnticoagulants: null,
  anticoagulants: [EMPTY_ANTICOAGULANT],
  others: '',
}

/** The list on the chart as a draft, to be checked and changed; unanswered where there is none. */
export function medicinesDraftOf(medicines: Medicines | null): MedicinesDraft {
  if (medicines === null) return UNANSWERED
  const { antiplatelets, anticoagulants, others } = medicines
  return {
    hasAntiplatelets: antiplatelets.length > 0 ? 'yes' : 'no',
    antiplatelets:
      antiplatelets.length > 0
        ? antiplatelets.map(({ agent, plan, amo = '' }) => ({ agent, plan, amo }))
        : UNANSWERED.antiplatelets,
    hasAnticoagulants: anticoagulants.length > 0 ? 'yes' : 'no',
    anticoagulants:
      anticoagulants.length > 0
        ? anticoagulants.map(({ agent, dose, lastDoseAt, therapeutic }) => ({
            ...EMPTY_ANTICOAGULANT,
            agent,
            dose,
            therapeutic,
            kept: lastDoseAt,
            lastDose: lastDoseAt === null ? 'not-known' : 'kept',
          }))
        : UNANSWERED.anticoagulants,
    others: others.join('; '),
  }
}

/** The list as it is sent. */
export function medicinesOf(draft: MedicinesDraft, now: Instant, zone: TimeZone): Medicines {
  return {
    antiplatelets:
      draft.hasAntiplatelets === 'yes'
        ? draft.antiplatelets.flatMap(({ agent, plan, amo }) =>
            plan === null
              ? []
              : [
                  {
                    agent: agent.trim(),
                    plan,
                    ...(plan === 'cease' && amo.trim() !== '' ? { amo: amo.trim() } : {}),
                  },
                ],
          )
        : [],
    anticoagulants:
      draft.hasAnticoagulants === 'yes'
        ? draft.anticoagulants.flatMap((each) =>
            each.therapeutic === null
              ? []
              : [
                  {
                    agent: each.agent.trim(),
                    dose: each.dose.trim(),
                    lastDoseAt: lastDoseOf(each, now, zone),
                    therapeutic: each.therapeutic,
                  },
                ],
          )
        : [],
    others: draft.others
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  }
}

function lastDoseOf({ lastDose, kept, time }: AnticoagulantDraft, now: Instant, zone: TimeZone) {
  if (lastDose === 'kept') return kept
  const read = lastDose === 'stated' ? readTime(time, now, zone) : null
  return read?.kind === 'at' ? isoOf(read.at) : null
}

/** What the list still lacks, or null (CHART-6, BOL-3). `protocol`: the one it will go with. */
export function medicinesFault(
  draft: MedicinesDraft,
  {
    protocol,
    isAmo,
    now,
    zone,
  }: { protocol: ProtocolId | null; isAmo: boolean; now: Instant; zone: TimeZone },
): Fault | null {
  if (draft.hasAntiplatelets === null || draft.hasAnticoagulants === null) {
    return { reason: 'Not answered: other medicines.', rules: ['CHART-6', 'BOL-3'] }
  }
  const ceaseNeedsAmo = !isAmo && !keepsAntiplatelets(protocol)
  const antiplatelet =
    draft.hasAntiplatelets === 'yes'
      ? firstReason(draft.antiplatelets, (each) => antiplateletReason(each, ceaseNeedsAmo))
      : null
  if (antiplatelet !== null) return { reason: antiplatelet, rules: ['CHART-6'] }
  const anticoagulant =
    draft.hasAnticoagulants === 'yes'
      ? firstReason(draft.anticoagulants, (each) => anticoagulantReason(each, now, zone))
      : null
  return anticoagulant === null ? null : { reason: anticoagulant, rules: ['BOL-3'] }
}

function firstReason<T>(all: readonly T[], reasonOf: (each: T) => string | null): string | null {
  for (const each of all) {
    const reason = reasonOf(each)
    if (reason !== null) return reason
  }
  return null
}

function antiplateletReason(
  { agent, plan, amo }: AntiplateletDraft,
  ceaseNeedsAmo: boolean,
): string | null {
  if (agent.trim() === '') return 'Write which antiplatelet.'
  if (plan === null) return `Say whether ${agent.trim()} goes on.`
  return plan === 'cease' && ceaseNeedsAmo && amo.trim() === ''
    ? `Ceasing ${agent.trim()} is the AMO’s decision: write the AMO’s name.`
    : null
}

function anticoagulantReason(
  { agent, dose, lastDose, time, therapeutic }: AnticoagulantDraft,
  now: Instant,
  zone: TimeZone,
): string | null {
  if (agent.trim() === '') return 'Write which anticoagulant.'
  if (dose.trim() === '') return `Write the dose of ${agent.trim()}.`
  if (lastDose === null) return `Say when ${agent.trim()} was last given.`
  if (lastDose === 'stated' && readTime(time, now, zone).kind !== 'at') {
    return `Give the time of the last dose of ${agent.trim()}.`
  }
  return therapeutic === null ? `Say whether ${agent.trim()} is therapeutic.` : null
}
