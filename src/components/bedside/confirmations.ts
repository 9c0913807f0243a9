import type { Confirmed } from '../../chart/fields.ts'
import { AMPOULE, BAG, BOLUS_LIMITS } from '../../protocols/ward.ts'
import { unitsText, withUnit } from '../../wording.ts'
import type { Fault } from '../ui/FaultContext.ts'

/** What is confirmed at the bedside before an administration is signed. */
export interface Confirmation {
  readonly key: Confirmed
  readonly label: string
  readonly rule: string
}

const IDENTITY: Confirmation = {
  key: 'identity',
  label: 'Name, date of birth and MRN checked with the patient and the wristband',
  rule: 'CHART-2',
}
const BAG_LABEL: Confirmation = {
  key: 'bag',
  label: `The bag’s label says ${unitsText(BAG.units)} in ${withUnit(BAG.volumeMl, 'mL')}`,
  rule: 'CHART-9',
}
const ACCESS: Confirmation = {
  key: 'access',
  label: 'Its own access, for heparin alone, and a volumetric pump',
  rule: 'BOL-7',
}

/** Before a start or recommencing. */
export const START_CONFIRMATIONS: readonly Confirmation[] = [IDENTITY, BAG_LABEL, ACCESS]
/** Before a restart or resume. */
export const RUN_CONFIRMATIONS: readonly Confirmation[] = [IDENTITY, ACCESS]
/** Before a bolus. */
export const BOLUS_CONFIRMATIONS: readonly Confirmation[] = [
  IDENTITY,
  {
    key: 'ampoule',
    label: `Drawn from ampoules of ${unitsText(AMPOULE.units)} in ${withUnit(AMPOULE.volumeMl, 'mL')}`,
    rule: 'BOL-7',
  },
  {
    key: 'flush',
    label: `Access for heparin alone, flushed with ${BOLUS_LIMITS.flushFromMl} to ${withUnit(BOLUS_LIMITS.flushToMl, 'mL')} of saline before; the same follows after`,
    rule: 'BOL-7',
  },
]

/** The first confirmation still missing, in words; null when all are there. */
export function missingConfirmation(
  all: readonly Confirmation[],
  ticked: readonly string[],
): Fault | null {
  const missing = all.find(({ key }) => !ticked.includes(key))
  if (!missing) return null
  const { label, rule } = missing
  return { reason: `Not confirmed yet: ${label}.`, rules: [rule], field: label }
}
