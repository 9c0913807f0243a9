import type { Chart, Owed } from './chart.ts'
import type { Entry, EntryOf } from './entries.ts'
import type { PersonOnEntry } from './people.ts'

/**
 * The countersign that is the second signature of an act: another person's, or where nobody was signed in for the act,
 * the one after its first signature (SIGN-3, SIGN-5).
 */
export function secondOf(
  act: Entry,
  entries: Chart['entries'],
): EntryOf<'countersigned'> | undefined {
  const signed = entries.filter(
    (each): each is EntryOf<'countersigned'> =>
      each.kind === 'countersigned' && each.actSeq === act.seq,
  )
  const first = act.by ?? signed[0]?.by
  return signed.find(({ by }) => by.userId !== first?.userId)
}

/** Whether this person's signature is the first one that an act still owes: their own act, or nobody's yet (SIGN-5). */
export function signsAsFirst(
  { by }: Pick<Owed, 'by'>,
  { userId }: Pick<PersonOnEntry, 'userId'>,
): boolean {
  return by === null || by.userId === userId
}
