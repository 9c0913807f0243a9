/**
 * The limit for the decision: VTE by hand, as a chain of comparisons in tenths with nothing looked up, giving the same
 * parts as the product's answer, its grounds among them.
 */
const VTE = { protocol: 'vte', version: '402.3', appendix: 3 }
const ROWS = [0, 1, 2, 3, 4, 5].map((index) => Object.freeze({ ...VTE, index }))
const CHANGE_RULES = Object.freeze(['NOMO-6', 'NOMO-8'])
const KEEP_RULES = Object.freeze(['NOMO-7'])
const STOP_RULES = Object.freeze(['NOMO-8', 'NOMO-10', 'TIME-3'])
const NONE = Object.freeze([])

export interface ByHand {
  readonly kind: 'no-change' | 'change' | 'stop' | 'refer'
  readonly newRateMlPerHour: number | null
  readonly changeMlPerHour: number
  readonly bolusUnits: number | null
  readonly stopMinutes: number | null
  readonly because: object
}

/** What the VTE nomogram says to seconds and mL/hr of at most one decimal; anything else throws. */
export function handWrittenVte(seconds: number, rateMlPerHour: number): ByHand {
  const aptt = Math.round(seconds * 10)
  const rate = Math.round(rateMlPerHour * 10)
  if (aptt / 10 !== seconds || aptt < 100 || aptt > 4000) throw new RangeError('APTT')
  if (rate / 10 !== rateMlPerHour || rate < 1 || rate > 600) throw new RangeError('rate')
  if (aptt <= 399) return changed(0, rate, 10, 5000, seconds)
  if (aptt <= 449) return changed(1, rate, 10, null, seconds)
  if (aptt <= 900) return answer('no-change', 2, null, 0, null, null, KEEP_RULES, seconds, rate)
  if (aptt <= 950) return changed(3, rate, -10, null, seconds)
  if (aptt <= 1050) return changed(4, rate, -20, null, seconds)
  const next = rate > 20 ? (rate - 20) / 10 : null
  return answer('stop', 5, next, -2, null, 90, STOP_RULES, seconds, rate)
}

function changed(
  row: number,
  rate: number,
  change: number,
  bolus: number | null,
  seconds: number,
): ByHand {
  const next = rate + change
  if (next < 1 || next > 600) {
    return answer('refer', row, null, change / 10, null, null, CHANGE_RULES, seconds, rate)
  }
  return answer('change', row, next / 10, change / 10, bolus, null, CHANGE_RULES, seconds, rate)
}

function answer(
  kind: ByHand['kind'],
  row: number,
  newRateMlPerHour: number | null,
  changeMlPerHour: number,
  bolusUnits: number | null,
  stopMinutes: number | null,
  rules: readonly string[],
  seconds: number,
  rate: number,
): ByHand {
  return {
    kind,
    newRateMlPerHour,
    changeMlPerHour,
    bolusUnits,
    stopMinutes,
    because: {
      row: ROWS[row],
      aptt: { kind: 'value', seconds },
      rateMlPerHour: rate / 10,
      rules,
      localDecisions: NONE,
    },
  }
}
