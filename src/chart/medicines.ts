/** What other medicines mean for the heparin (CHART-6, BOL-3). */
import type { ProtocolId } from '../protocols/protocol.ts'
import { ANTIPLATELETS } from '../protocols/ward.ts'
import type { Medicines } from './careFields.ts'

type Anticoagulant = Medicines['anticoagulants'][number]
export type Antiplatelet = Medicines['antiplatelets'][number]

/** True for an anticoagulant that is therapeutic, or may be: unknown counts as yes (BOL-3). */
export function actsStill({ therapeutic }: Pick<Anticoagulant, 'therapeutic'>): boolean {
  return therapeutic !== 'no'
}

/** True where antiplatelets are not ceased: NSTEMI and STEMI (CHART-6). */
export function keepsAntiplatelets(protocol: ProtocolId | null): boolean {
  return protocol !== null && ANTIPLATELETS.notCeasedOn.includes(protocol)
}

/** The antiplatelets that a list ceases and the one before it did not: a decision recorded once is not asked again. */
export function newlyCeased(medicines: Medicines, before: Medicines | null): Antiplatelet[] {
  const ceased = (before?.antiplatelets ?? []).filter(({ plan }) => plan === 'cease')
  return medicines.antiplatelets.filter(
    ({ plan, agent }) => plan === 'cease' && !ceased.some((each) => isSameAgent(each.agent, agent)),
  )
}

function isSameAgent(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
