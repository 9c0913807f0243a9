/** What a prescription leaves to be done (DEV-1). */
import type { Chart } from './chart.ts'
import type { Unstamped } from './dueItem.ts'

/** Each deviation waits to be explained and copied to the health care record: at once, and never overdue. */
export function duePrescribing({ unexplained }: Chart): Unstamped[] {
  return unexplained.map(({ seq, at }) => ({
    kind: 'deviation-explained',
    dueAt: at,
    overdueAt: null,
    owner: 'mo',
    rules: ['DEV-1'],
    anchor: { seq, at },
  }))
}
