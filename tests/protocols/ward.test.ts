import { describe, expect, test } from 'vitest'
import { OBSERVATION_TIMES, PLATELETS, PROCEDURE_TIMES } from '../../src/protocols/care.ts'
import {
  AMPOULE,
  APTT_LIMITS,
  APTT_TIMES,
  AUDIT_LIMITS,
  BAG,
  BOLUS_LIMITS,
  INTERRUPTION_TIMES,
  MO_TIMES,
  RATE_LIMITS,
  RESTART_TIMES,
  RESULT_TIMES,
  SIGNATURE_TIMES,
  STATED_TIMES,
  TITRATION_TIMES,
  WEIGHING_TIMES,
  WEIGHT_LIMITS,
} from '../../src/protocols/ward.ts'

// Each table typed a second time. That a number is used as its rule says is proven where it is used.
describe('the numbers of the ward', () => {
  test('the bag and the ampoule, and what a mL of each holds', () => {
    expect(BAG).toEqual({
      units: 25000,
      volumeMl: 250,
      unitsPerMl: 100,
      changeAfterHours: 24,
      dueBeforeChangeMinutes: 60,
      dueBeforeEmptyMinutes: 60,
      overdueBeforeEmptyMinutes: 20,
      changeNowOverdueAfterMinutes: 30,
      expiryHoursAheadOfUtc: 14,
    })
    expect(AMPOULE).toEqual({ units: 5000, volumeMl: 5, unitsPerMl: 1000 })
    expect(BAG.unitsPerMl * BAG.volumeMl).toBe(BAG.units)
    expect(AMPOULE.unitsPerMl * AMPOULE.volumeMl).toBe(AMPOULE.units)
  })

  test('what is accepted when it is keyed', () => {
    expect(WEIGHT_LIMITS).toEqual({
      minKg: 20,
      maxKg: 350,
      keyAgainAboveKg: 150,
      keyAgainDifferencePercent: 10,
    })
    expect(RATE_LIMITS).toEqual({
      minMlPerHour: 0.1,
      maxMlPerHour: 60,
      keyAgainAboveMlPerHour: 40,
      lowestPercentOfCalculated: 50,
    })
    expect(BOLUS_LIMITS).toEqual({
      minUnits: 1,
      maxUnits: 15000,
      orderLapsesAfterHours: 2,
      recentStopHours: 12,
      flushFromMl: 5,
      flushToMl: 10,
    })
    expect(APTT_LIMITS).toEqual({
      minSeconds: 10,
      maxSeconds: 400,
      jumpSeconds: 50,
      lateTubeHours: 2,
    })
    expect(STATED_TIMES).toEqual({ lateAfterMinutes: 60, futureByMinutes: 2 })
  })

  test('the APTT: collection, result, acting on it', () => {
    expect(APTT_TIMES).toEqual({
      afterActHours: 6,
      afterFirstTherapeuticHours: 6,
      dailyHours: 24,
      runLength: 2,
      countedSpacingMinutes: 5 * 60 + 30,
      earlyBeforeMinutes: 5 * 60 + 30,
      oldAfterHours: 6,
      soonBeforeMinutes: 30,
      overdueAfterMinutes: 30,
    })
    expect(RESULT_TIMES).toEqual({ expectedAfterMinutes: 60, overdueAfterMinutes: 120 })
    expect(TITRATION_TIMES).toEqual({ overdueAfterMinutes: 30, stopOverdueAfterMinutes: 5 })
  })

  test('what a medical officer is asked', () => {
    expect(MO_TIMES).toEqual({
      decisionOverdueAfterMinutes: 30,
      stopBandCallOverdueAfterMinutes: 15,
      toldWithinMinutes: 60,
      reviewDueAfterHours: 22,
      reviewOverdueAfterHours: 24,
      baselineOverdueAfterHours: 4,
      minorBleedOverdueAfterMinutes: 60,
      fallReviewOverdueAfterMinutes: 30,
      adverseEventOverdueAfterMinutes: 30,
    })
    expect(RESTART_TIMES).toEqual({
      assessmentBeforeHoldEndMinutes: 30,
      amoAfterHoldEndMinutes: 30,
      lateAfterHours: 4,
    })
  })

  test('signatures', () => {
    expect(SIGNATURE_TIMES).toEqual({
      lapsesAfterMinutes: 10,
      setPumpOverdueAfterMinutes: 5,
      mismatchesThatVoid: 2,
      countersignDueAfterMinutes: 30,
      countersignOverdueAfterMinutes: 60,
      noChangeCheckDueAfterMinutes: 0,
      noChangeCheckOverdueAfterMinutes: 60,
    })
  })

  test('weighing, interruptions, platelets, observation', () => {
    expect(WEIGHING_TIMES).toEqual({ dueAfterHours: 12, overdueAfterHours: 24 })
    expect(INTERRUPTION_TIMES).toEqual({ shortUpToMinutes: 30, recommenceAfterHours: 4 })
    expect(PLATELETS).toEqual({
      dueAfterHours: 60,
      overdueAfterHours: 3 * 24,
      fallPercent: 20,
      lowCount: 150,
      typicalOnsetFromDay: 5,
      typicalOnsetToDay: 10,
    })
    expect(OBSERVATION_TIMES).toEqual({ afterCeaseHours: 4 })
  })

  test('procedures', () => {
    expect(PROCEDURE_TIMES).toEqual({
      onBoardHoursBefore: 12,
      surgery: {
        ceaseFromHoursBefore: 6,
        ceaseToHoursBefore: 4,
        highRiskRecommenceFromHours: 6,
        highRiskRecommenceToHours: 8,
        recommenceFromHours: 24,
        recommenceToHours: 48,
      },
      minor: { ceaseFromHoursBefore: 6, ceaseToHoursBefore: 4, recommenceFromHours: 2 },
      neuraxial: {
        ceaseFromHoursBefore: 7,
        ceaseAtLeastHoursBefore: 6,
        recommenceAfterHours: 2,
        traumaticUpToHours: 24,
      },
    })
  })

  test('the audit', () => {
    expect(AUDIT_LIMITS).toEqual({
      interpolationUpToHours: 26,
      holdKeptUpToMinutes: 30,
      collectedOnTimeMinutes: 30,
      resultCheckedWithinHours: 2,
      publishedTimeInRangePercent: 43.7,
    })
  })

  test('none of them can be changed at run time', () => {
    expect(() => Object.assign(BAG, { unitsPerMl: 1 })).toThrow(TypeError)
    expect(() => Object.assign(PROCEDURE_TIMES.surgery, { ceaseToHoursBefore: 0 })).toThrow(
      TypeError,
    )
    const tables = [
      AMPOULE,
      WEIGHT_LIMITS,
      RATE_LIMITS,
      BOLUS_LIMITS,
      APTT_LIMITS,
      APTT_TIMES,
      RESULT_TIMES,
      TITRATION_TIMES,
      MO_TIMES,
      RESTART_TIMES,
      SIGNATURE_TIMES,
      STATED_TIMES,
      WEIGHING_TIMES,
      INTERRUPTION_TIMES,
      PLATELETS,
      OBSERVATION_TIMES,
      AUDIT_LIMITS,
    ]
    expect(tables.filter((table) => !Object.isFrozen(table))).toEqual([])
  })
})
