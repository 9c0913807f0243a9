import { hash, type Options, verify } from '@node-rs/argon2'

/** What one guess costs: memory in KiB and passes over it. */
export interface HashCost {
  readonly memoryKib: number
  readonly passes: number
}

/** For real secrets: the OWASP minimum for argon2id. */
export const FULL_COST: HashCost = { memoryKib: 19_456, passes: 2 }
/** For the demonstration's secrets, which the sign-in page prints. */
export const DEMONSTRATION_COST: HashCost = { memoryKib: 256, passes: 1 }

/** Makes and checks hashes of passwords and PINs (argon2id). */
export interface Secrets {
  hash(secret: string): Promise<string>
  /** True when the secret fits. Without a hash (no such account) it takes as long and is false. */
  fits(secret: string, hash: string | null): Promise<boolean>
}

/** Secrets hashed at a cost. */
export function createSecrets({ memoryKib, passes }: HashCost): Secrets {
  const options: Options = { memoryCost: memoryKib, timeCost: passes, parallelism: 1 }
  const nobody = hash('nobody has this secret', options)
  return {
    hash: (secret) => hash(secret, options),
    async fits(secret, kept) {
      const right = await verify(kept ?? (await nobody), secret)
      return right && kept !== null
    },
  }
}
