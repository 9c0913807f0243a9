import type { EntryOf } from '../chart/entries.ts'
import { instantOf, type TimeZone } from '../time.ts'
import { clockText } from '../wording.ts'

const CONCERNS: Readonly<Record<EntryOf<'pharmacistReviewed'>['concern'], string>> = {
  none: 'no concern',
  advice: 'advice',
  urgent: 'urgent',
}

/** How pressing a pharmacist found it. */
export function pharmacistConcernText(concern: EntryOf<'pharmacistReviewed'>['concern']): string {
  return CONCERNS[concern]
}

/** The words of reviews and of the MO told. */
export const reviewTexts = {
  infusionReviewed: ({
    effect,
    bleeding,
    clots,
    orderStands,
    comment,
  }: EntryOf<'infusionReviewed'>) =>
    [
      `Effect: ${effect}`,
      bleeding === 'seen' ? 'bleeding or bruising seen' : 'no bleeding or bruising',
      clots === 'none' ? 'no new or growing clot' : 'a clot new or growing',
      orderStands ? 'the order stands' : 'THE ORDER DOES NOT STAND',
      ...(comment === undefined ? [] : [comment]),
    ].join('; '),
  pharmacistReviewed: ({ concern, text }: EntryOf<'pharmacistReviewed'>) =>
    `${capital(CONCERNS[concern])}: ${text}`,
  moToldNamed: ({ moTold }: EntryOf<'moToldNamed'>, zone: TimeZone) =>
    `${moTold.name}, told at ${clockText(instantOf(moTold.at), zone)}`,
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
