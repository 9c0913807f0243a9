import { describe, expect, test } from 'vitest'
import { createSecrets, DEMONSTRATION_COST, FULL_COST } from '../../server/secrets.ts'

describe('secrets', () => {
  test('SIGN-3: fit their own hash and no other', async () => {
    const secrets = createSecrets(DEMONSTRATION_COST)
    const kept = await secrets.hash('204811')

    expect(await secrets.fits('204811', kept)).toBe(true)
    expect(await secrets.fits('204812', kept)).toBe(false)
    expect(await secrets.fits('', kept)).toBe(false)
  })

  test('SIGN-3: where there is no account nothing fits, whatever is keyed', async () => {
    const secrets = createSecrets(DEMONSTRATION_COST)
    for (const secret of ['204811', '', 'nobody has this secret']) {
      expect(await secrets.fits(secret, null)).toBe(false)
    }
  })

  test('two people with one secret have different hashes', async () => {
    const secrets = createSecrets(DEMONSTRATION_COST)
    expect(await secrets.hash('204811')).not.toBe(await secrets.hash('204811'))
  })

  test('real ones cost 19 MiB and two passes a guess', async () => {
    expect(await createSecrets(FULL_COST).hash('204811')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    )
  })
})
