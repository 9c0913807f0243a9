import type { Entry } from '../../chart/entries.ts'
import { type Resumed, useHalfDone } from '../../store/halfDone.ts'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'
import { NewsList } from './NewsList.tsx'
import { ResumedLine } from './ResumedLine.tsx'

/** What of this page its person began or sent before, with what is new on the chart since. */
export function StepsResumed() {
  const { entries, steps } = useBedside()
  return Object.entries(useHalfDone(steps, (all) => all)).map(([page, step]) => {
    const news = newsOf(step.resumed, entries)
    return step.recorded !== null ? (
      <Banner key={page} tone="soon" title="On the chart: what you sent here, and had no answer to">
        <NewsList news={[step.recorded]} />
      </Banner>
    ) : (
      <ResumedLine key={page} step={step}>
        {news.length > 0 && (
          <>
            <p>New on the chart since:</p>
            <NewsList news={news} />
          </>
        )}
      </ResumedLine>
    )
  })
}

function newsOf(resumed: Resumed | null, entries: readonly Entry[]): readonly Entry[] {
  if (resumed === null) return []
  const { typedOn, foundOn } = resumed
  return entries.filter(
    ({ seq, version }) => seq > typedOn.seq && seq <= foundOn.seq && version > typedOn.version,
  )
}
