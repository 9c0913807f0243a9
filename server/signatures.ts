import type { Person, Signer } from '../src/chart/people.ts'
import type { Account } from './accountRows.ts'
import type { Accounts } from './accounts.ts'
import type { ChartAccess } from './chartAccess.ts'
import { signatureRefused } from './problems.ts'
import type { Guess, Tries } from './tries.ts'

/** A signature as it is keyed: a person and their PIN, on a device, in whose session. */
interface KeyedSignature {
  readonly userId: string
  readonly pin: string
  readonly device: string
  readonly sessionOf: string
}

/** Proves who signs (SIGN-3). */
export interface Signatures {
  /** The person of this user id and PIN. Throws the same refusal for an unknown person, a wrong PIN and another ward. */
  prove(keyed: KeyedSignature, chartId: string): Promise<Signer>
  /**
   * For a stop or cease: never refused and never held back; without the right PIN the identity is unconfirmed (SIGN-5).
   * A wrong one counts as any other.
   */
  proveIfPossible(person: Person, pin: string | undefined, device: string): Promise<Signer>
  /** A person of the ward by user id alone, for the blind check, which is signed afterwards (SIGN-4). */
  name(userId: string, chartId: string): Promise<Signer>
}

/** Signatures against the accounts; wrong PINs are counted by person and device. */
export function createSignatures(
  accounts: Accounts,
  tries: Tries,
  chartAccess: ChartAccess,
): Signatures {
  async function personOf(userId: string, chartId: string): Promise<Account | null> {
    const account = await accounts.find(userId)
    return account && (await chartAccess.of(chartId, account)) ? account : null
  }

  /** Whatever the count does, a stop goes on. */
  async function noteWrong(guess: Guess): Promise<void> {
    await tries.noteWrong(guess).catch(() => undefined)
  }

  return {
    async prove({ userId, pin, device, sessionOf }, chartId) {
      let account: Account | null = null
      const guess = { userId, secret: 'pin', place: device, sessionOf } as const
      const isRight = await tries.judge(guess, async () => {
        // The same work for an unknown person and a wrong PIN: who it is is looked up after the PIN has fitted.
        if (!(await accounts.pinFits(userId, pin))) return false
        account = await personOf(userId, chartId)
        return account !== null
      })
      if (!isRight || !account) throw signatureRefused()
      return signerOf(account, 'confirmed')
    },

    async proveIfPossible(person, pin, device) {
      if (pin === undefined) return signerOf(person, 'unconfirmed')
      const { userId } = person
      const fits = await accounts.pinFits(userId, pin)
      if (!fits) await noteWrong({ userId, secret: 'pin', place: device, sessionOf: userId })
      return signerOf(person, fits ? 'confirmed' : 'unconfirmed')
    },

    async name(userId, chartId) {
      const account = await personOf(userId, chartId)
      if (!account) throw signatureRefused()
      return signerOf(account, 'confirmed')
    },
  }
}

/** The signer of a fact that needs no PIN: the session's own person. */
export function signerOf(
  { userId, name, role, competencies }: Person,
  identity: Signer['identity'],
): Signer {
  return { userId, name, role, competencies, identity }
}
