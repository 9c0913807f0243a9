import type { Advice } from '../../src/nomogram/advise.ts'
import type { PaperRow } from './handWritten.ts'

/** Whether an advice at a running rate in mL/hr is what the row of the paper says, exact to the tenth. */
export function isRight(advice: Advice, rate: number, paper: PaperRow): boolean {
  const after = (Math.round(rate * 10) + Math.round(paper.rateChange * 10)) / 10
  if (paper.stopMinutes !== null) {
    return (
      advice.kind === 'stop' &&
      advice.stopMinutes === paper.stopMinutes &&
      advice.restartRateMlPerHour === (after > 0 ? after : null)
    )
  }
  if (paper.rateChange === 0) return advice.kind === 'no-change'
  if (after <= 0) return refersFor(advice, 'rate-would-reach-zero')
  if (after > 60) return refersFor(advice, 'rate-would-pass-limit')
  return (
    advice.kind === 'change' &&
    advice.newRateMlPerHour === after &&
    advice.changeMlPerHour === paper.rateChange &&
    advice.bolusUnits === paper.bolusUnits
  )
}

function refersFor(advice: Advice, code: string): boolean {
  return advice.kind === 'refer' && advice.because.code === code && !advice.because.couldStop
}
