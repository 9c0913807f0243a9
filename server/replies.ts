import * as z from 'zod/mini'
import { allergy, procedureKind, protocolId } from '../src/chart/careFields.ts'
import { entry, sampleUse } from '../src/chart/entries.ts'
import { patient, restriction } from '../src/chart/fields.ts'
import { personOnEntry, roles } from '../src/chart/people.ts'
import { id, instant } from '../src/chart/shapes.ts'
import { emergencyAccessReply } from './accessReplies.ts'
import { PROBLEM_TYPE, problemReply } from './problems.ts'

/** Shapes of the replies: what is not of its shape is a 500 and is not sent. They also make the OpenAPI document. */

const competencies = z.strictObject({
  learningPackageUntil: z.nullable(instant),
  ivUnits: z.boolean(),
  notation: z.boolean(),
})
const person = z.strictObject({
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  competencies,
})
const ward = z.strictObject({ wardId: z.string(), name: z.string() })
const facility = z.strictObject({ name: z.string(), timeZone: z.string() })

/** One ward. */
export const wardReply = ward
/** The wards of the hospital. */
export const wardsReply = z.strictObject({ wards: z.array(ward) })

/** Who is signed in. */
export const sessionReply = z.strictObject({
  user: person,
  wards: z.array(ward),
  facility,
  now: instant,
  /** Charts of other wards that are open to this person for a while. */
  emergencyAccess: z.optional(z.array(emergencyAccessReply)),
  /** There only in the demonstration, whose patients and people are made up. */
  demonstration: z.optional(z.boolean()),
  /** What the person still has to choose for themselves (SIGN-3). */
  toChoose: z.strictObject({ password: z.boolean(), pin: z.boolean() }),
})

/** What the sign-in page shows: the accounts only of a demonstration. */
export const signInPageReply = z.strictObject({
  demonstration: z.boolean(),
  facility,
  accounts: z.array(
    z.strictObject({
      userId: z.string(),
      name: z.string(),
      role: z.enum(roles),
      about: z.string(),
      ward,
      password: z.string(),
      pin: z.string(),
    }),
  ),
})

const advice = z.nullable(z.looseObject({ kind: z.enum(['no-change', 'change', 'stop', 'refer']) }))
const protocol = z.nullable(z.strictObject({ id: protocolId, version: z.string() }))
const rate = z.nullable(z.number().check(z.positive()))

const infusion = z.strictObject({
  status: z.enum(['not-started', 'running', 'stopped', 'interrupted', 'ceased']),
  suspended: z.array(z.string()),
  rateMlPerHour: rate,
  since: z.nullable(instant),
  stop: z.nullable(
    z.strictObject({
      reason: z.enum(['nomogram', 'concern']),
      seq: z.int(),
      at: instant,
      rateBeforeMlPerHour: rate,
      restartNotBefore: z.nullable(instant),
      restartRateMlPerHour: rate,
    }),
  ),
  rateUnconfirmed: z.boolean(),
})

const pending = z.nullable(
  z.strictObject({
    actSeq: z.int(),
    kind: z.string(),
    by: personOnEntry,
    step: z.enum(['check', 'read-back']),
    lapsesAt: z.nullable(instant),
  }),
)

/** One due item. */
export const dueItem = z.strictObject({
  kind: z.string(),
  status: z.enum(['waiting', 'soon', 'due', 'overdue']),
  dueAt: instant,
  overdueAt: z.nullable(instant),
  owner: z.string(),
  rules: z.array(z.string()),
  anchor: z.strictObject({ seq: z.int(), at: instant }),
  about: z.nullable(z.string()),
  stopAdvised: z.boolean(),
  priority: z.enum(['high', 'medium', 'low']),
})

const { kind, about, stopAdvised, owner, dueAt, overdueAt } = dueItem.shape
/** What is due soon, due or overdue, for the alarms of a tablet; `seq`: the entry that it counts from. */
export const alarm = z.strictObject({
  kind,
  about,
  stopAdvised,
  owner,
  dueAt,
  overdueAt,
  seq: z.int(),
})

const patientOnChart = { patient, bed: z.string(), protocol, restrictions: z.array(restriction) }

/** The ward board, most urgent first. */
export const boardReply = z.strictObject({
  now: instant,
  /** The next instant at which time alone changes what the board says; null: none does. */
  changesAt: z.nullable(instant),
  charts: z.array(
    z.strictObject({
      chartId: id,
      seq: z.int(),
      ...patientOnChart,
      infusion,
      pending,
      therapeuticRun: z.int(),
      /** The MO's assessment since the last stop. */
      assessment: z.nullable(
        z.strictObject({
          finding: z.enum(['none', 'minor', 'major']),
          plan: z.enum(['restart', 'later', 'stay-off']),
        }),
      ),
      /** A procedure whose cease or recommence window is open or near. */
      procedure: z.nullable(
        z.strictObject({
          procedure: procedureKind,
          phase: z.enum(['booked', 'ended']),
          at: instant,
          heparinAt: instant,
        }),
      ),
      next: z.nullable(dueItem),
      alarms: z.array(alarm),
    }),
  ),
  /** Charts whose stored entries no longer match their hashes. */
  damaged: z.array(z.string()),
})

/** People of a ward, for naming the second signer. */
export const peopleReply = z.strictObject({ people: z.array(personOnEntry) })

/** A chart at `now`. */
export const chartReply = z.strictObject({
  chartId: id,
  seq: z.int(),
  version: z.int(),
  open: z.boolean(),
  now: instant,
  ...patientOnChart,
  allergies: z.array(allergy),
  amo: z.string(),
  wardId: z.string(),
  weight: z.nullable(
    z.strictObject({
      seq: z.int(),
      kg: z.number(),
      method: z.enum(['measured', 'estimated']),
      reason: z.nullable(z.string()),
      at: instant,
      by: personOnEntry,
    }),
  ),
  infusion,
  pending,
  owed: z.array(z.int()),
  therapeuticRun: z.int(),
  results: z.array(
    z.strictObject({
      seq: z.int(),
      text: z.string(),
      collectedAt: instant,
      use: sampleUse,
      advice,
      inStopBand: z.boolean(),
    }),
  ),
  due: z.array(dueItem),
})

/** The record of a chart. */
export const entriesReply = z.strictObject({ version: z.int(), entries: z.array(entry) })

/** The entry a command made; for a result also what the chart makes of it. */
export const commandReply = z.strictObject({
  entry,
  version: z.int(),
  use: z.optional(sampleUse),
  advice: z.optional(advice),
})

/** The "set pump to" card (SIGN-4 c): a rate, or for a bolus its units. */
export const checkReply = z.strictObject({
  setPumpToMlPerHour: rate,
  giveUnits: z.nullable(z.number().check(z.positive())),
  entry,
  version: z.int(),
})

/** The one figure of the health check. */
export const healthReply = z.strictObject({ status: z.literal('ok') })
/** The one figure of the readiness check. */
export const readyReply = z.strictObject({ status: z.literal('ready') })

const meanings = {
  400: 'Malformed: `errors` names each field',
  401: 'No session',
  403: 'This person may not, or the signature was refused, or a foreign Origin',
  404: 'Unknown, or of another ward',
  409: 'The chart moved on: `version` and, in `entries`, what is new',
  413: 'Body over 64 kB',
  415: 'Not JSON',
  422: 'A rule refuses it',
  429: 'Too many wrong tries: wait for `Retry-After`',
  503: 'Not now: ask another server process, or wait',
} as const

/** The error replies of a route, for the OpenAPI document. */
export function problems(...statuses: (keyof typeof meanings)[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: meanings[status], content: { [PROBLEM_TYPE]: { schema: problemReply } } },
    ]),
  )
}

/** A reply without a body. */
export const noContent = z.null()
