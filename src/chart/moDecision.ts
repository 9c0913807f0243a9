import type { RuleId } from '../protocols/ruleId.ts'
import { type Instant, plusMinutes } from '../time.ts'
import type { DueAbout, Unstamped } from './dueItem.ts'

/** A question that waits for a medical officer, due at `dueAt` and overdue so many minutes later. */
export function moDecision(
  about: DueAbout,
  anchor: Unstamped['anchor'],
  rules: readonly RuleId[],
  overdueAfterMinutes: number,
  dueAt: Instant = anchor.at,
): Unstamped {
  const overdueAt = plusMinutes(dueAt, overdueAfterMinutes)
  return { kind: 'mo-decision', dueAt, overdueAt, owner: 'mo', rules, anchor, about }
}
