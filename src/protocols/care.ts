/**
 * Timers, limits and windows of what surrounds the dose: bloods, observations, procedures. Each number names its unit
 * and cites its rule; "Local decision" marks those that the procedure leaves open and a drug committee must approve.
 */
import { deepFreeze } from './deepFreeze.ts'

/** Platelet counts and the HIT alert (TIME-5, HIT-1). */
export const PLATELETS = deepFreeze({
  dueAfterHours: 60,
  overdueAfterHours: 72,
  /** A fall of more than this share of the baseline alerts; exactly this does not (HIT-1). */
  fallPercent: 20,
  /** Local decision: so does a count below this, x10^9/L, where the baseline was not (HIT-1). */
  lowCount: 150,
  /** Days of therapy on which HIT typically begins (HIT-1). */
  typicalOnsetFromDay: 5,
  typicalOnsetToDay: 10,
})

/**
 * Blood results. Local decision (CHART-5, TIME-5): what lies outside no patient has, it is a slip of unit or keypad, such
 * as haemoglobin in g/dL or creatinine in mg/dL.
 */
export const BLOOD_LIMITS = deepFreeze({
  haemoglobinGPerL: { min: 20, max: 260, decimals: 0 },
  plateletsE9PerL: { min: 1, max: 3_000, decimals: 1 },
  inr: { min: 0.5, max: 20, decimals: 1 },
  ureaMmolPerL: { min: 0.5, max: 100, decimals: 1 },
  sodiumMmolPerL: { min: 90, max: 200, decimals: 0 },
  potassiumMmolPerL: { min: 1, max: 12, decimals: 1 },
  creatinineUmolPerL: { min: 10, max: 3_000, decimals: 0 },
})

/**
 * Creatinine clearance in mL/min by Cockcroft and Gault, as Australian laboratories print it for creatinine in umol/L:
 * (140 - age) x kg / (0.814 x creatinine), for women 85 % of that. Local decision (CHART-5).
 */
export const COCKCROFT_GAULT = deepFreeze({
  yearsFrom: 140,
  divisorThousandths: 814,
  femalePercent: 85,
  /** It was made for adults. */
  fromYears: 18,
})

/** Watching for bleeding and clots. Local decision (OBS-1). */
export const OBSERVATION_TIMES = deepFreeze({ afterCeaseHours: 4 })

/** Cease and recommence times around procedures, from the booked time and from the actual end (PROC-1). */
export const PROCEDURE_TIMES = deepFreeze({
  /** Local decision: the ward board names a plan from so long before its cease window opens. */
  onBoardHoursBefore: 12,
  surgery: {
    ceaseFromHoursBefore: 6,
    ceaseToHoursBefore: 4,
    highRiskRecommenceFromHours: 6,
    highRiskRecommenceToHours: 8,
    recommenceFromHours: 24,
    recommenceToHours: 48,
  },
  /** Central venous catheter, biopsy. */
  minor: { ceaseFromHoursBefore: 6, ceaseToHoursBefore: 4, recommenceFromHours: 2 },
  /** Lumbar puncture, spinal or epidural catheter: strictly later than `recommenceAfterHours`. */
  neuraxial: {
    /** Local decision: the procedure says from when heparin is off, not from when it may be: an hour to do it in. */
    ceaseFromHoursBefore: 7,
    ceaseAtLeastHoursBefore: 6,
    recommenceAfterHours: 2,
    traumaticUpToHours: 24,
  },
})
