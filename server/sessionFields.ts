import * as z from 'zod/mini'

const LONGEST_INPUT = 200
const LONGEST_UNTOUCHED_MINUTES = 60

/** A user id, password or PIN as it is keyed. */
export const keyed = z.string().check(z.maxLength(LONGEST_INPUT))
/** What a page asks for with its session; a client without a screen leaves it out and is never locked. */
export const locksAfterMinutes = z.optional(
  z.int().check(z.minimum(1), z.maximum(LONGEST_UNTOUCHED_MINUTES)),
)
/** The body of what is said by its address alone. */
export const nothing = z.nullish(z.strictObject({}))
