/** The replies about accounts. */
import * as z from 'zod/mini'
import { roles } from '../src/chart/people.ts'
import { instant } from '../src/chart/shapes.ts'
import { accountActs } from './accountLog.ts'

const account = z.strictObject({
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  wardIds: z.array(z.string()),
  competencies: z.strictObject({
    learningPackageUntil: z.nullable(instant),
    ivUnits: z.boolean(),
    notation: z.boolean(),
  }),
  endedAt: z.nullable(instant),
  hasPin: z.boolean(),
  passwordIsTemporary: z.boolean(),
})

/** One account, never with its secrets. */
export const accountReply = account
/** All accounts. */
export const accountsReply = z.strictObject({ accounts: z.array(account) })

/** A page of the account log. */
export const accountLogReply = z.strictObject({
  lines: z.array(
    z.strictObject({
      no: z.int(),
      at: instant,
      /** Null: at the setting up. */
      by: z.nullable(z.string()),
      what: z.enum(accountActs),
      about: z.string(),
      changes: z.array(
        z.strictObject({
          field: z.enum(['name', 'role', 'wards', 'learningPackageUntil', 'ivUnits', 'notation']),
          from: z.nullable(z.string()),
          to: z.nullable(z.string()),
        }),
      ),
    }),
  ),
})
