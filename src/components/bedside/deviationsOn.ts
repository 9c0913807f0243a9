import type { Chart } from '../../chart/chart.ts'
import { deviationInForce } from '../../chart/deviationAt.ts'
import type { EntryOf } from '../../chart/entries.ts'
import type { Deviation } from '../../chart/fields.ts'
import type { Instant } from '../../time.ts'

type Deviating = EntryOf<'infusionPrescribed' | 'rateOrdered'> & { readonly deviation: Deviation }

/** The deviations of a chart, the newest last; struck-out ones left out (DEV-1). */
function deviationsOn({ entries, struck }: Chart): Deviating[] {
  return entries.filter(
    (entry): entry is Deviating =>
      'deviation' in entry && entry.deviation !== undefined && !struck.has(entry.seq),
  )
}

/** The one that a page is about: named by the address, else in force, else the next to be explained. */
export function deviationShown(chart: Chart, seq: number | null, now: Instant): Deviating | null {
  const all = deviationsOn(chart)
  const wanted = seq ?? deviationInForce(chart, now)?.seq ?? chart.unexplained[0]?.seq
  return all.find((each) => each.seq === wanted) ?? all.at(-1) ?? null
}
