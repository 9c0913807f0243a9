import type { Allergy, Medicines, SecondIndication } from '../chart/careFields.ts'
import type { AdviceFrom, Deviation } from '../chart/fields.ts'
import { protocolFor } from '../protocols/register.ts'
import { type Instant, instantOf, type TimeZone } from '../time.ts'
import { dayAndClockText, whenText } from '../wording.ts'

/** `Penicillin (rash); latex (hives)`, or `None known` (CHART-2). */
export function allergiesText(all: readonly Allergy[]): string {
  if (all.length === 0) return 'None known'
  return all.map(({ to, reaction }) => `${to} (${reaction})`).join('; ')
}

/** `AF; Dr Haddad (AMO) chose VTE/ATE/AF: higher risk of a clot` (CHART-3). */
export function secondIndicationText(second: SecondIndication): string {
  return `${secondShortText(second)}: ${second.rationale}`
}

/** `AF; Dr Haddad (AMO) chose VTE/ATE/AF`, for the banner. */
export function secondShortText({ indication, amo, protocol }: SecondIndication): string {
  return `${indication}; ${amo} (AMO) chose ${protocolFor(protocol).label}`
}

/** One line for each medicine beside the heparin; `None` where there are none (CHART-6, BOL-3). */
export function medicineLines(
  { antiplatelets, anticoagulants, others }: Medicines,
  zone: TimeZone,
): string[] {
  const lines = [
    ...antiplatelets.map(({ agent, plan, amo }) => {
      const who = amo === undefined ? '' : `, decided by ${amo} (AMO)`
      return `${agent} (antiplatelet): ${plan}${who}`
    }),
    ...anticoagulants.map(({ agent, dose, lastDoseAt, therapeutic }) => {
      const last = lastDoseAt === null ? 'not known' : dayAndClockText(instantOf(lastDoseAt), zone)
      return `${agent} ${dose} (anticoagulant): last dose ${last}, therapeutic: ${therapeutic}`
    }),
    ...others,
  ]
  return lines.length === 0 ? ['None'] : lines
}

/** `haematologist Lim, 13:40` */
export function adviceText(all: readonly AdviceFrom[], now: Instant, zone: TimeZone): string {
  return all
    .map(({ role, name, at }) => `${role} ${name}, ${whenText(instantOf(at), now, zone)}`)
    .join('; ')
}

/** How long a deviation holds: `until 13:40`, `this act only` (DEV-1). */
export function untilText({ until }: Deviation, now: Instant, zone: TimeZone): string {
  if (until === undefined) return 'this act only'
  if (until === 'next-result') return 'until the next result'
  return until === 'ended' ? 'until it is ended' : `until ${whenText(instantOf(until), now, zone)}`
}
