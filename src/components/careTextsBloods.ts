import { BLOOD_VALUES } from '../chart/bloodValueUnits.ts'
import type { EntryOf } from '../chart/entries.ts'
import { instantOf, type TimeZone } from '../time.ts'
import { clockText, numberText } from '../wording.ts'
import { TEST_NAMES } from './bloodWords.ts'

const NBSP = '\u00a0'
const NAMES = Object.keys(BLOOD_VALUES) as (keyof typeof BLOOD_VALUES)[]
const HAEMATOLOGY = {
  'haematology-consultant': 'haematology consultant',
  'haematology-registrar': 'haematology registrar',
} as const

/** The values of blood results, each as the laboratory gave it: `Platelets 240 ×10⁹/L`. */
export function bloodValuesText(entry: EntryOf<'bloodsResulted'>): string {
  const values = NAMES.flatMap((name) => {
    const value = entry[name]
    const { what, unit } = BLOOD_VALUES[name]
    if (value === undefined) return []
    return [`${what} ${numberText(value)}${unit === '' ? '' : `${NBSP}${unit}`}`]
  })
  const liver = entry.liverFunction === undefined ? [] : [`Liver function: ${entry.liverFunction}`]
  return [...values, ...liver].join('; ')
}

function listed(tests: EntryOf<'bloodsOrdered'>['tests']): string {
  return tests.map((test) => TEST_NAMES[test]).join('; ')
}

/** The words of bloods and of the platelet alert. */
export const bloodsTexts = {
  bloodsOrdered: ({ tests }: EntryOf<'bloodsOrdered'>) => listed(tests),
  bloodsResulted: (entry: EntryOf<'bloodsResulted'>, zone: TimeZone) =>
    `Collected at ${clockText(instantOf(entry.collectedAt), zone)}: ${bloodValuesText(entry)}`,
  bloodsReviewed: ({ bloodsSeqs, goesOnWithout = [], comment }: EntryOf<'bloodsReviewed'>) =>
    [
      ...(bloodsSeqs.length > 0 ? [`Entries ${bloodsSeqs.join(', ')}`] : []),
      ...(goesOnWithout.length > 0 ? [`Goes on without: ${listed(goesOnWithout)}`] : []),
      ...(comment === undefined ? [] : [comment]),
    ].join('. '),
  plateletAlertAnswered: (
    { consulted, fourTs, plan }: EntryOf<'plateletAlertAnswered'>,
    zone: TimeZone,
  ) =>
    [
      `${consulted.name} (${HAEMATOLOGY[consulted.role]}) at ${clockText(instantOf(consulted.at), zone)}`,
      ...(fourTs === undefined ? [] : [`4Ts total ${fourTsTotal(fourTs)} of 8`]),
      plan,
    ].join('; '),
}

/** The sum of the four answers (HIT-1). */
export function fourTsTotal(
  score: NonNullable<EntryOf<'plateletAlertAnswered'>['fourTs']>,
): number {
  return score.thrombocytopenia + score.timing + score.thrombosis + score.otherCauses
}
