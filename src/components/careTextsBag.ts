import type { Entry } from '../chart/entries.ts'
import type { Confirmed } from '../chart/fields.ts'
import { rateText } from '../wording.ts'
import { batchText, labelText } from './bagWords.ts'
import { bolusText } from './bedside/bolusWords.ts'

const CONFIRMED: Readonly<Record<Confirmed, string>> = {
  identity: 'name, date of birth and MRN',
  bag: 'bag label',
  access: 'own access and volumetric pump',
  ampoule: 'ampoules',
  flush: 'own access, flush before and after',
}

/** What was confirmed at the bedside (CHART-2, BOL-7); empty where nothing is on record. */
function confirmedText({ confirmed }: { confirmed?: readonly Confirmed[] | undefined }): string {
  if (confirmed === undefined || confirmed.length === 0) return ''
  return `. Confirmed: ${confirmed.map((key) => CONFIRMED[key]).join('; ')}`
}

type Runs = 'infusionRestarted' | 'infusionResumed' | 'infusionRecommenced'
type Kinds = Runs | 'infusionStarted' | 'bagHung' | 'bolusWithheld' | 'bolusGiven'

const runs = (entry: { rateMlPerHour: number; confirmed?: readonly Confirmed[] | undefined }) =>
  `${rateText(entry.rateMlPerHour)}${confirmedText(entry)}`

/** What the entries of bags, boluses and of each way on say, with what was confirmed (CHART-9, BOL-7). */
export const bagTexts: { [K in Kinds]: (entry: Extract<Entry, { kind: K }>) => string } = {
  bagHung: (entry) => `${labelText(entry)}, ${batchText(entry)}`,
  bolusWithheld: ({ orderSeq, reason }) =>
    `Not given: withheld, order of entry ${orderSeq}: ${reason}`,
  bolusGiven: (entry) => `${bolusText(entry.units)}${confirmedText(entry)}`,
  infusionStarted: (entry) =>
    `${rateText(entry.rateMlPerHour)}. Bag: ${labelText(entry.bag)}, ${batchText(entry.bagLabel ?? {})}${confirmedText(entry)}`,
  infusionRestarted: runs,
  infusionResumed: runs,
  infusionRecommenced: runs,
}
