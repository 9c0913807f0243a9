import { nstemi } from './nstemi.ts'
import type { Protocol, ProtocolId } from './protocol.ts'
import { stemi } from './stemi.ts'
import { stroke } from './stroke.ts'
import { vte } from './vte.ts'

/** Every released version of every protocol, the one now prescribed first; nothing ever leaves this list. */
const RELEASES: ReadonlyMap<unknown, readonly [current: Protocol, ...earlier: Protocol[]]> =
  new Map([
    ['nstemi', [nstemi]],
    ['stemi', [stemi]],
    ['vte', [vte]],
    ['stroke', [stroke]],
  ])

/**
 * The protocol of an id, in the version named or, without one, in the version now prescribed (INIT-1).
 * @throws RangeError for an id or a version that was never released
 * @example protocolFor('vte', '402.3')
 */
export function protocolFor(id: ProtocolId, version?: string): Protocol {
  const releases = RELEASES.get(id)
  if (!releases) throw new RangeError(`no such protocol: ${id}`)
  if (version === undefined) return releases[0]
  const release = releases.find((protocol) => protocol.version === version)
  if (!release) throw new RangeError(`no such version of protocol ${id}: ${version}`)
  return release
}
