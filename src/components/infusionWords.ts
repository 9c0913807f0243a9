import type { CeaseReason, Restriction, SuspensionReason } from '../chart/fields.ts'

const CEASE: Readonly<Record<CeaseReason, string>> = {
  'suspected-major-bleed': 'suspected major bleeding',
  'head-injury': 'head injury',
  'suspected-hit': 'suspected HIT',
  'allergic-reaction': 'allergic reaction',
  procedure: 'procedure',
  'treatment-complete': 'treatment complete',
  other: 'other reason',
}

/** Why it was ceased: `suspected major bleeding`. */
export function ceaseText(reason: CeaseReason): string {
  return CEASE[reason]
}

const SUSPENSIONS: Readonly<Record<SuspensionReason, string>> = {
  'suspected-major-bleed': CEASE['suspected-major-bleed'],
  'head-injury': CEASE['head-injury'],
  'suspected-hit': CEASE['suspected-hit'],
  'allergic-reaction': CEASE['allergic-reaction'],
  fall: 'fall not yet reviewed',
  'bleeding-at-hold': 'bleeding found during the stop',
}

/** Why a chart is suspended: `suspected major bleeding` (BLEED-0). */
export function suspensionText(reason: SuspensionReason): string {
  return SUSPENSIONS[reason]
}

const RESTRICTIONS: Readonly<Record<Restriction, string>> = {
  stroke: 'acute stroke',
  neurosurgical: 'neurosurgical patient',
  anticoagulated: 'already anticoagulated',
  'post-procedure': 'recent surgery, procedure or neuraxial needle',
}

/** The reasons for NO BOLUS: `acute stroke; already anticoagulated` (BOL-9). */
export function restrictionsText(restrictions: readonly Restriction[]): string {
  return restrictions.map((restriction) => RESTRICTIONS[restriction]).join('; ')
}
