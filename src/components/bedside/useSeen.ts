import { useState } from 'react'
import type { Entry } from '../../chart/entries.ts'
import { useBedside } from './BedsideContext.ts'

/** The version of the chart that this signer has seen, and what is new since (SIGN-8). */
export interface Seen {
  readonly version: number
  readonly news: readonly Entry[]
  readonly confirm: () => void
}

/** Holds the version a page opened with, until its person confirms having seen what is new. */
export function useSeen(): Seen {
  const { chart, entries, steps } = useBedside()
  const [seen, setSeen] = useState({ version: chart.version, seq: chart.seq })
  return {
    version: seen.version,
    news:
      chart.version === seen.version
        ? []
        : entries.filter(({ seq, version }) => seq > seen.seq && version > seen.version),
    confirm() {
      setSeen({ version: chart.version, seq: chart.seq })
      for (const step of Object.values(steps.getState())) step.goOn()
    },
  }
}
