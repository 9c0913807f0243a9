import { precautions, protocolId, risksConsidered } from '../../chart/careFields.ts'
import { type DraftShapes, eachLike, like, listOf, orNull } from './draftShape.ts'
import { medicinesDraftOf } from './medicinesDraft.ts'
import { EMPTY_NAME } from './NamesField.tsx'
import type { PrescribeDraft } from './prescribeDraft.ts'
import { secondIndicationDraftOf } from './secondIndicationDraft.ts'

/** What may stand in the fields of a prescription that begin empty. */
export const PRESCRIPTION_SHAPES: DraftShapes<PrescribeDraft> = {
  protocol: orNull(protocolId),
  second: like(secondIndicationDraftOf(null)),
  precautions: listOf(precautions),
  medicines: like(medicinesDraftOf(null)),
  risks: listOf(risksConsidered),
  names: eachLike(EMPTY_NAME),
}
