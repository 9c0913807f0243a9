import * as z from 'zod/mini'
import { concernKinds } from '../src/chart/concernsOf.ts'
import { fieldsOf, patient } from '../src/chart/fields.ts'
import { personOnEntry } from '../src/chart/people.ts'
import { id, instant } from '../src/chart/shapes.ts'
import { dueItem } from './replies.ts'

/** All that is due on a ward, and what wants a pharmacist's eye. */
export const dueReply = z.strictObject({
  now: instant,
  charts: z.array(
    z.strictObject({
      chartId: id,
      patient,
      bed: z.string(),
      due: z.array(
        z.strictObject({
          ...dueItem.shape,
          /** The kind of entry that it counts from. */
          from: z.nullable(z.string()),
        }),
      ),
      concerns: z.array(
        z.strictObject({
          kind: z.enum(concernKinds),
          at: instant,
          rules: z.array(z.string()),
          names: z.array(z.string()),
        }),
      ),
      lastPharmacistReview: z.nullable(
        z.strictObject({
          at: instant,
          by: personOnEntry,
          concern: fieldsOf.reviewAsPharmacist.concern,
        }),
      ),
      lastMoReviewAt: z.nullable(instant),
    }),
  ),
  damaged: z.array(z.string()),
})
