import type { Chart } from '../../chart/chart.ts'
import type { ProtocolId } from '../../protocols/protocol.ts'
import { protocolFor } from '../../protocols/register.ts'

const PROTOCOLS: readonly ProtocolId[] = ['nstemi', 'stemi', 'vte', 'stroke']

/**
 * Fields of a draft that rest on the dose: on all that counts in the chart's version (results, rate, weight, protocol,
 * restrictions) and on the protocols of this build. They are asked again once any of it has moved on.
 */
export function restsOnDose<K extends string>(chart: Chart, ...fields: K[]): Record<K, unknown> {
  const on = [chart.version, ...PROTOCOLS.map((id) => protocolFor(id).version)]
  return Object.fromEntries(fields.map((field) => [field, on])) as Record<K, unknown>
}
