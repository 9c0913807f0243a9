import * as z from 'zod/mini'
import type { Refusal } from '../src/chart/decision.ts'
import type { Entry } from '../src/chart/entries.ts'
import type { RuleId } from '../src/protocols/ruleId.ts'

/** The media type of every error (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json'

/** What is wrong with one field of a request. */
export interface FieldError {
  readonly field: string
  readonly detail: string
}

/** An error reply of the contract, without its `status` and `type` worked out. */
export interface ProblemContent {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  /** What to do now; no refusal leaves somebody standing. */
  readonly next: string
  readonly rules?: readonly RuleId[]
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
  readonly errors?: readonly FieldError[]
  /** The one field of the request that it is about, where there is one. */
  readonly field?: string
}

/** An answer other than success that the server itself words; the chart's own refusals are `Refused`. */
export class Problem extends Error {
  readonly content: ProblemContent
  readonly headers: Readonly<Record<string, string>>
  constructor(content: ProblemContent, headers: Readonly<Record<string, string>> = {}) {
    super(content.code)
    this.content = content
    this.headers = headers
  }
}

/** A refusal by the chart. `news` goes with status 409: the version now and what the caller has not seen. */
export class Refused extends Error {
  readonly refusal: Refusal
  readonly news: { readonly version: number; readonly entries: readonly Entry[] } | null
  constructor(refusal: Refusal, news: Refused['news'] = null) {
    super(refusal.code)
    this.refusal = refusal
    this.news = news
  }
}

/** The shape of every error reply, for the OpenAPI document. */
export const problemReply = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  next: z.optional(z.string()),
  rules: z.optional(z.array(z.string())),
  facts: z.optional(z.record(z.string(), z.unknown())),
  errors: z.optional(z.array(z.strictObject({ field: z.string(), detail: z.string() }))),
  field: z.optional(z.string()),
  version: z.optional(z.int()),
  entries: z.optional(z.array(z.looseObject({ seq: z.int(), kind: z.string() }))),
})

/** The body of an error reply. */
export function problemBody({ code, ...content }: ProblemContent): Record<string, unknown> {
  return { type: `/problems/${code}`, ...content }
}

/** 401: nobody is signed in on this device, or the session has ended. */
export function noSession(): Problem {
  return new Problem({
    code: 'no-session',
    status: 401,
    title: 'Nobody is signed in',
    detail: 'There is no session, or it has ended.',
    next: 'Sign in.',
  })
}

/** 401: unknown user and wrong password alike. */
export function signInRefused(): Problem {
  return new Problem({
    code: 'sign-in-refused',
    status: 401,
    title: 'Not signed in',
    detail: 'The user id or the password is not right.',
    next: 'Key both again.',
  })
}

/** 403: unknown signer and wrong PIN alike (SIGN-3). */
export function signatureRefused(): Problem {
  return new Problem({
    code: 'signature-refused',
    status: 403,
    title: 'Not signed',
    detail: 'The user id and PIN do not belong to a person of this ward.',
    next: 'Key the PIN again. Nothing was recorded.',
    rules: ['SIGN-3'],
  })
}

/** 404: what does not exist and what lies on another ward, told alike. */
export function notFound(): Problem {
  return new Problem({
    code: 'not-found',
    status: 404,
    title: 'Not found',
    detail: 'There is nothing here that you may see.',
    next: 'Go back to the ward board.',
  })
}

/** 422: a command id that was already used for something else. */
export function commandIdTaken(): Problem {
  return new Problem({
    code: 'command-id-taken',
    status: 422,
    title: 'This was already sent as something else',
    detail: 'The command id belongs to another command on this chart.',
    next: 'Send it again under a new command id.',
    rules: ['SIGN-8'],
  })
}

/** 403: accounts and wards are an administrator's work (SIGN-1). */
export function administratorsOnly(): Problem {
  return new Problem({
    code: 'administrators-only',
    status: 403,
    title: 'Administrators only',
    detail: 'Accounts and wards are kept by administrators, who do nothing clinical.',
    next: 'Ask an administrator.',
    rules: ['SIGN-1'],
  })
}

/** 409: a copy is made by the database's own tools. */
export function backUpElsewhere(): Problem {
  return new Problem({
    code: 'back-up-elsewhere',
    status: 409,
    title: 'This database is backed up by its own tools',
    detail: 'Only the embedded database is copied by this server.',
    next: 'Use pg_dump or the backup of your PostgreSQL.',
  })
}

/** 409: a user id or ward id that stands for somebody or something else. */
export function idTaken(field: 'userId' | 'wardId'): Problem {
  return new Problem({
    code: 'id-taken',
    status: 409,
    title: 'This id is taken',
    detail: 'It belongs to another account or ward.',
    next: 'Choose another id.',
    rules: ['SIGN-1'],
    field,
  })
}

/** 422: a ward that does not exist, in a transfer or an account. */
export function unknownWard(field: 'wardId' | 'wardIds'): Problem {
  return new Problem({
    code: 'unknown-ward',
    status: 422,
    title: 'No such ward',
    detail: 'This hospital has no ward by that id.',
    next: 'Choose a ward from the list.',
    rules: ['CHART-8'],
    field,
  })
}

/** 409: the patient already has an open chart. */
export function secondOpenChart(): Problem {
  return new Problem({
    code: 'second-open-chart',
    status: 409,
    title: 'This patient already has an open chart',
    detail: 'One heparin chart is open for this MRN, on this ward or another.',
    next: 'Use the open chart. If it lies on another ward, ask that ward to transfer it.',
    rules: ['CHART-8'],
  })
}

/** 429: too many wrong secrets for one person on one device. */
export function tooManyTries(seconds: number): Problem {
  return new Problem(
    {
      code: 'too-many-tries',
      status: 429,
      title: 'Too many wrong tries',
      detail: `Signing with this user id is held back on this device for ${seconds} seconds. A stop or cease is still taken.`,
      next: 'Wait, or ask a colleague to sign.',
      facts: { retryAfterSeconds: seconds },
    },
    { 'retry-after': `${seconds}` },
  )
}

/** 403: a request that another site's page sent. */
export function foreignOrigin(): Problem {
  return new Problem({
    code: 'foreign-origin',
    status: 403,
    title: 'Not accepted from another site',
    detail: 'The request comes from a page that this server did not serve.',
    next: 'Open the chart at its own address.',
  })
}

/** 503: tablets are better sent to another process; why is for the operator. */
export function notReady(): Problem {
  return new Problem({
    code: 'not-ready',
    status: 503,
    title: 'Not ready',
    detail: 'This server takes no new tablets now.',
    next: 'Try again shortly.',
  })
}

/** 500: stored entries no longer match their hashes. */
export function recordDamaged(): Problem {
  return new Problem({
    code: 'record-damaged',
    status: 500,
    title: 'This chart cannot be trusted',
    detail:
      'Its stored entries no longer match their hashes: somebody changed them outside the chart.',
    next: 'Use the paper chart and call the administrator. A stop or cease is still taken.',
    rules: ['CHART-1'],
  })
}
