import type { Entry } from '../chart/entries.ts'
import type { TimeZone } from '../time.ts'
import { allergiesText, medicineLines, secondIndicationText } from './prescribingWords.ts'

type Kinds =
  | 'allergiesRecorded'
  | 'amoChanged'
  | 'medicinesRecorded'
  | 'secondIndicationRecorded'
  | 'deviationEnded'
  | 'deviationExplained'

/** What the entries around a prescription say (CHART-2, CHART-3, CHART-6, DEV-1). */
export const prescribingTexts: {
  [K in Kinds]: (entry: Extract<Entry, { kind: K }>, zone: TimeZone) => string
} = {
  allergiesRecorded: ({ allergies }) => allergiesText(allergies),
  amoChanged: ({ amo }) => amo,
  medicinesRecorded: ({ medicines }, zone) => medicineLines(medicines, zone).join('; '),
  secondIndicationRecorded: ({ secondIndication }) => secondIndicationText(secondIndication),
  deviationEnded: ({ reason, amo }) => (amo === undefined ? reason : `${reason}; for ${amo} (AMO)`),
  deviationExplained: ({ to, copiedToRecord }) =>
    `To ${to}; ${copiedToRecord ? 'copied' : 'not yet copied'} to the health care record`,
}
