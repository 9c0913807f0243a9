import type { SecondIndication } from '../../chart/careFields.ts'
import type { ProtocolId } from '../../protocols/protocol.ts'
import type { Fault } from '../ui/FaultContext.ts'
import type { Answer } from './prescribeDraft.ts'
import { emptyFault } from './TimedAct.tsx'

/** A second indication as it is being written (CHART-3). */
export interface SecondIndicationDraft {
  readonly has: Answer | null
  readonly indication: string
  readonly amo: string
  readonly protocol: ProtocolId | null
  readonly rationale: string
}

/** What the form asks, as its fields are labelled. */
export const SECOND_FIELDS = {
  indication: 'Second indication',
  amo: 'Name of the AMO who chose the protocol for both',
  protocol: 'The AMO chose',
  rationale: 'Why this protocol?',
} as const

/** What the chart says of a second indication, to be checked and changed; unanswered where it says nothing. */
export function secondIndicationDraftOf(second: SecondIndication | null): SecondIndicationDraft {
  if (second) return { has: 'yes', ...second }
  return { has: null, indication: '', amo: '', protocol: null, rationale: '' }
}

/** The second indication as it is sent. @throws Error for a draft that `secondIndicationFault` would have named */
export function secondIndicationOf(draft: SecondIndicationDraft): SecondIndication {
  const { indication, amo, protocol, rationale } = draft
  if (protocol === null) throw new Error('no protocol is chosen')
  return {
    indication: indication.trim(),
    amo: amo.trim(),
    protocol,
    rationale: rationale.trim(),
  }
}

/** What a second indication still lacks, or null. */
export function secondIndicationFault(draft: SecondIndicationDraft): Fault | null {
  const rules = ['CHART-3']
  const { indication, amo, protocol, rationale } = SECOND_FIELDS
  return (
    emptyFault(draft.indication, {
      reason: 'Write the second indication.',
      rules,
      field: indication,
    }) ??
    emptyFault(draft.amo, {
      reason: 'Name the AMO who chose the protocol for both indications.',
      rules,
      field: amo,
    }) ??
    (draft.protocol === null
      ? { reason: 'Say which protocol the AMO chose.', rules, field: protocol }
      : null) ??
    emptyFault(draft.rationale, {
      reason: 'Write why the AMO chose it.',
      rules,
      field: rationale,
    })
  )
}
