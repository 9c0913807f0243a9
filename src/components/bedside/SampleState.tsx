import type { ResultView } from '../../chart/results.ts'
import { lastStaling } from '../../chart/samples.ts'
import { whenText } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { useBedside } from './BedsideContext.ts'
import { RuleTags } from './RuleTags.tsx'
import { SAMPLE_WORDS } from './sampleWords.ts'

const EVENTS = {
  start: 'the start',
  bolus: 'the bolus',
  'rate-change': 'the rate change',
  stop: 'the stop',
  cease: 'the cease',
  interruption: 'the interruption',
  resume: 'the resume',
  restart: 'the restart',
  recommence: 'the recommencing',
  'protocol-change': 'the change of protocol',
  'bag-change': 'the change to another bag',
} as const

/** Why a result does not change the rate by itself, with the times that show it, and what to do now (NOMO-9, NOMO-16). */
export function SampleState({ view }: { view: Pick<ResultView, 'result' | 'use' | 'couldStop'> }) {
  const { chart, now, zone } = useBedside()
  const { result, use } = view
  const words = SAMPLE_WORDS[use]
  const since = lastStaling(chart)
  return (
    <>
      <Banner tone="soon" title={words.title}>
        <p>{words.why}</p>
        <p>
          APTT <strong>{result.text}</strong>. Collected at{' '}
          {whenText(result.collectedAt, now, zone)}
          {since !== null && since.kind !== 'protocol-change'
            ? `; ${EVENTS[since.kind]} was at ${whenText(since.at, now, zone)}`
            : ''}
          {since?.kind === 'protocol-change'
            ? `; the protocol changed at ${whenText(since.at, now, zone)}`
            : ''}
          .
        </p>
        <p>
          <strong>Now:</strong> {words.next} <RuleTags rules={words.rules} />
        </p>
      </Banner>
      {view.couldStop && CALLS.has(use) && chart.infusion.status === 'running' && (
        <Banner tone="stop" title="This could be the stop band: call the MO now">
          <p>
            The nomogram advises nothing from this sample. Call the MO at once, repeat the APTT now,
            and tap STOP, top right, if you are concerned: one signature is enough.{' '}
            <RuleTags rules={['NOMO-16']} />
          </p>
        </Banner>
      )}
    </>
  )
}

const CALLS: ReadonlySet<string> = new Set(['stale', 'early', 'line', 'acted', 'superseded'])
