import type { Secrets } from '../../../server/secrets.ts'

/** Secrets that cost nothing, so that no work leaves the one thread of a run. */
export const plainSecrets: Secrets = {
  hash: async (secret) => `plain ${secret}`,
  fits: async (secret, kept) => kept === `plain ${secret}`,
}
