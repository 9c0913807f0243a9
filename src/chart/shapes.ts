/** The shapes that fields are made of: text, time, numbers. */
import * as z from 'zod/mini'
import { isIsoInstant } from '../time.ts'
import { isLookAlike, isPlain, isUnseen } from './writtenText.ts'

export const LONGEST_NAME = 120
/** Just under what a request body holds: a long note is no reason to lose it. */
const LONGEST_TEXT = 65_000

/** The same letter can be stored in two ways, which look alike and compare as different: one of them is kept. */
const composed = z.normalize('NFC')
const something = z.refine<string>((text) => text.trim() !== '', 'Write something here.')
const unseen = 'Leave out characters that cannot be seen or that turn the order of the text.'

/** Text of one line: a name, a bed, a reason in a few words. */
export const line = z.string().check(
  composed,
  something,
  z.maxLength(LONGEST_NAME),
  z.refine((text) => !isUnseen(text, 'line'), unseen),
  z.refine((text) => !isLookAlike(text), 'Write each word in the letters of one script.'),
)
/** What is said of a stop, as it was typed: no sign in it is worth a refusal (SIGN-5). */
export const stopText = z.string().check(composed, something, z.maxLength(LONGEST_TEXT))
/** Text of some length: a note, a reason, instructions. */
export const text = stopText.check(z.refine((value) => !isUnseen(value, 'lines'), unseen))
/** What tells two patients or two samples apart, as a keyboard writes it: an MRN, an accession number. */
export const identifier = z
  .string()
  .check(
    z.maxLength(LONGEST_NAME),
    z.refine(isPlain, 'Give plain letters, digits and signs, with no space before or after.'),
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
