import type { Advice } from '../../nomogram/advise.ts'
import type { Protocol } from '../../protocols/protocol.ts'
import { fromTenths, tenthsOf } from '../../units.ts'
import { bandText, numberText, rateText } from '../../wording.ts'
import { stepText, stopText } from './bandRows.ts'

/** What to do, in words and direction with both rates; the reason under it. */
export interface AdviceWords {
  readonly headline: string
  readonly reason: string
}

/** `Decrease by 2 mL/hr: 14 to 12 mL/hr` */
export function changeText(fromMlPerHour: number, toMlPerHour: number): string {
  const change = fromTenths(tenthsOf<'mL/hr'>(toMlPerHour) - tenthsOf<'mL/hr'>(fromMlPerHour))
  return `${stepText(change)}: ${numberText(fromMlPerHour)} to ${rateText(toMlPerHour)}`
}

const ASSESSMENT = {
  'bleeding-check': 'A medical officer looks for bleeding',
  'mo-review': 'A medical officer reviews the patient',
} as const

const REFER = {
  'limit-spans-bands': 'The result could lie in more than one band.',
  'rate-would-reach-zero': 'The step would bring the rate to 0 or below, so no rate is given.',
  'rate-would-pass-limit': 'The step would pass the highest rate that a pump is set to here.',
} as const

/** The nomogram's advice in words (display.md: direction and both rates). */
export function adviceWords(advice: Advice, protocol: Protocol): AdviceWords {
  const { because } = advice
  const rate = because.rateMlPerHour
  switch (advice.kind) {
    case 'no-change':
      return {
        headline: `No change: stay at ${rateText(rate)}`,
        reason: `The APTT is in the target band, ${bandAt(protocol, advice.because.row.index)} seconds.`,
      }
    case 'change':
      return {
        headline: changeText(rate, advice.newRateMlPerHour),
        reason: `Band ${bandAt(protocol, advice.because.row.index)} seconds.`,
      }
    case 'stop':
      return {
        headline: `STOP for ${stopText(advice.stopMinutes)}`,
        reason: `Band ${bandAt(protocol, advice.because.row.index)} seconds. ${ASSESSMENT[advice.assessment]} during the stop. ${restartPart(advice.restartRateMlPerHour)}`,
      }
    case 'refer':
      return {
        headline: 'A medical officer decides',
        reason: `${REFER[advice.because.code]} Call the MO now.${advice.because.couldStop ? ' It could be the stop band: STOP stays offered meanwhile.' : ''}`,
      }
  }
}

/** The rows that an advice rests on, by their place in the table. */
export function markedRows(advice: Advice): readonly number[] {
  return advice.kind === 'refer'
    ? advice.because.rows.map((row) => row.index)
    : [advice.because.row.index]
}

/** A row's band in words, by its place in the table. */
function bandAt(protocol: Protocol, index: number): string {
  return bandText(protocol.nomogram, index)
}

function restartPart(restartRateMlPerHour: number | null): string {
  return restartRateMlPerHour === null
    ? 'The step would bring the restart rate to 0 or below: an AMO or registrar orders it (NOMO-5).'
    : `Restart at ${rateText(restartRateMlPerHour)}, once the hold is over.`
}
