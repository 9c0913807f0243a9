/**
 * Every timer, limit and window that is not one protocol's. Each number names its unit and cites its rule;
 * "Local decision" marks those that the procedure leaves open and a drug committee must approve.
 */
import { deepFreeze } from './deepFreeze.ts'
import type { ProtocolId } from './protocol.ts'

/** The one bag of the ward: ready-made heparin in saline 0.9 % (CHART-9). */
export const BAG = deepFreeze({
  units: 25_000,
  volumeMl: 250,
  unitsPerMl: 100,
  /** Local decision: a bag hangs at most so long (TIME-6). */
  changeAfterHours: 24,
  /** Local decision: that change is due so long before (TIME-6). */
  dueBeforeChangeMinutes: 60,
  /** Local decision: the change is due so long before the bag is empty (TIME-6, TIME-8). */
  dueBeforeEmptyMinutes: 60,
  /** Local decision: and overdue so long before it is empty (TIME-6, TIME-8). */
  overdueBeforeEmptyMinutes: 20,
  /** Local decision: a bag that is wrong, or of which nobody knows how full it is, is changed at once, overdue after (CHART-9). */
  changeNowOverdueAfterMinutes: 30,
  /** Local decision: a bag's last day ends when that day is over anywhere, so far ahead of UTC (CHART-9). */
  expiryHoursAheadOfUtc: 14,
})

/** The ampoule that a bolus is drawn from (BOL-7). */
export const AMPOULE = deepFreeze({ units: 5_000, volumeMl: 5, unitsPerMl: 1_000 })

/** Body weights. Local decision (INIT-6). */
export const WEIGHT_LIMITS = deepFreeze({
  minKg: 20,
  maxKg: 350,
  /** A weight above this is keyed again. */
  keyAgainAboveKg: 150,
  /** So is a weight that differs by more than this from an earlier one. */
  keyAgainDifferencePercent: 10,
})

/** Pump rates keyed by hand, deviations included. Local decision (NOMO-4, NOMO-6). */
export const RATE_LIMITS = deepFreeze({
  minMlPerHour: 0.1,
  maxMlPerHour: 60,
  /** A rate above this is keyed again. */
  keyAgainAboveMlPerHour: 40,
  /** A prescribed rate below this share of the calculated one is a deviation (INIT-7). */
  lowestPercentOfCalculated: 50,
})

/** Boluses. */
export const BOLUS_LIMITS = deepFreeze({
  /** Local decision: a bolus keyed by hand is at least this (NOMO-4). */
  minUnits: 1,
  /** Local decision: and at most this (NOMO-4). */
  maxUnits: 15_000,
  /** Local decision: the order of a nomogram bolus lapses so long after the rate change (BOL-6). */
  orderLapsesAfterHours: 2,
  /** A stop so recent is shown as speaking against a nomogram bolus (BOL-6). */
  recentStopHours: 12,
  /** Saline before and after the injection (BOL-7). */
  flushFromMl: 5,
  flushToMl: 10,
})

/** Antiplatelets are not ceased on these protocols (CHART-6). */
export const ANTIPLATELETS = deepFreeze<{ notCeasedOn: ProtocolId[] }>({
  notCeasedOn: ['nstemi', 'stemi'],
})

/** Numeric APTT results. Local decision (NOMO-3, NOMO-14, NOMO-18). */
export const APTT_LIMITS = deepFreeze({
  minSeconds: 10,
  maxSeconds: 400,
  /** A value further than this from the last usable one is keyed again and its site asked (NOMO-18). */
  jumpSeconds: 50,
  /** A tube resulted later than this after its collection warns (NOMO-14). */
  lateTubeHours: 2,
})

/** APTT collection times, in elapsed time from what was done (NOMO-7, NOMO-8). */
export const APTT_TIMES = deepFreeze({
  /** After a start, rate change, later bolus, restart, resume or recommencing (NOMO-8). */
  afterActHours: 6,
  /** After the collection of a first therapeutic sample (NOMO-7). */
  afterFirstTherapeuticHours: 6,
  /** After the collection of each further one (NOMO-7). */
  dailyHours: 24,
  /** How many consecutive therapeutic results make collection daily (NOMO-7). */
  runLength: 2,
  /** Local decision: a second therapeutic sample counts only if so long after the first: 5 h 30 min (NOMO-7). */
  countedSpacingMinutes: 330,
  /** Local decision: a sample sooner than this after an act is early: 5 h 30 min (NOMO-9). */
  earlyBeforeMinutes: 330,
  /** Local decision: a sample collected longer ago than this is old (NOMO-9). */
  oldAfterHours: 6,
  /** Local decision: due soon so long before it is due (TIME-1). */
  soonBeforeMinutes: 30,
  /** Local decision: overdue so long after it is due (TIME-1). */
  overdueAfterMinutes: 30,
})

/** From the collection of a sample to its result (TIME-2). */
export const RESULT_TIMES = deepFreeze({ expectedAfterMinutes: 60, overdueAfterMinutes: 120 })

/** From a usable result to acting on it. Local decision (TIME-8). */
export const TITRATION_TIMES = deepFreeze({
  overdueAfterMinutes: 30,
  /** When it says stop. */
  stopOverdueAfterMinutes: 5,
})

/** From a question to a medical officer's answer. */
export const MO_TIMES = deepFreeze({
  /** Local decision: where the engine refers, or a bolus waits for its order (NOMO-17, BOL-6, TIME-8). */
  decisionOverdueAfterMinutes: 30,
  /** Local decision: the call about a stop-band value that cannot titrate (NOMO-16). */
  stopBandCallOverdueAfterMinutes: 15,
  /** Local decision: the MO told of a nurse's titration is named within this time (SIGN-2). */
  toldWithinMinutes: 60,
  /** The daily review (TIME-4, TIME-8). */
  reviewDueAfterHours: 22,
  reviewOverdueAfterHours: 24,
  /** Local decision: a baseline blood result still missing so long after the start (CHART-5). */
  baselineOverdueAfterHours: 4,
  /** Local decision: minor bleeding looked at again (BLEED-1). */
  minorBleedOverdueAfterMinutes: 60,
  /** Local decision: medical review after a fall (FALL-1). */
  fallReviewOverdueAfterMinutes: 30,
  /** Local decision: medical review of an adverse event (AE-1). */
  adverseEventOverdueAfterMinutes: 30,
})

/** What a pharmacist is shown first. Local decision (SIGN-6). */
export const CONCERN_TIMES = deepFreeze({
  /** On therapy for so long without a counted result at or above the target's lower end. */
  subTherapeuticAfterHours: 24,
})

/** Around the restart after a nomogram stop (TIME-3). */
export const RESTART_TIMES = deepFreeze({
  /** Local decision: an MO is asked for the assessment so long before the hold ends; the registrar at its end. */
  assessmentBeforeHoldEndMinutes: 30,
  /** Local decision: and the AMO so long after it. */
  amoAfterHoldEndMinutes: 30,
  /** Local decision: later than this after the hold's end an MO orders first. */
  lateAfterHours: 4,
})

/** Signatures (SIGN-3, SIGN-4, SIGN-8). */
export const SIGNATURE_TIMES = deepFreeze({
  /** Local decision: a first signature waits so long for the second check, then lapses (SIGN-8). */
  lapsesAfterMinutes: 10,
  /** Local decision: the "set pump to" card is overdue so long after the check matched (SIGN-8). */
  setPumpOverdueAfterMinutes: 5,
  /** So many mismatches void a first signature (SIGN-4). */
  mismatchesThatVoid: 2,
  /** Local decision: the second signature of a stop, a cease or a fact already in effect (SIGN-5, TIME-8). */
  countersignDueAfterMinutes: 30,
  countersignOverdueAfterMinutes: 60,
  /** Local decision: the check of "no change", due at once (SIGN-3). */
  noChangeCheckDueAfterMinutes: 0,
  noChangeCheckOverdueAfterMinutes: 60,
})

/** Times that a clinician states against the server's clock (SIGN-7). */
export const STATED_TIMES = deepFreeze({
  /** Recorded later than this after it happened: a reason is asked. */
  lateAfterMinutes: 60,
  /** Further ahead than this: refused. */
  futureByMinutes: 2,
})

/** Weighing a patient whose weight was estimated. Local decision (INIT-6, TIME-8). */
export const WEIGHING_TIMES = deepFreeze({ dueAfterHours: 12, overdueAfterHours: 24 })

/** Unplanned interruptions. Local decision (INT-1, NOMO-7, NOMO-9). */
export const INTERRUPTION_TIMES = deepFreeze({
  /** Up to this the clocks go on; longer ends the run and asks for an APTT 6 h after the resume. */
  shortUpToMinutes: 30,
  /** Longer than this is recommenced, not resumed (RECOM-1). */
  recommenceAfterHours: 4,
})

/** Definitions of the audit. Local decision (AUDIT-1). */
export const AUDIT_LIMITS = deepFreeze({
  /** Time in range is interpolated between samples at most so far apart. */
  interpolationUpToHours: 26,
  /** A restart so long after the hold's end kept the hold. */
  holdKeptUpToMinutes: 30,
  collectedOnTimeMinutes: 30,
  resultCheckedWithinHours: 2,
  /** The published time in therapeutic range that the ward's own is compared with. */
  publishedTimeInRangePercent: 43.7,
})

/** The alarms of a tablet. Local decision (TIME-8). */
export const ALARM_TIMES = deepFreeze({
  /** Only what is high repeats, so long after it was last said, until somebody has seen it. */
  repeatAfterMinutes: 5,
  /** One interruption at a time: the next waits so long, unless it is more urgent. */
  apartMinutes: 1,
  /** A stop or restart that somebody has seen asks anew every so often while it waits. */
  asksAgainAfterMinutes: 30,
  /** What is due leaves the screen's top by itself; the due list keeps it. */
  lowShownMinutes: 2,
  /** A tablet that has heard nothing for so long says once that it does not alarm. */
  silentAfterMinutes: 2,
  /** And not again within. */
  silentAgainAfterMinutes: 30,
})

/** The patient's identity at the bedside. Local decision (CHART-2). */
export const IDENTITY = deepFreeze({
  /** A wristband scanned and matching confirms the patient for so long on that chart and tablet. */
  wristbandCountsMinutes: 5,
})
