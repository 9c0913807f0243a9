import type { Precaution, RiskAssessment } from '../chart/careFields.ts'
import type { Contraindication } from '../chart/fields.ts'

/** What asks for care and blocks nothing, in the order it is asked (CHART-4). */
export const PRECAUTION_WORDS: Readonly<Record<Precaution, string>> = {
  ulcer: 'Stomach or duodenal ulcer',
  'gut-drainage': 'Stomach or small bowel drained by a tube all the time',
  endocarditis: 'Subacute bacterial endocarditis',
  'severe-hypertension': 'Severe hypertension',
  'neuraxial-needle-or-catheter':
    'Spinal tap, spinal or epidural needle or catheter, now or just out',
  'major-surgery': 'Major surgery now or lately, above all brain, eye or spinal cord',
  'recent-brain-haemorrhage': 'Recent brain haemorrhage',
  'bleeding-disorder':
    'Bleeding disorder: haemophilia, thrombocytopenia, von Willebrand, platelets that work badly, some purpuras',
  haematuria: 'Visible blood in the urine',
  menstruation: 'Menstruation',
  'liver-disease': 'Liver disease with poor clotting',
  'renal-disease': 'Kidney disease',
  'dental-surgery': 'Dental surgery: less or no heparin beforehand may be wise',
}

const CONTRAINDICATION_WORDS: Readonly<Record<Contraindication, string>> = {
  hypersensitivity: 'hypersensitivity to heparin or pork',
  'hit-history': 'HIT in the past',
  'thrombocytopenia-or-untestable': 'severe thrombocytopenia, or clotting tests not to be had',
  'active-bleeding': 'bleeding that cannot be controlled',
}

/** `HIT in the past; bleeding that cannot be controlled` */
export function contraindicationsText(all: readonly Contraindication[]): string {
  return all.map((each) => CONTRAINDICATION_WORDS[each]).join('; ')
}

/** The precautions as they were ticked; `None` where all were answered no. */
export function precautionsText(all: readonly Precaution[]): string {
  return all.length === 0 ? 'None' : all.map((each) => PRECAUTION_WORDS[each]).join('; ')
}

/** `benefit outweighs risk; a comment` */
export function riskText({ benefitOutweighsRisk, comment }: RiskAssessment): string {
  const answer = benefitOutweighsRisk ? 'Benefit outweighs risk' : 'Risk outweighs benefit'
  return comment === undefined ? answer : `${answer}; ${comment}`
}
