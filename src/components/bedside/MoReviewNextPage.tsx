import type { Entry, EntryOf } from '../../chart/entries.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './MoReviewNextPage.module.css'
import { RuleTags } from './RuleTags.tsx'

/** After a review that found something or lets the order not stand: what a person does next, nothing by itself (TIME-4). */
export function MoReviewNextPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <AfterReview />
    </AtBedside>
  )
}

function AfterReview() {
  const { chart, entries } = useBedside()
  const review = reviewOf(entries, chart.moReviews.at(-1)?.seq)
  const found = review?.bleeding === 'seen' || review?.clots === 'new-or-growing'
  const refuses = review?.orderStands === false
  const way = (slug: string, label: string) => (
    <LinkButton href={`/charts/${chart.chartId}/${slug}`}>{label}</LinkButton>
  )
  return (
    <ActFrame title="The review is signed. The infusion is as it was.">
      {found && (
        <Banner tone="soon" icon="soon" title={foundTitle(review)}>
          <p>
            Record where: its guideline opens from there. Major bleeding suspected: STOP, at the top
            right. <RuleTags rules={['OBS-1', 'BLEED-1']} />
          </p>
          <div className={styles.acts}>{way('observe', 'Record the finding')}</div>
        </Banner>
      )}
      {refuses && (
        <Banner tone="soon" icon="soon" title="The order does not stand, and still runs">
          <p>
            Order a rate, prescribe anew, or cease. Until then the pump goes on.{' '}
            <RuleTags rules={['TIME-4', 'SIGN-2']} />
          </p>
          <div className={styles.acts}>
            {way('order', 'Order a rate')}
            {way('prescribe', 'Prescribe')}
            {way('cease', 'Cease')}
          </div>
        </Banner>
      )}
      <div>
        <LinkButton look="quiet" flush href={`/charts/${chart.chartId}`}>
          Back to the chart
        </LinkButton>
      </div>
    </ActFrame>
  )
}

function foundTitle({ bleeding, clots }: Pick<EntryOf<'infusionReviewed'>, 'bleeding' | 'clots'>) {
  if (bleeding === 'none') return 'A clot is new or growing'
  return clots === 'none' ? 'Bleeding or bruising was seen' : 'Bleeding was seen, and a clot'
}

function reviewOf(
  entries: readonly Entry[],
  seq: number | undefined,
): EntryOf<'infusionReviewed'> | null {
  const entry = entries.find((each) => each.seq === seq)
  return entry?.kind === 'infusionReviewed' ? entry : null
}
