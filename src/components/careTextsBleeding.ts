import type { BleedingSite, Guideline } from '../chart/careFields.ts'
import type { Entry, EntryOf } from '../chart/entries.ts'
import type { TimeZone } from '../time.ts'
import { instantOf } from '../time.ts'
import { clockText } from '../wording.ts'

/** Where bleeding is looked for and found, in words (OBS-1). */
export const SITE_NAMES: Readonly<Record<BleedingSite, string>> = {
  cannula: 'Cannula',
  drain: 'Drain',
  wound: 'Wound',
  'surgical-site': 'Surgical site',
  bruises: 'Bruises',
  nose: 'Nose',
  gums: 'Gums',
  'urine-dipstick': 'Urine, on dipstick',
  other: 'Elsewhere',
}

const BLEEDING = {
  'none-seen': 'No bleeding seen',
  minor: 'Minor bleeding',
  'major-suspected': 'Major bleeding suspected',
}
const CLOTS = { 'none-seen': 'no new clots', 'new-or-growing': 'new or growing clots' }
const HEAD = {
  evidence: 'signs of a head injury',
  'none-seen': 'no sign of a head injury',
  'not-known': 'head injury not ruled out',
}
const EVENTS = {
  'allergic-reaction': 'Allergic reaction',
  'suspected-hit': 'Suspected HIT',
  other: 'Unexpected',
}

function sentence(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('. ')
}

const GUIDELINES: Readonly<Record<Guideline, string>> = {
  'minor-bleed': 'Minor bleeding',
  'major-bleed': 'Suspected major bleeding',
  fall: 'Fall',
  'head-injury': 'Head injury',
  hit: 'Suspected HIT',
  'allergic-reaction': 'Allergic reaction',
  'adverse-event': 'Adverse event',
  procedure: 'Procedure',
}

/** What the entries about bleeding, falls and adverse events say. */
export const bleedingTexts = {
  observationRecorded({ bleeding, sites, clots, text }: EntryOf<'observationRecorded'>): string {
    const where = sites.map((site) => SITE_NAMES[site].toLowerCase()).join(', ')
    const found = where === '' ? BLEEDING[bleeding] : `${BLEEDING[bleeding]} (${where})`
    return sentence([`${found}; ${clots ? CLOTS[clots] : 'clots not looked for'}`, text])
  },
  fallRecorded({ witnessed, headInjury, text }: EntryOf<'fallRecorded'>): string {
    return sentence([`${witnessed ? 'Seen' : 'Unseen'}, ${HEAD[headInjury]}`, text])
  },
  adverseEventRecorded: ({ event, text }: EntryOf<'adverseEventRecorded'>): string =>
    `${EVENTS[event]}: ${text}`,
  eventReviewed({ isAdverseEvent, finding, plan }: EntryOf<'eventReviewed'>): string {
    const verdict = isAdverseEvent === false ? 'No adverse event of heparin' : undefined
    return sentence([verdict, finding, plan])
  },
  stepTicked(
    { guideline, step, name, spokenAt, text }: EntryOf<'stepTicked'>,
    zone: TimeZone,
  ): string {
    const told = name && `${name}${spokenAt ? `, ${clockText(instantOf(spokenAt), zone)}` : ''}`
    return sentence([`${GUIDELINES[guideline]}: ${step.replaceAll('-', ' ')}`, told, text])
  },
} satisfies {
  readonly [K in Entry['kind']]?: (entry: EntryOf<K>, zone: TimeZone) => string
}
