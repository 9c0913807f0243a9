/** What a tablet keeps until it is on the record: one captured command with all that is needed to show and send it. */
import * as z from 'zod/mini'
import { roles } from '../chart/people.ts'
import { instant } from '../chart/shapes.ts'

/** Who a chart is about, as a wristband says it, and the bed. */
export const tabletPatient = z.object({
  surname: z.string(),
  given: z.string(),
  dateOfBirth: z.string(),
  mrn: z.string(),
})

/** Why the server did not take it, as it said. */
const refusal = z.object({
  status: z.int(),
  title: z.string(),
  detail: z.optional(z.string()),
  next: z.optional(z.string()),
})

const capturedKind = z.enum([
  'stopInfusion',
  'ceaseInfusion',
  'recordCollection',
  'recordObservation',
])

const outboxItem = z.object({
  /** The command id: the server takes it once, however often it is sent. */
  id: z.string(),
  chartId: z.string(),
  patient: tabletPatient,
  bed: z.string(),
  /** Whose act it was; null where nobody was signed in. */
  author: z.nullable(z.object({ userId: z.string(), name: z.string(), role: z.enum(roles) })),
  /** The command without a signature. Its time is missing where the tablet did not know the server's. */
  command: z.looseObject({
    kind: capturedKind,
    expectedVersion: z.int(),
    happenedAt: z.optional(instant),
    reason: z.optional(z.string()),
  }),
  /** Nobody stated its time: the tablet counted back to it, by its own clock. */
  isTimeCounted: z.optional(z.boolean()),
  /** When it was kept: the server's time where it was known, and the tablet's own clock. */
  keptAt: z.nullable(instant),
  keptWall: z.number(),
  /** The last entry of the chart that was on the screen; null: none was. */
  seenSeq: z.nullable(z.int()),
  /** It went out and no answer came: it may be on the record already. */
  sent: z.boolean(),
  /** Set: the server did not take it, and a person looks at it. */
  needsPerson: z.boolean(),
  refusal: z.nullable(refusal),
  /** The note that says on the chart why it was let go, once somebody has decided so. */
  note: z.nullable(z.object({ commandId: z.string(), text: z.string(), happenedAt: instant })),
})
export type OutboxItem = z.infer<typeof outboxItem>

/** What is kept under a key, or null where this build cannot read it: another build's, which is never thrown away. */
export function readOutboxItem(value: unknown): OutboxItem | null {
  const read = outboxItem.safeParse(value)
  return read.success ? read.data : null
}

/** A stop is kept whatever happens; a fact may be looked at first. */
export function isStopItem({ command }: Pick<OutboxItem, 'command'>): boolean {
  return isStopKind(command.kind)
}

export function isStopKind(kind: string): kind is 'stopInfusion' | 'ceaseInfusion' {
  return kind === 'stopInfusion' || kind === 'ceaseInfusion'
}

export function isCapturedFactKind(kind: string): kind is 'recordCollection' | 'recordObservation' {
  return kind === 'recordCollection' || kind === 'recordObservation'
}
