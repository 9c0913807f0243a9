import type { Chart } from '../chart/chart.ts'
import type { Protocol } from '../protocols/protocol.ts'
import { protocolFor } from '../protocols/register.ts'
import { type Instant, instantOf, minuteOf } from '../time.ts'

/** A protocol at its version, in force from `at` until the next one. */
export interface ProtocolInForce {
  readonly at: Instant
  readonly protocol: Protocol
}

/** The protocols of a chart in the order in which they came into force (CHART-7). */
export function protocolsInForce({ entries, struck }: Chart): ProtocolInForce[] {
  return entries
    .flatMap((entry) =>
      entry.kind === 'infusionPrescribed' && !struck.has(entry.seq)
        ? [
            {
              at: instantOf(entry.happenedAt),
              protocol: protocolFor(entry.protocol, entry.protocolVersion),
            },
          ]
        : [],
    )
    .sort((a, b) => a.at - b.at)
}

/** The protocol that a sample of this time is read by; one in the minute of a change belongs to the earlier (NOMO-9). */
export function protocolAt(all: readonly ProtocolInForce[], at: Instant): Protocol | null {
  const inForce = all.findLast((each) => minuteOf(each.at) < minuteOf(at))
  return inForce?.protocol ?? null
}
