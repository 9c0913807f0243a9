/** What is signed of each part of a prescription, in words, once the part is answered; null while something is open. */
import { precautions, risksConsidered } from '../../chart/careFields.ts'
import { protocolFor } from '../../protocols/register.ts'
import { PRECAUTION_WORDS } from '../precautionWords.ts'
import type { MedicinesDraft } from './medicinesDraft.ts'
import { CONTRAINDICATION_ORDER, CONTRAINDICATIONS, type PrescribeDraft } from './prescribeDraft.ts'
import { RESTRICTION_ORDER, RESTRICTION_WORDS } from './restrictionWords.ts'
import { RISK_WORDS } from './riskWords.ts'
import type { SecondIndicationDraft } from './secondIndicationDraft.ts'

/** Indication and protocol; thrombolysis stays open, it has a time. */
export function indicationAnswer({ indication, protocol }: PrescribeDraft): string | null {
  if (indication.trim() === '' || protocol === null || protocol === 'stemi') return null
  return `${indication.trim()}. Protocol ${protocolFor(protocol).label}`
}

export function secondAnswer({ has }: SecondIndicationDraft): string | null {
  return has === 'no' ? 'None' : null
}

/** Folds only where none holds: a yes stays in sight. */
export function contraindicationAnswer({ contraindications }: PrescribeDraft): string | null {
  const isClear = CONTRAINDICATION_ORDER.every((each) => contraindications[each] === 'no')
  return isClear ? noneOf(CONTRAINDICATION_ORDER.map((each) => CONTRAINDICATIONS[each])) : null
}

/** Folds only where none bars the bolus: a yes stays in sight. */
export function restrictionAnswer({ restrictions }: PrescribeDraft): string | null {
  const isClear = RESTRICTION_ORDER.every((each) => restrictions[each] === 'no')
  return isClear ? noneOf(RESTRICTION_ORDER.map((each) => RESTRICTION_WORDS[each].question)) : null
}

export function precautionAnswer({ hasPrecautions, precautions: ticked }: PrescribeDraft) {
  if (hasPrecautions === 'no') return noneOf(precautions.map((each) => PRECAUTION_WORDS[each]))
  if (hasPrecautions === null || ticked.length === 0) return null
  return ticked.map((each) => PRECAUTION_WORDS[each]).join('; ')
}

export function medicinesAnswer(draft: MedicinesDraft): string | null {
  if (draft.hasAntiplatelets !== 'no' || draft.hasAnticoagulants !== 'no') return null
  const others = draft.others.trim()
  return `No antiplatelet, no other anticoagulant${others === '' ? '' : `. Others: ${others}`}`
}

export function riskAnswer({ risks, benefit, riskComment }: PrescribeDraft): string | null {
  if (benefit !== 'yes' || risks.length < risksConsidered.length) return null
  const considered = risks.map((each) => RISK_WORDS[each].toLowerCase()).join(', ')
  const comment = riskComment.trim()
  return `Considered: ${considered}. The benefit clearly outweighs the risk${comment === '' ? '' : `. ${comment}`}`
}

function noneOf(questions: readonly string[]): string {
  return `No to all ${questions.length}: ${questions.map((each) => each.replace(/\?$/, '')).join('; ')}`
}
