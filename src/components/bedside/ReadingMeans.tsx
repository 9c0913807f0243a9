import { protocolOf, type Reading } from '../../chart/results.ts'
import { rowsFor } from '../../nomogram/rowsFor.ts'
import { Banner } from '../ui/Banner.tsx'
import { adviceWords } from './adviceWords.ts'
import { useBedside } from './BedsideContext.ts'
import { NoAdvice } from './NoAdvice.tsx'
import styles from './ResultPreview.module.css'
import { SAMPLE_WORDS } from './sampleWords.ts'

/** What a reading means before it is saved: the step in words, or why the sample decides nothing. */
export function ReadingMeans({ reading }: { reading: Reading }) {
  const { chart } = useBedside()
  const protocol = protocolOf(chart)
  if (protocol === null) return null
  const { use, advice, parsed } = reading
  const couldStop = rowsFor(protocol, parsed).some(({ kind }) => kind === 'stop')
  const isRunning = chart.infusion.status === 'running'
  if (use === 'usable' && advice !== null) {
    return <p className={styles.means}>{adviceWords(advice, protocol).headline}</p>
  }
  if (use === 'usable') return <NoAdvice />
  const words = SAMPLE_WORDS[use]
  return (
    <>
      <Banner tone="soon" title={words.title}>
        <p>{words.why}</p>
        <p>
          {words.next} ({words.rules.join(', ')})
        </p>
      </Banner>
      {couldStop && isRunning && (
        <Banner tone="stop" icon="stop" title="This could be the stop band: call the MO now">
          STOP, top right, needs one signature. Repeat the APTT now. (NOMO-16)
        </Banner>
      )}
    </>
  )
}
