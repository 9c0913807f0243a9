import type { Chart, Result } from '../chart/chart.ts'
import type { SampleUse } from '../chart/entries.ts'
import { rowsFor } from '../nomogram/rowsFor.ts'
import type { Instant } from '../time.ts'
import { tenthsOf } from '../units.ts'
import { type ProtocolInForce, protocolAt } from './protocolsInForce.ts'

/** A sample that measures the infusion. */
export interface ValidSample {
  readonly at: Instant
  /** The APTT in tenths of a second; null for a limit or no clot, which the line cannot be drawn to. */
  readonly tenths: number | null
  /** In the therapeutic range of the protocol in force; null for a limit that could be either. */
  readonly inRange: boolean | null
}

const NOT_VALID: ReadonlySet<SampleUse> = new Set([
  'rejected',
  'baseline',
  'off',
  'superseded',
  'line',
  'struck-out',
])

/**
 * The valid samples of a chart in the order of collection (AUDIT-1). Left out: struck out, replaced by a newer version,
 * rejected, drawn before the start or while off, from the heparin line or limb, and older than one already decided on. A
 * sample too early, too old or stale for a titration measures all the same.
 */
export function validSamples(chart: Chart, protocols: readonly ProtocolInForce[]): ValidSample[] {
  return chart.results
    .filter((result) => isValid(chart, result))
    .map(({ collectedAt: at, parsed }) => ({
      at,
      tenths: parsed.kind === 'value' ? tenthsOf<'s'>(parsed.seconds) : null,
      inRange: inRangeOf(protocols, at, parsed),
    }))
}

function isValid({ entries }: Chart, { seq, struck, replacedBy, parsed }: Result): boolean {
  if (struck || replacedBy !== null || parsed.kind === 'specimen-rejected') return false
  const entry = entries.find((each) => each.seq === seq)
  return entry?.kind === 'apttResulted' && !NOT_VALID.has(entry.use)
}

function inRangeOf(
  protocols: readonly ProtocolInForce[],
  at: Instant,
  parsed: Result['parsed'],
): boolean | null {
  const protocol = protocolAt(protocols, at)
  const rows = protocol ? rowsFor(protocol, parsed) : []
  const therapeutic = rows.filter(({ kind }) => kind === 'no-change').length
  if (rows.length === 0) return null
  if (therapeutic === 0) return false
  return therapeutic === rows.length ? true : null
}
