/** What is due on a ward, as its pages ask for it; loaded with them and not before. */
import * as z from 'zod/mini'
import { concernKinds } from '../chart/concernsOf.ts'
import { type DueItem, dueKinds } from '../chart/dueItem.ts'
import type { EntryKind } from '../chart/entries.ts'
import { roles } from '../chart/people.ts'
import { instant } from '../chart/shapes.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { type Instant, instantOf } from '../time.ts'
import type { Reply } from './api.ts'
import type { ChartStore } from './chartStore.ts'

const at = z.pipe(
  instant,
  z.transform((iso: string): Instant => instantOf(iso)),
)
function word<T extends string>() {
  return z.custom<T>((value) => typeof value === 'string')
}
const rules = z.array(word<RuleId>())

const dueItem = z.object({
  kind: z.enum(dueKinds),
  status: z.enum(['waiting', 'soon', 'due', 'overdue']),
  dueAt: at,
  overdueAt: z.nullable(at),
  owner: word<DueItem['owner']>(),
  rules,
  anchor: z.object({ seq: z.int(), at }),
  about: z.nullable(word<NonNullable<DueItem['about']>>()),
  stopAdvised: z.boolean(),
  priority: z.enum(['high', 'medium', 'low']),
  from: z.nullable(word<EntryKind>()),
})
/** Something due on a chart of the ward, with the kind of entry that it counts from. */
export type WardDueItem = z.infer<typeof dueItem>

const chart = z.object({
  chartId: z.string(),
  patient: z.object({ surname: z.string(), given: z.string(), mrn: z.string() }),
  bed: z.string(),
  due: z.array(dueItem),
  concerns: z.array(
    z.object({ kind: z.enum(concernKinds), at, rules, names: z.array(z.string()) }),
  ),
  lastPharmacistReview: z.nullable(
    z.object({
      at,
      by: z.object({ name: z.string(), role: z.enum(roles) }),
      concern: z.enum(['none', 'advice', 'urgent']),
    }),
  ),
  lastMoReviewAt: z.nullable(at),
})
/** A chart of the ward with all that is due on it and what wants a pharmacist's eye. */
export type WardDueChart = z.infer<typeof chart>

const wardDue = z.object({ now: at, charts: z.array(chart), damaged: z.array(z.string()) })
export type WardDue = z.infer<typeof wardDue>

/** All that is due on the open charts of a ward. */
export function readWardDue(
  store: Pick<ChartStore, 'ask'>,
  wardId: string,
): Promise<Reply<WardDue>> {
  return store.ask({ path: `/api/wards/${encodeURIComponent(wardId)}/due`, reader: wardDue })
}
