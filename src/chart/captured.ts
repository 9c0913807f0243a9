/** What an entry tells of the time between the bedside and the record, where a tablet kept it meanwhile. */
import * as z from 'zod/mini'
import { personOnEntry } from './people.ts'
import { instant } from './shapes.ts'

export const captured = z.strictObject({
  /** The version of the chart that the tablet showed; 0 where it showed none. */
  seenVersion: z.int(),
  /** Who looked at the newer chart and put a kept fact on the record all the same. */
  relayedBy: z.optional(personOnEntry),
  /**
   * The time that came with it, where the tablet's clock was wrong: ahead, and the entry has the time of its arrival, or
   * before what it had shown already, and the entry has the time of that.
   */
  statedAt: z.optional(instant),
})
/** How an entry came that a tablet kept (CHART-10). */
export type Captured = z.infer<typeof captured>
