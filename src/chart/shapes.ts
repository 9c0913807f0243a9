/** The shapes that fields are made of: text, time, numbers. */
import * as z from 'zod/mini'
import { isIsoInstant } from '../time.ts'

export const LONGEST_NAME = 120
/** Just under what a request body holds: a long note is no reason to lose it. */
const LONGEST_TEXT = 65_000

/** Text of one line: a name, a bed, a reason in a few words. */
export const line = z.string().check(
  z.refine((text) => text.trim() !== '', 'Write something here.'),
  z.maxLength(LONGEST_NAME),
)
/** Text of some length: a note, a reason, instructions. */
export const text = z.string().check(
  z.refine((value) => value.trim() !== '', 'Write something here.'),
  z.maxLength(LONGEST_TEXT),
)
/** An instant in UTC, `2027-04-03T13:30:00Z`. */
export const instant = z
  .string()
  .check(z.refine(isIsoInstant, 'Give an instant in UTC, such as 2027-04-03T13:30:00Z.'))
/** A calendar date, `1951-03-09`. */
export const date = z
  .string()
  .check(
    z.refine(
      (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isIsoInstant(`${value}T00:00:00Z`),
      'Give a date such as 1951-03-09.',
    ),
  )
export const id = z.guid()
export const seq = z.int().check(z.minimum(1))
export const figure = z.number()
