import type { Protocol } from '../../protocols/protocol.ts'

/** Below a nomogram with a bolus in it: that row alone is no order (BOL-6). */
export function BolusRule({ protocol }: { protocol: Protocol }) {
  const hasBolus = protocol.nomogram.some(({ bolusUnits }) => bolusUnits !== null)
  if (!hasBolus) return null
  return (
    <p>
      <b>
        A bolus in this table waits for an MO’s order for that result, and is barred where NO BOLUS
        stands; the rate rises without it (BOL-6).
      </b>
    </p>
  )
}
