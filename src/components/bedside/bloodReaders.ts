import { BLOOD_VALUES } from '../../chart/bloodValueUnits.ts'
import type { EntryOf } from '../../chart/entries.ts'
import { BLOOD_LIMITS } from '../../protocols/care.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { type Reader, readerOf } from './keyedFigures.ts'

/** A blood value that is a figure. */
export type BloodFigure = keyof typeof BLOOD_VALUES

/** In the order of the laboratory's report. */
export const BLOOD_FIGURES = Object.keys(BLOOD_VALUES) as readonly BloodFigure[]

/** `Haemoglobin, g/L` */
export function bloodLabel(name: BloodFigure): string {
  const { what, unit } = BLOOD_VALUES[name]
  return unit === '' ? what : `${what}, ${unit}`
}

/** Reads a blood value as it was typed: refused, never rounded (CHART-5, TIME-5). */
function bloodReader(name: BloodFigure): Reader {
  const { what, unit } = BLOOD_VALUES[name]
  const { min, max, decimals } = BLOOD_LIMITS[name]
  return readerOf({
    what: what === 'INR' ? what : what.toLowerCase(),
    unit,
    min,
    max,
    decimals: decimals === 0 ? 0 : 1,
    rules: ['CHART-5', 'TIME-5'],
  })
}

/** Blood values as they are typed; an empty one is not sent. */
export interface BloodTexts {
  readonly figures: Readonly<Partial<Record<BloodFigure, string>>>
  readonly liverFunction: string
}

const isTyped = ({ figures }: BloodTexts, name: BloodFigure) => (figures[name] ?? '').trim() !== ''

/** The first typed value that is not taken, or that none is typed. */
export function bloodsFault(texts: BloodTexts): Fault | null {
  const typed = BLOOD_FIGURES.filter((name) => isTyped(texts, name))
  if (typed.length === 0 && texts.liverFunction.trim() === '') {
    return { reason: 'Key at least one value of the report.', rules: ['CHART-5'], field: null }
  }
  for (const name of typed) {
    const read = bloodReader(name)(texts.figures[name] ?? '')
    if (read.kind === 'refused') {
      const reason = `${BLOOD_VALUES[name].what}: ${read.reason}`
      return { reason, rules: read.rules, field: bloodLabel(name) }
    }
  }
  return null
}

/** The values as they are sent. */
export function bloodsTyped(
  texts: BloodTexts,
): Partial<Pick<EntryOf<'bloodsResulted'>, BloodFigure | 'liverFunction'>> {
  const figures = BLOOD_FIGURES.filter((name) => isTyped(texts, name)).flatMap((name) => {
    const read = bloodReader(name)(texts.figures[name] ?? '')
    return read.kind === 'taken' ? [[name, read.value] as const] : []
  })
  const liverFunction = texts.liverFunction.trim()
  return {
    ...Object.fromEntries(figures),
    ...(liverFunction === '' ? {} : { liverFunction }),
  }
}
