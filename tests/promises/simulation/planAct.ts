import type { Entry } from '../../../src/chart/entries.ts'
import type { Act, Check } from '../../../src/store/sending.ts'
import type { Instant } from '../../../src/time.ts'
import { isoOf } from '../../../src/time.ts'
import { Course, type Fields } from '../../chart/support/course.ts'
import { people } from '../../chart/support/people.ts'
import { actToSign, fieldsOf, resolved, type Step, spoilt } from '../../chart/support/wild.ts'

/** What a person is about to send from a screen that they have opened; signed when it is sent. */
export type Planned =
  | {
      readonly kind: 'act'
      readonly act: Act
      readonly signs: 'own' | 'nobody' | { readonly userId: string }
      /** The stated time is not the moment of sending. */
      readonly isLate: boolean
    }
  | { readonly kind: 'check'; readonly check: Check }

const PRESCRIBERS = ['prescribe', 'orderRate', 'orderBolus', 'assessBleeding', 'clearSuspension']
const WARD_CHANGES = 41

/** What a person would do next on the chart as their screen has it; null where it is not theirs to do. */
export function planAct(
  entries: readonly Entry[],
  now: Instant,
  step: Step,
  isPrescriber: boolean,
): Planned | null {
  const course = new Course()
  course.entries = [...entries]
  course.now = now
  const one = resolved(course, step)
  if (PRESCRIBERS.includes(one.kind) && !isPrescriber && one.care > 0) return null
  if (one.kind === 'check' || one.kind === 'countersign') return planSecond(course, one)
  const fields =
    one.kind === 'transferWard' && one.a % WARD_CHANGES === 0
      ? { wardId: 'ccu', bed: 'C1' }
      : fieldsOf(course, one)
  const whole = course.command(one.kind, fields as Fields<'writeNote'>)
  const command = one.care === 0 ? spoilt(whole, one) : whole
  const signs = 'signature' in command && command.signature ? 'own' : 'nobody'
  return {
    kind: 'act',
    act: bare(command),
    signs,
    isLate: command.happenedAt !== isoOf(now),
  }
}

function planSecond(course: Course, one: Step): Planned | null {
  const actSeq = actToSign(course, one)
  if (actSeq === null) return null
  const { userId } = people[one.care === 1 ? one.who : one.second]
  const wrong = one.care < 3 ? { checkedRateMlPerHour: 59, checkedUnits: 9 } : {}
  const fields = { ...course.countersign(actSeq), ...wrong }
  if (one.kind === 'check') {
    const { signature: _, shown: __, pumpReadBackMlPerHour: ___, ...figures } = fields
    return { kind: 'check', check: { ...figures, userId } as Check }
  }
  const readBack = one.b % 9 === 0 ? { pumpReadBackMlPerHour: 58 } : {}
  const command = course.command('countersign', { ...fields, ...readBack })
  return { kind: 'act', act: bare(command), signs: { userId }, isLate: false }
}

/** Without the id, which the store gives, and the signature, which is keyed at the end. */
function bare(command: object): Act {
  const { commandId: _, signature: __, ...act } = command as Record<string, unknown>
  return act as unknown as Act
}
