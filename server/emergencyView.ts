import { isoOf } from '../src/time.ts'
import type { EmergencyAccess } from './emergencyAccesses.ts'

/** An emergency access as its person is told it. */
export function emergencyView({
  accessId,
  chartId,
  wardId,
  reason,
  begunAt,
  endsAt,
}: EmergencyAccess) {
  return { accessId, chartId, wardId, reason, begunAt: isoOf(begunAt), endsAt: isoOf(endsAt) }
}

/** The same with who it is, for others to read. */
export function emergencyViewOf(access: EmergencyAccess) {
  const { userId, name, role } = access
  return { ...emergencyView(access), by: { userId, name, role } }
}
