import type { Entry } from '../chart/entries.ts'
import { procedureName } from '../chart/procedureName.ts'
import { instantOf, type TimeZone } from '../time.ts'
import { dayAndClockText } from '../wording.ts'

type Kinds = 'procedurePlanned' | 'procedureMoved' | 'procedureEnded' | 'procedureCancelled'

const HAEMOSTASIS = {
  confirmed: 'haemostasis confirmed',
  'not-confirmed': 'haemostasis not confirmed',
}
const BLOOD = { none: 'no blood seen', seen: 'blood seen' }

function plannedText(entry: Extract<Entry, { kind: 'procedurePlanned' }>, zone: TimeZone): string {
  const { procedure, bookedAt, veryHighThromboticRisk, planBefore, planAfter, consulted } = entry
  const parts = [
    `${procedureName(procedure)}, booked for ${dayAndClockText(instantOf(bookedAt), zone)}`,
    veryHighThromboticRisk && 'very high thrombotic risk',
    planBefore && `before: ${planBefore}`,
    planAfter && `after: ${planAfter}`,
    ...consulted.map(
      ({ role, name, at }) => `${role}: ${name}, ${dayAndClockText(instantOf(at), zone)}`,
    ),
  ]
  return parts.filter(Boolean).join('; ')
}

/** What the entries of a procedure say (PROC-1). */
export const procedureTexts: {
  [K in Kinds]: (entry: Extract<Entry, { kind: K }>, zone: TimeZone) => string
} = {
  procedurePlanned: plannedText,
  procedureMoved: ({ bookedAt, reason }, zone) =>
    `To ${dayAndClockText(instantOf(bookedAt), zone)}: ${reason}`,
  procedureEnded: ({ haemostasis, bloodSeen }) =>
    [HAEMOSTASIS[haemostasis], bloodSeen && BLOOD[bloodSeen]].filter(Boolean).join(', '),
  procedureCancelled: ({ reason }) => reason,
}
