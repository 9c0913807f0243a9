import { date } from '../../chart/shapes.ts'
import type { RuleId } from '../../protocols/ruleId.ts'
import type { Keyed } from './keyedFigures.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const SHAPE = /^(\d{1,2})[ ./-]+(\d{1,2}|[a-z]{3})[ ./-]+(\d{4})$/i

/** A date of birth typed day first, `04 Feb 1963` or `4/2/1963`, as `1963-02-04`. */
export function readBirthDate(text: string): Keyed<string> {
  return readDayFirst(text, {
    wanted: 'Write the date of birth as 04 Feb 1963 or 04/02/1963.',
    rules: ['CHART-2'],
  })
}

interface DayFirst {
  /** How it is written, where it cannot be read. */
  readonly wanted: string
  readonly rules: readonly RuleId[]
}

/** A date typed day first, as a calendar date of the record. */
export function readDayFirst(text: string, { wanted, rules }: DayFirst): Keyed<string> {
  const match = SHAPE.exec(text.trim())
  const refused = (reason: string): Keyed<string> => ({ kind: 'refused', reason, rules })
  if (!match) return refused(wanted)
  const [, day = '', month = '', year = ''] = match
  const named = MONTHS.indexOf(month.toLowerCase()) + 1
  const number = named > 0 ? String(named) : month
  const iso = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`
  return date.safeParse(iso).success
    ? { kind: 'taken', value: iso }
    : refused(`There is no ${text.trim()}.`)
}
