import { createContext, useContext } from 'react'
import type { Chart } from '../../chart/chart.ts'
import type { Entry } from '../../chart/entries.ts'
import type { Person } from '../../chart/people.ts'
import type { ChartStore } from '../../store/chartStore.ts'
import type { HalfDoneSteps } from '../../store/halfDone.ts'
import type { Instant, TimeZone } from '../../time.ts'

/** What every act at the bedside stands on: one chart, the server's time, who is signed in, how to send. */
export interface Bedside {
  readonly chart: Chart
  readonly entries: readonly Entry[]
  /** The server's time as shown; moves by the minute. */
  readonly now: Instant
  readonly zone: TimeZone
  readonly user: Person
  readonly wards: readonly { readonly wardId: string; readonly name: string }[]
  readonly store: Pick<ChartStore, 'send' | 'sendCheck' | 'lookUp' | 'loadChart' | 'newId'>
  /** The server's time at this very moment, for what happens now. */
  readonly serverNow: () => Instant
  /** What of this page was typed and is not done. */
  readonly steps: HalfDoneSteps
}

export const BedsideContext = createContext<Bedside | null>(null)

/** The bedside of the page. @throws Error outside `BedsidePage` */
export function useBedside(): Bedside {
  const bedside = useContext(BedsideContext)
  if (bedside === null) throw new Error('a bedside act stands inside BedsidePage')
  return bedside
}
