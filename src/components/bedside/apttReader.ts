import { type ApttRefusalCode, type ParsedAptt, parseAptt } from '../../nomogram/parseAptt.ts'
import type { Reader } from './keyedFigures.ts'

/** An APTT that the grammar takes. */
export type TakenAptt = Exclude<ParsedAptt, { kind: 'refused' }>

const FAULTS: Readonly<Record<ApttRefusalCode, string>> = {
  empty: 'Nothing is keyed yet. Key the APTT as the laboratory gave it.',
  'too-many-decimals':
    'An APTT has one decimal at most: a second one could lie between two bands. Ask the laboratory for the result to one decimal.',
  'outside-range':
    'An APTT lies between 10 and 400 seconds. Look at the report again; for a limit key > or < first.',
  'decimal-comma': 'Use a point, not a comma.',
  sign: 'An APTT has no plus or minus.',
  'inclusive-limit': 'Key > or < alone, without an equals sign, as the laboratory gave it.',
  unit: 'Key the figure alone: the unit, seconds, stands beside it.',
  'leading-zero': 'The figure begins with a zero too many.',
  'incomplete-decimal': 'A figure is missing at the point.',
  'not-an-aptt': 'This is no APTT. Key the figure, or use the buttons for a result in words.',
}

/** Reads an APTT by the laboratory's grammar, with the refusal in words (NOMO-1 to NOMO-3). */
export const readAptt: Reader<TakenAptt> = (text) => {
  const parsed = parseAptt(text)
  if (parsed.kind !== 'refused') return { kind: 'taken', value: parsed }
  const { code, rules } = parsed.because
  return { kind: 'refused', reason: FAULTS[code], rules }
}
