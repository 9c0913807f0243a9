import * as z from 'zod/mini'
import { personOnEntry, roles } from '../src/chart/people.ts'
import { id, instant } from '../src/chart/shapes.ts'

/** People who may switch in on a tablet by their PIN. */
export const tabletPeopleReply = z.strictObject({ people: z.array(personOnEntry) })

/** The sessions of the person who asks. */
export const ownSessionsReply = z.strictObject({
  sessions: z.array(
    z.strictObject({
      isThis: z.boolean(),
      /** Enough to tell two tablets apart; null where it is not known. */
      tablet: z.nullable(z.string()),
      begunAt: instant,
      seenAt: instant,
    }),
  ),
})

/** One access to a chart of another ward, as its person sees it. */
export const emergencyAccessReply = z.strictObject({
  accessId: id,
  chartId: id,
  wardId: z.string(),
  reason: z.string(),
  begunAt: instant,
  endsAt: instant,
})

/** The accesses to one chart, for those who read it. */
export const chartAccessesReply = z.strictObject({
  accesses: z.array(z.extend(emergencyAccessReply, { by: personOnEntry })),
})

/** All accesses, for the administrator's review. */
export const accessReviewsReply = z.strictObject({
  accesses: z.array(
    z.extend(emergencyAccessReply, {
      by: personOnEntry,
      mrn: z.string(),
      review: z.nullable(
        z.strictObject({
          by: z.strictObject({ userId: z.string(), name: z.string() }),
          at: instant,
          finding: z.string(),
        }),
      ),
    }),
  ),
})

/** Who has read which chart. */
export const readingsReply = z.strictObject({
  readings: z.array(
    z.strictObject({
      at: instant,
      by: z.strictObject({ userId: z.string(), name: z.string(), role: z.enum(roles) }),
      what: z.enum(['chart', 'board', 'due', 'audit', 'kept']),
      way: z.enum(['ward', 'emergency']),
      wardId: z.string(),
      chartId: z.nullable(id),
      mrn: z.nullable(z.string()),
      tablet: z.nullable(z.string()),
    }),
  ),
  more: z.boolean(),
})
