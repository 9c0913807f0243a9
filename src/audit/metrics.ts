/** The figures of the audit: what each is called and how it is defined. Every definition is a local decision (AUDIT-1). */
import { PLATELETS } from '../protocols/care.ts'
import { AUDIT_LIMITS, MO_TIMES, SIGNATURE_TIMES } from '../protocols/ward.ts'
import { numberText } from '../wording.ts'

export const METRIC_IDS = [
  'time-to-therapeutic',
  'aptts-in-range',
  'time-in-range',
  'concordance',
  'hold-fidelity',
  'collected-on-time',
  'results-checked',
  'mismatches',
  'lapses',
  'between-signatures',
  'missing-second-checks',
  'deviations',
  'mo-reviews',
  'platelet-counts',
  'adverse-events',
  'storage-audits',
] as const
export type MetricId = (typeof METRIC_IDS)[number]

/** A metric in words. `definition`: what is counted, what is left out, and from when to when. */
export interface Metric {
  readonly label: string
  readonly definition: string
}

const {
  interpolationUpToHours,
  holdKeptUpToMinutes,
  collectedOnTimeMinutes,
  resultCheckedWithinHours,
  publishedTimeInRangePercent,
} = AUDIT_LIMITS

export const METRICS: Readonly<Record<MetricId, Metric>> = {
  'time-to-therapeutic': {
    label: 'Time to the first therapeutic APTT',
    definition:
      'Infusions that started on this ward in the period, from the start to the collection of the first valid sample in the therapeutic range (Kaplan-Meier). An infusion without one is followed up to its cease, its transfer, the end of the period or now.',
  },
  'aptts-in-range': {
    label: 'APTTs in range',
    definition:
      'Valid samples collected in the period that lay in the therapeutic range of the protocol in force, of all valid samples. A limit such as “> 150” counts where every value it could stand for lies on one side. Not valid: before the start, while off, from the heparin line or limb, rejected, struck out, replaced by a newer version, or older than a sample already decided on.',
  },
  'time-in-range': {
    label: 'Time in therapeutic range',
    definition: `The time during which the straight line between two consecutive valid samples lay in the therapeutic range of the protocol in force, of the time between such samples (modified Rosendaal). Only samples at most ${interpolationUpToHours} hours apart are joined, and never across a stop, a cease, a longer interruption, or a result that gave only a limit. Published comparator: ${numberText(publishedTimeInRangePercent)} %.`,
  },
  concordance: {
    label: 'Decisions as the nomogram said',
    definition:
      'Decisions on an APTT in effect in the period (rate change, no change, stop) that did what the nomogram had advised on that result, of all such decisions. Results on which the nomogram gave no advice, or referred to a medical officer, are left out.',
  },
  'hold-fidelity': {
    label: 'Holds kept',
    definition: `Nomogram stops whose restart came 0 to ${holdKeptUpToMinutes} minutes after the end of the hold, of all whose hold ended in the period. Left out: ceased before that, kept off or put off by a medical officer’s assessment, and holds that may still be kept.`,
  },
  'collected-on-time': {
    label: 'APTTs collected when due',
    definition: `APTTs that fell due in the period and were collected at most ${collectedOnTimeMinutes} minutes before or after that, of all that fell due. One that was still missing when the dose changed or the infusion was turned off counts as missed once it was more than ${collectedOnTimeMinutes} minutes late. Extra samples that answer no due APTT are left out.`,
  },
  'results-checked': {
    label: `Results checked within ${resultCheckedWithinHours} hours`,
    definition: `Samples collected on therapy in the period whose first result was entered at most ${resultCheckedWithinHours} hours after collection, of all such samples that are older than that or have a result. A rejected specimen counts as a result.`,
  },
  mismatches: {
    label: 'Second-check mismatches caught',
    definition:
      'How often in the period a second check or a read-back of the pump differed from the first figure, and so held the act back.',
  },
  lapses: {
    label: 'Lapsed first signatures',
    definition: `First signatures of the period that waited ${SIGNATURE_TIMES.lapsesAfterMinutes} minutes without a matching second check, withdrawal or void, of all first signatures of acts that wait for two.`,
  },
  'between-signatures': {
    label: 'Time between the two signatures',
    definition:
      'From the first to the second signature, by the server’s clock, of acts that wait for both before they take effect. Very short times may be second checks that were not independent.',
  },
  'missing-second-checks': {
    label: 'Second signatures missing',
    definition: `Acts in effect at once (stop, cease, no change, bag, bedside fact, strike-out) whose second signature was still missing ${SIGNATURE_TIMES.countersignOverdueAfterMinutes} minutes after the first, of all such acts that are older than that or have both.`,
  },
  deviations: {
    label: 'Deviations',
    definition: 'Prescriptions and orders of the period that were signed as a deviation (DEV-1).',
  },
  'mo-reviews': {
    label: 'MO reviews on time',
    definition: `Medical officer’s reviews at most ${MO_TIMES.reviewOverdueAfterHours} hours after the first start or the review before, of these and of each ${MO_TIMES.reviewOverdueAfterHours} hours of an infusion that passed without one.`,
  },
  'platelet-counts': {
    label: 'Platelet counts on time',
    definition: `Platelet counts collected at most ${PLATELETS.overdueAfterHours} hours after the one before, of these and of each ${PLATELETS.overdueAfterHours} hours of an infusion that passed without one. A start without an earlier count is one that is missing.`,
  },
  'adverse-events': {
    label: 'Adverse events',
    definition: 'Adverse events recorded on charts of this ward in the period (AE-1).',
  },
  'storage-audits': {
    label: 'Ampoule storage audits in order',
    definition:
      'Storage audits of this ward in the period that found only 5,000 units in 5 mL ampoules, kept apart from other strengths, of all storage audits.',
  },
}
