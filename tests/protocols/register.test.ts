import { expect, test } from 'vitest'
import { PROTOCOL_IDS, type ProtocolId } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'

test.each(PROTOCOL_IDS)('INIT-1: %s is found by its id, and by its id and version', (id) => {
  expect(protocolFor(id).id).toBe(id)
  expect(protocolFor(id, '402.3')).toBe(protocolFor(id))
})

test.each(['', 'VTE', 'af', 'toString', '__proto__', 'constructor', 0, null, undefined])(
  'INIT-1: an unknown protocol, %o, is an error and never another protocol',
  (id) => {
    expect(() => protocolFor(id as ProtocolId)).toThrow(new RangeError(`no such protocol: ${id}`))
  },
)

test.each(['', '402', '402.2', '402.30', 'latest', null])(
  'INIT-1: an unknown version, %o, is an error and never another version',
  (version) => {
    expect(() => protocolFor('vte', version as string)).toThrow(
      new RangeError(`no such version of protocol vte: ${version}`),
    )
  },
)

test.each(PROTOCOL_IDS)('INIT-1: nothing in %s can be changed at run time', (id) => {
  const protocol = protocolFor(id)
  expect(unfrozenIn(protocol)).toEqual([])
  expect(() => Object.assign(protocol, { version: '402.4' })).toThrow(TypeError)
  expect(() => Object.assign(protocol.nomogram[0] ?? {}, { changeTenths: 100 })).toThrow(TypeError)
  expect(() => Object.assign(protocol.startingRows, { 0: null })).toThrow(TypeError)
})

function unfrozenIn(value: unknown, path = 'protocol'): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, part]) => unfrozenIn(part, `${path}.${key}`))
  return Object.isFrozen(value) ? inside : [path, ...inside]
}
