import { expect, test } from 'vitest'
import { spokenText } from '../../../src/components/ui/spokenText.ts'

test.each([
  ['14\u00a0mL/hr', '14\u00a0millilitres per hour'],
  ['1\u00a0mL/hr', '1\u00a0millilitre per hour'],
  ['0.1 mL', '0.1 millilitres'],
  ['11 mL', '11 millilitres'],
  [
    'Decrease by 1 mL/hr: 14 to 13 mL/hr',
    'Decrease by 1 millilitre per hour: 14 to 13 millilitres per hour',
  ],
  ['in 1\u00a0hr 20\u00a0min (15:22)', 'in 1\u00a0hour 20\u00a0minutes (15:22)'],
  ['240\u00a0×10⁹/L', '240\u00a0times ten to the nine per litre'],
  ['units/hr', 'units per hour'],
  ['1,400\u00a0units/hr', '1,400\u00a0units per hour'],
  ['25,000 units in 250 mL', '25,000 units in 250 millilitres'],
  ['(mL/hr)', '(millilitres per hour)'],
])('a unit is heard in words: %s', (written, heard) => {
  expect(spokenText(written)).toBe(heard)
})

test.each(['5,000 units', '90 minutes', 'administration in three hrs', 'mLs', 'g/Lx', '1 patient'])(
  'what is no written unit is heard as it stands: %s',
  (text) => expect(spokenText(text)).toBe(text),
)
