import type { SampleUse } from '../../chart/entries.ts'
import type { RuleId } from '../../protocols/ruleId.ts'

/** A sample's state in words: what it is, why it decides what it decides, what to do now (NOMO-9). */
export interface SampleWords {
  readonly title: string
  readonly why: string
  readonly next: string
  readonly rules: readonly RuleId[]
}

/** Every state of NOMO-9 but `usable`, and what became of a sample. */
export const SAMPLE_WORDS: Readonly<Record<SampleUse, SampleWords>> = {
  usable: {
    title: 'This sample may be acted on',
    why: 'It was collected after the last change, far enough from it, and is fresh.',
    next: 'Act on it as the table says.',
    rules: ['NOMO-9'],
  },
  rejected: {
    title: 'No result: the laboratory refused the specimen',
    why: 'A clotted, haemolysed or insufficient specimen has no APTT to act on.',
    next: 'Collect a new APTT now.',
    rules: ['NOMO-2', 'NOMO-9'],
  },
  baseline: {
    title: 'Baseline: this sample does not change the rate',
    why: 'It was collected before the infusion first started.',
    next: 'Go on as prescribed. The first APTT is due 6 hours after the start.',
    rules: ['NOMO-9', 'NOMO-12'],
  },
  off: {
    title: 'Collected while the infusion was off',
    why: 'An APTT without heparin running does not change the rate, the hold or the base rate.',
    next: 'Show it to the MO with the assessment. The APTT that is due stays due.',
    rules: ['NOMO-9'],
  },
  stale: {
    title: 'This sample cannot change the rate: it was collected before the last change',
    why: 'The sample shows the patient before the change, not after it.',
    next: 'Leave the pump as it is. Collect the APTT that is due.',
    rules: ['NOMO-9'],
  },
  superseded: {
    title: 'A later sample has already been decided on',
    why: 'Acting on this one too would change the rate twice, and backwards.',
    next: 'Leave the pump as it is. The MO reviews this result.',
    rules: ['NOMO-9'],
  },
  line: {
    title: 'Taken from the heparin line or limb',
    why: 'Heparin in the tube makes the APTT read too high.',
    next: 'Leave the pump as it is. Collect an APTT from the other limb now.',
    rules: ['NOMO-9', 'NOMO-13'],
  },
  early: {
    title: 'Collected too early after the last change',
    why: 'Less than 5 hours 30 minutes had passed, so the APTT had not settled.',
    next: 'Call the MO: this row now, or wait for the due sample. The APTT that is due stays due.',
    rules: ['NOMO-9', 'NOMO-17'],
  },
  old: {
    title: 'The sample is more than 6 hours old',
    why: 'Too much may have changed since it was collected.',
    next: 'Call the MO, and collect a new APTT now.',
    rules: ['NOMO-9', 'NOMO-17'],
  },
  acted: {
    title: 'Already acted on',
    why: 'A sample decides once.',
    next: 'Nothing more to do for this result.',
    rules: ['NOMO-11'],
  },
  'struck-out': {
    title: 'Struck out',
    why: 'The entry was struck out and does not count.',
    next: 'Enter the right value of the same sample.',
    rules: ['CHART-1'],
  },
}
