import * as z from 'zod/mini'
import { METRIC_IDS } from '../src/audit/metrics.ts'
import { id, instant } from '../src/chart/shapes.ts'

const percent = z.number().check(z.minimum(0), z.maximum(100))
const minutes = z.nullable(z.number().check(z.minimum(0)))
const count = z.int().check(z.minimum(0))

const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), count, of: count, percent: z.nullable(percent) }),
  z.strictObject({ kind: z.literal('count'), count }),
  z.strictObject({
    kind: z.literal('between'),
    of: count,
    medianMinutes: minutes,
    shortestMinutes: minutes,
    longestMinutes: minutes,
  }),
  z.strictObject({
    kind: z.literal('in-range'),
    minutes: count,
    ofMinutes: count,
    percent: z.nullable(percent),
    infusions: z.array(z.strictObject({ chartId: id, startedAt: instant, percent })),
  }),
  z.strictObject({
    kind: z.literal('curve'),
    reached: count,
    of: count,
    medianMinutes: minutes,
    followedMinutes: count,
    steps: z.array(z.strictObject({ minutes: count, atRisk: count, reached: count, percent })),
  }),
])

const figure = z.strictObject({
  id: z.enum(METRIC_IDS),
  label: z.string(),
  definition: z.string(),
  value,
  charts: z.array(z.strictObject({ chartId: id, count, of: count })),
})

/** The audit of a ward: the whole period, and with a go-live what lies before and after it. */
export const auditReply = z.strictObject({
  wardId: z.string(),
  now: instant,
  /** The charts behind the figures; a patient is named only while on this ward. */
  charts: z.array(z.strictObject({ chartId: id, patient: z.nullable(z.string()) })),
  /** Charts left out because their stored entries no longer match their hashes. */
  damaged: z.array(z.string()),
  periods: z.array(
    z.strictObject({
      name: z.enum(['whole', 'before', 'after']),
      from: instant,
      to: instant,
      infusions: count,
      figures: z.array(figure),
    }),
  ),
})
