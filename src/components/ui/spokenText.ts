/** How the units of the screens are said aloud: of one, and of any other number. */
const SAID: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'mL/hr': ['millilitre per hour', 'millilitres per hour'],
  'units/hr': ['unit per hour', 'units per hour'],
  'units/mL': ['unit per millilitre', 'units per millilitre'],
  'mL/min': ['millilitre per minute', 'millilitres per minute'],
  '×10⁹/L': ['times ten to the nine per litre', 'times ten to the nine per litre'],
  'micromol/L': ['micromole per litre', 'micromoles per litre'],
  'mmol/L': ['millimole per litre', 'millimoles per litre'],
  'g/L': ['gram per litre', 'grams per litre'],
  mL: ['millilitre', 'millilitres'],
  kg: ['kilogram', 'kilograms'],
  hr: ['hour', 'hours'],
  min: ['minute', 'minutes'],
}

const UNITS = Object.keys(SAID).join('|')
/** A unit that is no part of a longer word, with the number before it where there is one. */
const WRITTEN = new RegExp(`(\\d[\\d,.]*[ \\u00a0])?(^|[^\\w/]|\\b)(${UNITS})(?![\\w/])`, 'g')

/**
 * A text of the screens as a screen reader has to say it, units in words: letters and a slash are read out as such.
 * @example spokenText('14 mL/hr') // '14 millilitres per hour'
 */
export function spokenText(text: string): string {
  return text.replace(WRITTEN, (_, number: string | undefined, before: string, unit: string) => {
    const [one, many] = SAID[unit] ?? [unit, unit]
    return `${number ?? ''}${before}${number?.trim() === '1' ? one : many}`
  })
}
