import { expect, test } from 'vitest'

// Loaded inside a test, so that a protocol file which breaks a law fails a test and not only the loading of one.
test('INIT-1, NOMO-1: every protocol file loads, which holds it to the laws of a protocol', async () => {
  const { PROTOCOL_IDS } = await import('../../src/protocols/protocol.ts')
  const { protocolFor } = await import('../../src/protocols/register.ts')
  expect(PROTOCOL_IDS.map((id) => protocolFor(id).nomogram.length)).toEqual([5, 5, 6, 7])
})
