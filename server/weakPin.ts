const DIGITS = '01234567890'
const LONGEST_PATTERN = 3
const DAYS = 31
const MONTHS = 12

/** Why a PIN of six digits is too easily guessed, or null: one digit or pattern over and over, a row of digits, a date. */
export function weakPin(pin: string): string | null {
  if (isRepeated(pin)) return 'It repeats the same digits.'
  if (isRow(pin)) return 'Its digits follow each other.'
  return isDate(pin) ? 'It reads as a date.' : null
}

function isRepeated(pin: string): boolean {
  const patterns = Array.from({ length: LONGEST_PATTERN }, (_, index) => pin.slice(0, index + 1))
  return patterns.some((pattern) => pattern.repeat(pin.length).slice(0, pin.length) === pin)
}

function isRow(pin: string): boolean {
  const backwards = [...pin].reverse().join('')
  return [pin, backwards].some((text) => DIGITS.includes(text))
}

/** Day, month, year or year, month, day, as birthdays are written here. */
function isDate(pin: string): boolean {
  const [first = 0, month = 0, last = 0] = (pin.match(/\d\d/g) ?? []).map(Number)
  const isDay = (day: number) => day >= 1 && day <= DAYS
  return month >= 1 && month <= MONTHS && (isDay(first) || isDay(last))
}
