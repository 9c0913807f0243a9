import type { Person, Signer } from '../src/chart/people.ts'
import type { Account, Accounts } from './accounts.ts'
import { signatureRefused } from './problems.ts'
import type { Tries } from './tries.ts'

/** A signature as it is keyed: a person and their PIN, on a device (whose session it shows, and where). */
interface KeyedSignature {
  readonly userId: string
  readonly pin: string
  readonly device: string
}

/** Proves who signs (SIGN-3). */
export interface Signatures {
  /** The person of this user id and PIN. Throws the same refusal for an unknown person, a wrong PIN and another ward. */
  prove(keyed: KeyedSignature, wardId: string): Promise<Signer>
  /** For a stop or cease: never refused and never held back; without the right PIN the identity is unconfirmed (SIGN-5). */
  proveIfPossible(person: Person, pin: string | undefined): Promise<Signer>
  /** A person of the ward by user id alone, for the blind check, which is signed afterwards (SIGN-4). */
  name(userId: string, wardId: string): Promise<Signer>
}

/** Signatures against the accounts; wrong PINs are counted by person and device. */
export function createSignatures(accounts: Accounts, tries: Tries): Signatures {
  async function personOf(userId: string, wardId: string): Promise<Account | null> {
    const account = await accounts.find(userId)
    return account?.wardIds.includes(wardId) ? account : null
  }

  return {
    async prove({ userId, pin, device }, wardId) {
      const account = await personOf(userId, wardId)
      const isRight = await tries.judge(
        `${userId} ${device}`,
        async () => (await accounts.pinFits(userId, pin)) && account !== null,
      )
      if (!isRight || !account) throw signatureRefused()
      return signerOf(account, 'confirmed')
    },

    async proveIfPossible(person, pin) {
      const fits = pin !== undefined && (await accounts.pinFits(person.userId, pin))
      return signerOf(person, fits ? 'confirmed' : 'unconfirmed')
    },

    async name(userId, wardId) {
      const account = await personOf(userId, wardId)
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
