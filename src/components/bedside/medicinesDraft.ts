import type { Medicines } from '../../chart/careFields.ts'
import { keepsAntiplatelets } from '../../chart/medicines.ts'
import type { ProtocolId } from '../../protocols/protocol.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import type { Answer } from './prescribeDraft.ts'
import { clockField, NOW, readTime, type StatedTime } from './statedTime.ts'

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

/** What is asked first, as its fields are labelled. */
export const MEDICINE_FIELDS = {
  antiplatelets: 'An antiplatelet, such as aspirin, clopidogrel, ticagrelor?',
  anticoagulants:
    'Another anticoagulant now or lately: low molecular weight heparin, warfarin, an oral one?',
} as const

/** What is asked of the antiplatelet at this place in the list, as its fields are labelled. */
export function antiplateletFields(at: number) {
  const agent = `Antiplatelet ${at + 1}`
  return {
    agent,
    plan: `${agent}: it is to`,
    amo: `${agent}: name of the AMO who decided`,
  } as const
}

/** What is asked of the anticoagulant at this place in the list, as its fields are labelled. */
export function anticoagulantFields(at: number) {
  const agent = `Anticoagulant ${at + 1}`
  return {
    agent,
    dose: `${agent}: dose`,
    lastDose: `${agent}: when was the last dose?`,
    time: `${agent}: last dose, 24-hour clock`,
    therapeutic: `${agent}: is it therapeutic now?`,
  } as const
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
    const { antiplatelets, anticoagulants } = MEDICINE_FIELDS
    const field = draft.hasAntiplatelets === null ? antiplatelets : anticoagulants
    return { reason: 'Not answered: other medicines.', rules: ['CHART-6', 'BOL-3'], field }
  }
  const ceaseNeedsAmo = !isAmo && !keepsAntiplatelets(protocol)
  const antiplatelet =
    draft.hasAntiplatelets === 'yes'
      ? firstOpen(draft.antiplatelets, (each, at) => antiplateletOpen(each, at, ceaseNeedsAmo))
      : null
  if (antiplatelet !== null) return { ...antiplatelet, rules: ['CHART-6'] }
  const anticoagulant =
    draft.hasAnticoagulants === 'yes'
      ? firstOpen(draft.anticoagulants, (each, at) => anticoagulantOpen(each, at, now, zone))
      : null
  return anticoagulant === null ? null : { ...anticoagulant, rules: ['BOL-3'] }
}

/** What one medicine still lacks, and where that is asked. */
type Open = Omit<Fault, 'rules'>

function firstOpen<T>(
  all: readonly T[],
  openOf: (each: T, at: number) => Open | null,
): Open | null {
  for (const [at, each] of all.entries()) {
    const open = openOf(each, at)
    if (open !== null) return open
  }
  return null
}

function antiplateletOpen(
  { agent, plan, amo }: AntiplateletDraft,
  at: number,
  ceaseNeedsAmo: boolean,
): Open | null {
  const fields = antiplateletFields(at)
  const name = agent.trim()
  if (name === '') return { reason: 'Write which antiplatelet.', field: fields.agent }
  if (plan === null) return { reason: `Say whether ${name} goes on.`, field: fields.plan }
  if (plan !== 'cease' || !ceaseNeedsAmo || amo.trim() !== '') return null
  const reason = `Ceasing ${name} is the AMO’s decision: write the AMO’s name.`
  return { reason, field: fields.amo }
}

function anticoagulantOpen(
  { agent, dose, lastDose, time, therapeutic }: AnticoagulantDraft,
  at: number,
  now: Instant,
  zone: TimeZone,
): Open | null {
  const fields = anticoagulantFields(at)
  const name = agent.trim()
  if (name === '') return { reason: 'Write which anticoagulant.', field: fields.agent }
  if (dose.trim() === '') return { reason: `Write the dose of ${name}.`, field: fields.dose }
  if (lastDose === null) {
    return { reason: `Say when ${name} was last given.`, field: fields.lastDose }
  }
  if (lastDose === 'stated' && readTime(time, now, zone).kind !== 'at') {
    const reason = `Give the time of the last dose of ${name}.`
    return { reason, field: clockField(fields.time) }
  }
  return therapeutic === null
    ? { reason: `Say whether ${name} is therapeutic.`, field: fields.therapeutic }
    : null
}
