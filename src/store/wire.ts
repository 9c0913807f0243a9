/**
 * The replies of the server, checked at the door. A reply may gain fields, so unknown ones are let go; what a
 * screen reads must be there and be of its kind, or the reply counts as unreadable.
 */
import * as z from 'zod/mini'
import { procedureKind, protocolId } from '../chart/careFields.ts'
import { type Entry, entry } from '../chart/entries.ts'
import type { Person } from '../chart/people.ts'
import { roles } from '../chart/people.ts'
import { date, instant, seq } from '../chart/shapes.ts'
import type { RuleId } from '../protocols/ruleId.ts'
import { type Instant, instantOf, isTimeZone } from '../time.ts'

/** An instant on the wire, read. */
export const at = z.pipe(
  instant,
  z.transform((iso: string): Instant => instantOf(iso)),
)
const rules = z.array(z.custom<RuleId>((text) => typeof text === 'string'))

const person = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  competencies: z.object({
    learningPackageUntil: z.nullable(instant),
    ivUnits: z.boolean(),
    notation: z.boolean(),
  }),
})

/** Who is signed in, on which wards, in which facility. */
export const session = z.object({
  user: z.custom<Person>((value) => person.safeParse(value).success),
  wards: z.array(z.object({ wardId: z.string(), name: z.string() })),
  facility: z.object({ name: z.string(), timeZone: z.string().check(z.refine(isTimeZone)) }),
  now: at,
  /** Patients and people are made up: only then is there a tour. */
  demonstration: z.optional(z.boolean()),
  /** What they still have to choose for themselves (SIGN-3). */
  toChoose: z.optional(z.object({ password: z.boolean(), pin: z.boolean() })),
  /** Charts of other wards that are open to this person for a while. */
  emergencyAccess: z.optional(
    z.array(z.object({ chartId: z.string(), wardId: z.string(), reason: z.string(), endsAt: at })),
  ),
})
export type Session = z.infer<typeof session>

/** What the sign-in page is told before anybody has signed in; the accounts only of a demonstration. */
export const signInPage = z.object({
  demonstration: z.boolean(),
  facility: z.object({ name: z.string() }),
  accounts: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      role: z.enum(roles),
      about: z.string(),
      ward: z.object({ name: z.string() }),
      password: z.string(),
      pin: z.string(),
    }),
  ),
})
export type SignInPage = z.infer<typeof signInPage>

const dueItem = z.object({
  kind: z.string(),
  status: z.enum(['waiting', 'soon', 'due', 'overdue']),
  dueAt: at,
  overdueAt: z.nullable(at),
  owner: z.string(),
  rules,
  about: z.optional(z.nullable(z.string())),
  stopAdvised: z.optional(z.boolean()),
})

/** What a tablet's alarms need of a due item. */
export const alarm = z.object({
  kind: z.string(),
  about: z.nullable(z.string()),
  stopAdvised: z.boolean(),
  owner: z.string(),
  dueAt: at,
  overdueAt: z.nullable(at),
  seq,
})

const boardRow = z.object({
  chartId: z.string(),
  /** How far the chart has come: what the pack of a downtime must hold. */
  seq: z.optional(seq),
  patient: z.object({
    mrn: z.string(),
    surname: z.string(),
    given: z.string(),
    dateOfBirth: date,
    sex: z.string(),
  }),
  bed: z.string(),
  protocol: z.optional(z.nullable(z.object({ id: protocolId, version: z.string() }))),
  restrictions: z.optional(z.array(z.string())),
  therapeuticRun: z.optional(z.int()),
  assessment: z.optional(
    z.nullable(
      z.object({
        finding: z.enum(['none', 'minor', 'major']),
        plan: z.enum(['restart', 'later', 'stay-off']),
      }),
    ),
  ),
  infusion: z.object({
    status: z.enum(['not-started', 'running', 'stopped', 'interrupted', 'ceased']),
    suspended: z.array(z.string()),
    rateMlPerHour: z.nullable(z.number()),
    since: z.nullable(at),
    rateUnconfirmed: z.optional(z.boolean()),
    stop: z.nullable(
      z.object({
        at,
        rateBeforeMlPerHour: z.nullable(z.number()),
        restartNotBefore: z.nullable(at),
      }),
    ),
  }),
  pending: z.optional(
    z.nullable(z.object({ kind: z.string(), step: z.enum(['check', 'read-back']) })),
  ),
  procedure: z.optional(
    z.nullable(
      z.object({
        procedure: procedureKind,
        phase: z.enum(['booked', 'ended']),
        at,
        heparinAt: at,
      }),
    ),
  ),
  next: z.nullable(dueItem),
  /** What is due soon, due or overdue. A server of before has none. */
  alarms: z.optional(z.array(alarm)),
})
export type BoardRow = z.infer<typeof boardRow>

/** A ward's charts, the most urgent first; `damaged`: charts whose stored record no longer proves itself. */
export const board = z.object({
  now: at,
  /** The next instant at which time alone changes it. */
  changesAt: z.optional(z.nullable(at)),
  charts: z.array(boardRow),
  damaged: z.optional(z.array(z.string())),
})
export type Board = z.infer<typeof board>

/** One entry as it is on the record; the client reads it with the schema the server writes it with. */
const oneEntry = z.custom<Entry>((value) => entry.safeParse(value).success)

export const entriesPage = z.object({ version: z.int(), entries: z.array(oneEntry) })
export type EntriesPage = z.infer<typeof entriesPage>

/** What an accepted command gets. */
export const accepted = z.object({ entry: oneEntry, version: z.int() })
export type Accepted = z.infer<typeof accepted>

/** The second check agreed: what to set the pump to, or the bolus to give. */
export const checked = z.object({
  setPumpToMlPerHour: z.nullable(z.number()),
  giveUnits: z.optional(z.nullable(z.number())),
})
export type Checked = z.infer<typeof checked>

/** A refusal, RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  rules: z.optional(rules),
  next: z.optional(z.string()),
  facts: z.optional(z.record(z.string(), z.unknown())),
  errors: z.optional(z.array(z.object({ field: z.string(), detail: z.string() }))),
  field: z.optional(z.string()),
  version: z.optional(z.int()),
  entries: z.optional(z.array(oneEntry)),
})
export type Problem = z.infer<typeof problem>

/** The stream's first event: how far each chart of the ward has come. */
export const wardEvent = z.object({
  now: at,
  charts: z.array(z.object({ chartId: z.string(), seq })),
})
export const entryEvent = z.object({ chartId: z.string(), entry: oneEntry })
export const beatEvent = z.object({ now: at })
