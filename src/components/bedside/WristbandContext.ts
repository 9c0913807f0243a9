import { createContext, useContext } from 'react'
import type { Instant } from '../../time.ts'

/** What the wristband scanned last says about the patient of this chart (CHART-2, H15). */
export type Wristband =
  | { readonly kind: 'not-scanned' }
  | { readonly kind: 'matches'; readonly at: Instant }
  | { readonly kind: 'differs'; readonly at: Instant; readonly scanned: string }

export const WristbandContext = createContext<Wristband>({ kind: 'not-scanned' })

/** The wristband as scanned on this chart lately; outside a chart never scanned. */
export function useWristband(): Wristband {
  return useContext(WristbandContext)
}
