import type { Emergency } from '../../chart/fields.ts'
import type { RuleId } from '../../protocols/ruleId.ts'

/** A reason to stop that needs no result. */
export type StopReason = Emergency | 'concern'

/** What a reason does and what follows, in words. */
export interface StopWords {
  readonly label: string
  readonly hint: string
  /** What is to be done now, in order, beside the steps of the cause's guideline. */
  readonly follows: readonly string[]
  readonly rules: readonly RuleId[]
}

const NO_RESTART =
  'Heparin is ceased: no hold, no restart. Only an MO’s new prescription leads back to it.'

/** The reasons of SIGN-5, with what each asks for at the bedside. */
export const STOP_REASONS: Readonly<Record<StopReason, StopWords>> = {
  'suspected-major-bleed': {
    label: 'Suspected major bleeding',
    hint: 'Ceases the infusion',
    follows: [NO_RESTART],
    rules: ['SIGN-5', 'BLEED-0', 'BLEED-1', 'RECOM-1'],
  },
  'head-injury': {
    label: 'Head injury after a fall',
    hint: 'Ceases the infusion',
    follows: [NO_RESTART],
    rules: ['SIGN-5', 'BLEED-0', 'FALL-1', 'RECOM-1'],
  },
  'suspected-hit': {
    label: 'Suspected HIT',
    hint: 'Heparin-induced thrombocytopenia. Ceases the infusion',
    follows: ['Call the MO now.', NO_RESTART],
    rules: ['SIGN-5', 'BLEED-0', 'HIT-1', 'RECOM-1'],
  },
  'allergic-reaction': {
    label: 'Allergic reaction',
    hint: 'Ceases the infusion',
    follows: [NO_RESTART],
    rules: ['SIGN-5', 'BLEED-0', 'AE-1', 'RECOM-1'],
  },
  concern: {
    label: 'Another concern',
    hint: 'A provisional stop: the MO decides what follows',
    follows: [
      'Call the MO now: the MO adopts the stop, resumes the rate, or ceases.',
      'The infusion stays off until then.',
    ],
    rules: ['SIGN-5'],
  },
}

/** The words for the reason of a stop that was sent; `nomogram` rests on a result, and needs no choice of these (NOMO-10). */
export function sentStopWords(reason: string | undefined): Pick<StopWords, 'label' | 'follows'> {
  const chosen = STOP_REASON_ORDER.find((each) => each === reason)
  if (chosen) return STOP_REASONS[chosen]
  return {
    label: 'The nomogram advises it',
    follows: [
      'Call the MO for the assessment during the stop.',
      'No restart before the chart says so.',
    ],
  }
}

export const STOP_REASON_ORDER: readonly StopReason[] = [
  'suspected-major-bleed',
  'head-injury',
  'suspected-hit',
  'allergic-reaction',
  'concern',
]
