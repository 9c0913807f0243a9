import * as z from 'zod/mini'
import { personOnEntry, type Role } from '../src/chart/people.ts'
import { refuse } from '../src/chart/refuse.ts'
import { id, instant, text } from '../src/chart/shapes.ts'
import { STATED_TIMES } from '../src/protocols/ward.ts'
import { type Instant, instantOf, isoOf, plusMinutes } from '../src/time.ts'
import type { App } from './app.ts'
import { commandIdTaken, Problem, Refused } from './problems.ts'
import { problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'
import { wardOf, wardParams } from './wardRoutes.ts'

const found = {
  commandId: id,
  happenedAt: instant,
  ampoulesOf5000Units: z.int().check(z.minimum(0)),
  storedApartFromOtherStrengths: z.boolean(),
  otherHeparinFound: z.optional(text),
  text: z.optional(text),
}
const newAudit = z.strictObject(found)
const audit = z.strictObject({
  ...found,
  wardId: z.string(),
  recordedAt: instant,
  by: personOnEntry,
})

/** Who looks after a ward's stock: its pharmacist and its nurses. */
const AUDITS_STORAGE: ReadonlySet<Role> = new Set(['pharmacist', 'RN', 'RM'])

/** The storage audits of a ward's heparin ampoules (AUDIT-1): facts about the stock, on no patient's chart. */
export function storageAuditRoutes(app: App, { storageAudits, clock }: Services): void {
  app.post(
    '/api/wards/:wardId/storage-audits',
    {
      schema: {
        summary: 'Record what was found in the ward’s stock of heparin ampoules',
        params: wardParams,
        body: newAudit,
        response: { 201: audit, ...problems(400, 401, 403, 404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const wardId = wardOf(request, request.params)
      const { userId, name, role } = senderOf(request).by
      if (!AUDITS_STORAGE.has(role)) throw storageAuditorsOnly(role)
      const now = clock.now()
      demandPast(request.body.happenedAt, now)
      const added = await storageAudits.add({
        ...request.body,
        wardId,
        recordedAt: isoOf(now),
        by: { userId, name, role },
      })
      if (added === null) throw commandIdTaken()
      return reply.code(201).send(z.parse(audit, added))
    },
  )

  app.get(
    '/api/wards/:wardId/storage-audits',
    {
      schema: {
        summary: 'The storage audits of a ward, the latest first',
        params: wardParams,
        response: {
          200: z.strictObject({ audits: z.array(audit) }),
          ...problems(401, 404),
        },
      },
    },
    async (request) => {
      const audits = await storageAudits.of(wardOf(request, request.params))
      return { audits: audits.map((each) => z.parse(audit, each)) }
    },
  )
}

/** SIGN-7: nothing is found in the future. */
function demandPast(happenedAt: string, now: Instant): void {
  if (instantOf(happenedAt) > plusMinutes(now, STATED_TIMES.futureByMinutes)) {
    throw new Refused(refuse('in-the-future', { stated: happenedAt }))
  }
}

/** 403: the stock is audited by those who keep it. */
function storageAuditorsOnly(role: Role): Problem {
  return new Problem({
    code: 'storage-auditors-only',
    status: 403,
    title: 'Not recorded',
    detail: `Storage is audited by the ward’s pharmacist and registered nurses; this session is of the role ${role}.`,
    next: 'Ask a pharmacist or a registered nurse of this ward.',
    rules: ['AUDIT-1'],
  })
}
