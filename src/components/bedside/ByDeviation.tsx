import type { Deviation } from '../../chart/fields.ts'

/** Marks a figure that comes from a deviation, wherever it is carried out (DEV-1). */
export function ByDeviation({ deviation }: { deviation: Deviation | undefined }) {
  if (!deviation) return null
  return (
    <p>
      <strong>A deviation from the protocol</strong> (DEV-1): {deviation.reason}. Instructions:{' '}
      {deviation.instructions}
    </p>
  )
}
