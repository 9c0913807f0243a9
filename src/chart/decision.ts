/** What `decide` answers. */
import type { RuleId } from '../protocols/ruleId.ts'
import type { EntryOf, UnhashedEntry } from './entries.ts'
import type { RefusalCode } from './refusals.ts'

/** Values behind a refusal; instants as ISO text, worded for a screen by `refusalText`. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** A refusal: its stable code (wording in refusals.ts), HTTP status, rule ids and facts. */
export interface Refusal {
  readonly code: RefusalCode
  readonly status: 403 | 409 | 422
  readonly rules: readonly RuleId[]
  readonly facts: Facts
}

type Unhashed<T> = T extends unknown ? Omit<T, 'hash'> : never

/**
 * Exactly one entry, or a refusal; only a second check that differs is both: the entry that counts it and the
 * refusal that the caller is told (SIGN-4).
 */
export type Decision =
  | { readonly kind: 'accepted'; readonly entry: UnhashedEntry }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'mismatch'
      readonly entry: Unhashed<EntryOf<'secondCheckMismatched'>>
      readonly refusal: Refusal
    }
