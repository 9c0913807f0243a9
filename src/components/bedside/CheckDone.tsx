import { dueItems } from '../../chart/due.ts'
import type { Entry, EntryOf } from '../../chart/entries.ts'
import { instantOf } from '../../time.ts'
import { clockText, rateText, relativeText, unitsText } from '../../wording.ts'
import { anchorText } from '../anchorWords.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './CheckHandover.module.css'

/** The act is in effect: what runs since when, and the next APTT with its anchor. */
export function CheckDone({ actSeq }: { actSeq: number }) {
  const { chart, entries, now, zone } = useBedside()
  const signed = entries.find(
    (entry): entry is EntryOf<'countersigned'> =>
      entry.kind === 'countersigned' && entry.actSeq === actSeq,
  )
  const act = entries.find(({ seq }) => seq === actSeq)
  const next = dueItems(chart, now).find(({ kind }) => kind === 'aptt-collection')
  const { rateMlPerHour } = chart.infusion
  return (
    <ActFrame title={null}>
      <Banner tone="good" title={doneWords(act, rateMlPerHour)} isHeading>
        {signed && <p>In effect since {clockText(instantOf(signed.happenedAt), zone)}.</p>}
        {next && (
          <p>
            Next APTT <span aria-live="off">{relativeText(next.dueAt, now, zone)}</span>,{' '}
            {anchorText(next, entries, now, zone)}.
          </p>
        )}
      </Banner>
      <div className={styles.buttons}>
        {act?.kind === 'rateChanged' && (
          <LinkButton look="quiet" href={`/charts/${chart.chartId}/observe`}>
            Bleeding check
          </LinkButton>
        )}
        <LinkButton look="primary" href={`/charts/${chart.chartId}`}>
          Back to the chart
        </LinkButton>
      </div>
    </ActFrame>
  )
}

function doneWords(act: Entry | undefined, rateMlPerHour: number | null): string {
  if (act?.kind === 'bolusGiven') return `Done. Bolus of ${unitsText(act.units)} given`
  return rateMlPerHour === null ? 'Done' : `Done. Running at ${rateText(rateMlPerHour)}`
}
