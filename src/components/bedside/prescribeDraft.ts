import type { Precaution, RiskConsidered } from '../../chart/careFields.ts'
import type { Contraindication, Restriction } from '../../chart/fields.ts'
import type { ProtocolId } from '../../protocols/protocol.ts'
import { type DeviationDraft, NO_DEVIATION } from './DeviationFields.tsx'
import type { MedicinesDraft } from './medicinesDraft.ts'
import type { NameDrafts } from './NamesField.tsx'
import type { SecondIndicationDraft } from './secondIndicationDraft.ts'
import { NOW, type StatedTime } from './statedTime.ts'

export type Answer = 'yes' | 'no'

/** A prescription as it is being written. */
export interface PrescribeDraft {
  readonly indication: string
  readonly protocol: ProtocolId | null
  /** Null: as the chart has it. */
  readonly second: SecondIndicationDraft | null
  readonly hasPrecautions: Answer | null
  readonly precautions: readonly Precaution[]
  /** Null: as the chart has them. */
  readonly medicines: MedicinesDraft | null
  readonly risks: readonly RiskConsidered[]
  readonly benefit: Answer | null
  readonly riskComment: string
  readonly contraindications: Readonly<Partial<Record<Contraindication, Answer>>>
  readonly restrictions: Readonly<Partial<Record<Restriction, Answer>>>
  readonly names: NameDrafts
  readonly agent: string
  readonly agentTime: StatedTime
  readonly bolus: 'accept' | 'change' | 'omit'
  readonly bolusText: string
  readonly rate: 'accept' | 'change'
  readonly rateText: string
  readonly rateAgain: string
  readonly reason: string
  readonly deviation: DeviationDraft
}

/** What the form asks and can be refused for, as its fields are labelled. */
export const PRESCRIBE_FIELDS = {
  indication: 'Indication',
  protocol: 'Protocol',
  agentTime: 'When was it given? 24-hour clock',
  precautions: 'Does any of them hold for this patient? (CHART-4)',
  bolus: 'Bolus, units',
  rate: 'Pump rate, mL/hr',
  reason:
    'Reason, where a figure is lowered or left out, guidance was not sought, or no platelet count is known',
} as const

export const EMPTY_PRESCRIPTION: PrescribeDraft = {
  indication: '',
  protocol: null,
  second: null,
  hasPrecautions: null,
  precautions: [],
  medicines: null,
  risks: [],
  benefit: null,
  riskComment: '',
  contraindications: {},
  restrictions: {},
  names: {},
  agent: '',
  agentTime: { ...NOW, mode: 'stated' },
  bolus: 'accept',
  bolusText: '',
  rate: 'accept',
  rateText: '',
  rateAgain: '',
  reason: '',
  deviation: NO_DEVIATION,
}

/** CHART-4, in the order they are asked. */
export const CONTRAINDICATIONS: Readonly<Record<Contraindication, string>> = {
  hypersensitivity: 'Hypersensitivity to heparin or pork?',
  'hit-history': 'HIT in the past?',
  'thrombocytopenia-or-untestable':
    'Severe thrombocytopenia, or clotting tests not to be had when needed?',
  'active-bleeding': 'Bleeding that cannot be controlled (unless DIC is its cause)?',
}
export const CONTRAINDICATION_ORDER: readonly Contraindication[] = [
  'hypersensitivity',
  'hit-history',
  'thrombocytopenia-or-untestable',
  'active-bleeding',
]

/** What every part of the form is given. */
export interface PrescribePart {
  readonly draft: PrescribeDraft
  readonly set: (change: Partial<PrescribeDraft>) => void
}
