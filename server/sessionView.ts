import { isoOf } from '../src/time.ts'
import type { Account } from './accountRows.ts'
import { emergencyView } from './emergencyView.ts'
import type { Services } from './services.ts'

/** The facility as every session and the sign-in page tell it. */
export async function facilityOf({
  accounts,
  timeZone,
}: Pick<Services, 'accounts' | 'timeZone'>): Promise<{ name: string; timeZone: string }> {
  return { name: (await accounts.facilityName()) ?? '', timeZone }
}

/** Who is signed in, where, and which charts of other wards are open to them. */
export async function sessionView(services: Services, { wardIds, ...user }: Account) {
  const { accounts, emergencyAccesses, clock, isDemonstration } = services
  const wards = await accounts.wards()
  const now = clock.now()
  const open = await emergencyAccesses.openOf(user.userId, now)
  const kept = await accounts.known(user.userId)
  return {
    user,
    wards: wards.filter((ward) => wardIds.includes(ward.wardId)),
    facility: await facilityOf(services),
    now: isoOf(now),
    toChoose: {
      password: kept?.passwordIsTemporary ?? false,
      pin: kept?.hasPin === false && user.role !== 'administrator',
    },
    ...(isDemonstration ? { demonstration: true } : {}),
    ...(open.length === 0 ? {} : { emergencyAccess: open.map(emergencyView) }),
  }
}
