import type { BloodValue } from './baselineBloods.ts'

/** A blood value by its name and unit, as laboratories print them. */
export const BLOOD_VALUES: Readonly<
  Record<Exclude<BloodValue, 'liverFunction'>, { readonly what: string; readonly unit: string }>
> = {
  haemoglobinGPerL: { what: 'Haemoglobin', unit: 'g/L' },
  plateletsE9PerL: { what: 'Platelets', unit: '×10⁹/L' },
  inr: { what: 'INR', unit: '' },
  ureaMmolPerL: { what: 'Urea', unit: 'mmol/L' },
  sodiumMmolPerL: { what: 'Sodium', unit: 'mmol/L' },
  potassiumMmolPerL: { what: 'Potassium', unit: 'mmol/L' },
  creatinineUmolPerL: { what: 'Creatinine', unit: 'micromol/L' },
}
