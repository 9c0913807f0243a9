import * as z from 'zod/mini'
import { sampleUse } from '../src/chart/entries.ts'
import { fieldsOf, restriction, suspensionReason } from '../src/chart/fields.ts'
import { line, text } from '../src/chart/shapes.ts'
import { type Instant, isIsoInstant, plusHours, plusMinutes } from '../src/time.ts'

const RELATIVE = /^([+-])(?=\d)(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/
const HOURS_PER_DAY = 24

/** True for a time told from the scenario's anchor: `-6h10m`, `+2d`, `now`. */
export function isRelative(time: string): boolean {
  return time === 'now' || RELATIVE.test(time)
}

/** The instant of a time told from an anchor, in elapsed time. @throws RangeError for any other text */
export function momentOf(time: string, anchor: Instant): Instant {
  if (time === 'now') return anchor
  const parts = RELATIVE.exec(time)
  if (!parts) throw new RangeError(`not a time from the anchor: ${time}`)
  const [, sign, days = 0, hours = 0, minutes = 0] = parts
  const way = sign === '-' ? -1 : 1
  const elapsedHours = Number(days) * HOURS_PER_DAY + Number(hours)
  return plusMinutes(plusHours(anchor, way * elapsedHours), way * Number(minutes))
}

const relative = z
  .string()
  .check(z.refine(isRelative, 'Give a time from the anchor, such as -6h10m.'))
const rate = z.nullable(z.number())

const due = z.strictObject({
  kind: line,
  about: z.optional(line),
  owner: z.optional(line),
  status: z.enum(['waiting', 'soon', 'due', 'overdue']),
  dueAt: relative,
  overdueAt: z.optional(relative),
  /** The due time as the ward's clock shows it. */
  shows: z.optional(line),
})

/** What a chart is expected to be at a moment; only what is written is compared. */
const state = {
  status: z.enum(['not-started', 'running', 'stopped', 'interrupted', 'ceased']),
  rateMlPerHour: rate,
  therapeuticRun: z.int(),
  restrictions: z.array(restriction),
  due: z.array(due),
  suspended: z.optional(z.array(suspensionReason)),
  pending: z.optional(z.nullable(z.strictObject({ kind: line, by: line, step: line }))),
  results: z.optional(z.array(z.strictObject({ text: line, use: sampleUse }))),
  restart: z.optional(z.strictObject({ notBefore: z.nullable(relative), rateMlPerHour: rate })),
  signaturesOwed: z.optional(z.int()),
}
const leaves = z.partial(
  z.strictObject({
    ...state,
    /** What the nomogram answers to the last result. */
    advises: z.enum(['no-change', 'change', 'stop', 'refer', 'nothing']),
  }),
)
/** What a step is expected to leave. */
export type Leaves = z.infer<typeof leaves>

const expected = z.strictObject({ at: z.optional(relative), ...state })
/** What the chart is expected to be at the end; `at` absent: at the last step. */
export type Expected = z.infer<typeof expected>

const { openChart: opening, ...others } = fieldsOf
const does = z.enum([...(Object.keys(others) as (keyof typeof others)[]), 'check'])

/**
 * One act: who does what, when. Its further fields are the command's own, with times told from the anchor and entries
 * named by the label (`as`) of the step that made them; the entry that a command is about is the latest fit one, unless named.
 */
const step = z.looseObject({
  at: relative,
  by: line,
  does,
  as: z.optional(line),
  /** The refusal's code, where the chart must refuse it. */
  refused: z.optional(line),
  leaves: z.optional(leaves),
})
export type Step = z.infer<typeof step>

/**
 * The baseline bloods of a patient whose story is about something else: complete and unremarkable save what is told,
 * recorded when the chart is opened. `aptt`: the laboratory's text, where no step of the story enters the baseline APTT.
 */
const baseline = z.strictObject({
  by: line,
  collectedAt: relative,
  aptt: z.optional(line),
  plateletsE9PerL: z.number(),
  haemoglobinGPerL: z._default(z.number(), 134),
  inr: z._default(z.number(), 1),
  ureaMmolPerL: z._default(z.number(), 5.4),
  sodiumMmolPerL: z._default(z.number(), 139),
  potassiumMmolPerL: z._default(z.number(), 4.2),
  creatinineUmolPerL: z._default(z.number(), 78),
  liverFunction: z._default(line, 'Within the laboratory’s limits'),
})

/** A whole patient: the chart as it is opened, what is done, and what is expected. Absent `anchor`: the present time. */
export const scenario = z.strictObject({
  story: text,
  rules: z.array(z.string()),
  anchor: z.optional(z.string().check(z.refine(isIsoInstant))),
  chart: z.strictObject({ at: relative, by: line, ...opening }),
  baseline: z.optional(baseline),
  steps: z.array(step),
  expected,
})
export type Scenario = z.infer<typeof scenario>

/** The steps that enter the baseline bloods of a story, in the minute that its chart is opened. */
export function baselineSteps({ chart, baseline }: Pick<Scenario, 'chart' | 'baseline'>): Step[] {
  if (!baseline) return []
  const { by, collectedAt, aptt, ...values } = baseline
  const at = chart.at
  const bloods: Step = { at, by, does: 'recordBloods', collectedAt, ...values }
  if (aptt === undefined) return [bloods]
  const sample = { collectedAt, site: 'away-from-heparin' }
  return [bloods, { at, by, does: 'recordResult', text: aptt, sample }]
}
