import { instantOf } from '../src/time.ts'
import type { Account } from './accountRows.ts'
import { type Capture, isKeptStop } from './capturedDesk.ts'
import { authorNotOfTablet } from './captureProblems.ts'
import type { Services } from './services.ts'
import type { Tablet } from './tablets.ts'

/** Whose act a tablet says it kept: a user id, or null where nobody was signed in. */
interface Claim {
  readonly tablet: Tablet
  readonly userId: string | null
  readonly command: Capture['command']
}

/** Whose word a kept act is (SIGN-7): of who had the tablet when it happened. */
export interface CapturedAuthors {
  /**
   * A stop goes on as nobody's rather than not at all (SIGN-5).
   * @throws 403 for a fact that is not its author's
   */
  of(claim: Claim): Promise<Account | null>
  /**
   * What happened after its author had left the tablet is the word of `by`, who has looked at it.
   * @throws 403 where the author was never on this tablet
   */
  ofRelayed(claim: Claim, by: Account): Promise<Account>
}

/** The authors as the tablets of the wards know them. */
export function createCapturedAuthors({
  accounts,
  tablets,
}: Pick<Services, 'accounts' | 'tablets'>): CapturedAuthors {
  const isTheirs = (tablet: Tablet, userId: string, { happenedAt }: Capture['command']) =>
    tablets.hadIt(tablet, userId, instantOf(happenedAt))

  return {
    async of({ tablet, userId, command }) {
      if (userId === null) return null
      const isOwn = await isTheirs(tablet, userId, command)
      if (isKeptStop(command)) return isOwn ? accounts.known(userId) : null
      return demanded(isOwn ? await accounts.find(userId) : null)
    },

    async ofRelayed({ tablet, userId, command }, by) {
      const isKnown = userId !== null && (await tablets.wasEverOn(tablet, userId))
      const named = demanded(isKnown ? await accounts.known(userId) : null)
      return (await isTheirs(tablet, named.userId, command)) ? named : by
    },
  }
}

/** @throws 403 where there is nobody whose word it is */
function demanded(author: Account | null): Account {
  if (!author) throw authorNotOfTablet()
  return author
}
