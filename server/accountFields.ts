import * as z from 'zod/mini'
import { roles } from '../src/chart/people.ts'
import { instant, line } from '../src/chart/shapes.ts'

const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 200

/** What identifies a person for good: small letters, digits and full stops. */
export const userId = z
  .string()
  .check(
    z.regex(
      /^[a-z][a-z0-9.]{1,38}$/,
      'Give a user id of small letters, digits and full stops, such as rn.adams.',
    ),
  )
/** A name as it is printed beside a signature. */
export const printedName = z
  .string()
  .check(
    z.refine((text) => line.safeParse(text).success, 'Give a printed name, such as Adams, Jo.'),
  )
/** A secret for signing in. */
export const password = z
  .string()
  .check(
    z.refine(
      ({ length }) => length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD,
      `Give a password of ${SHORTEST_PASSWORD} characters or more.`,
    ),
  )
/** A secret for signing (SIGN-3). */
export const pin = z.string().check(z.regex(/^\d{6}$/, 'Give a PIN of six digits.'))

/** What an administrator says of a person, beside the secrets (SIGN-1). */
export const account = {
  name: printedName,
  role: z.enum(roles),
  wardIds: z.array(line),
  competencies: z.strictObject({
    learningPackageUntil: z.nullable(instant),
    ivUnits: z.boolean(),
    notation: z.boolean(),
  }),
}
