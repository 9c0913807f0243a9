import type { Entry } from '../../chart/entries.ts'
import { instantOf } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { reviewTexts } from '../careTextsReviews.ts'
import { useBedside } from './BedsideContext.ts'

/** When the infusion was last reviewed, and what pharmacists have written since (TIME-4, SIGN-6). */
export function SinceLastReview() {
  const { chart, entries, now, zone } = useBedside()
  const last = chart.moReviews.at(-1)
  const written = chart.pharmacistReviews.filter(({ at }) => last === undefined || at > last.at)
  return (
    <section aria-label="Since the last review">
      <p>
        {last === undefined
          ? 'No MO review is on the chart yet.'
          : `Last MO review ${whenText(last.at, now, zone)}, ${signerOf(entries, last.seq)}.`}
      </p>
      {written.map(({ seq, by }) => (
        <p key={seq}>
          Pharmacist {by.name}, {pharmacistText(entries, seq, (at) => whenText(at, now, zone))}
        </p>
      ))}
    </section>
  )
}

function signerOf(entries: readonly Entry[], seq: number): string {
  const by = entries.find((each) => each.seq === seq)?.by
  return by ? `${by.name} (${by.role})` : 'signer not recorded'
}

function pharmacistText(
  entries: readonly Entry[],
  seq: number,
  when: (at: ReturnType<typeof instantOf>) => string,
): string {
  const entry = entries.find((each) => each.seq === seq)
  if (entry?.kind !== 'pharmacistReviewed') return 'text not recorded'
  return `${when(instantOf(entry.happenedAt))}: ${reviewTexts.pharmacistReviewed(entry)}`
}
