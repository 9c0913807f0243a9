import type { ResultView } from '../../chart/results.ts'
import type { Advice } from '../../nomogram/advise.ts'
import type { Protocol } from '../../protocols/protocol.ts'
import { rateText, whenText } from '../../wording.ts'
import { Why } from '../rules/Why.tsx'
import { spokenText } from '../ui/spokenText.ts'
import { adviceWords, markedRows } from './adviceWords.ts'
import { BandTable } from './BandTable.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './ResultInNomogram.module.css'
import { RowBolus } from './RowBolus.tsx'

interface ResultInNomogramProps {
  protocol: Protocol
  view: Pick<ResultView, 'result'>
  advice: Advice
  /** The next APTT in words, with its anchor. */
  next: string
  /** The sample decides nothing by itself: the row is the MO's to choose (NOMO-17). */
  isForMo: boolean
}

/** What the nomogram says to a result: the step in words first, then its reason, then the whole table with its row lit. */
export function ResultInNomogram({ protocol, view, advice, next, isForMo }: ResultInNomogramProps) {
  const { now, zone } = useBedside()
  const { result } = view
  const words = adviceWords(advice, protocol)
  return (
    <div className={styles.advice}>
      <p className={styles.result}>
        APTT <strong>{result.text}</strong> seconds, collected{' '}
        {whenText(result.collectedAt, now, zone)}
      </p>
      {isForMo && <p className={styles.reason}>Only the MO may choose the row of this result:</p>}
      <h1
        className={isForMo ? styles.row : styles.headline}
        aria-label={spokenText(words.headline)}
      >
        {words.headline}
      </h1>
      <p className={styles.reason}>{words.reason}</p>
      {advice.kind === 'change' && advice.bolusUnits !== null && (
        <RowBolus units={advice.bolusUnits} />
      )}
      <p className={styles.next}>Next APTT: {next}</p>
      <BandTable protocol={protocol} marked={markedRows(advice)} compact />
      <Why
        question="How this was worked out"
        rules={advice.because.rules}
        localDecisions={advice.because.localDecisions}
      >
        <p>
          Protocol {protocol.label}, appendix {protocol.appendix}, version {protocol.version}. APTT
          as received: {result.text} seconds. Running rate: {rateText(advice.because.rateMlPerHour)}
          .
        </p>
        <p>The step is taken from the running rate in tenths of mL/hr; nothing is rounded.</p>
      </Why>
    </div>
  )
}
