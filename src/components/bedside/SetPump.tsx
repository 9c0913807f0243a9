import { useState } from 'react'
import { toCheckOf } from '../../chart/decideSignatures.ts'
import type { PendingNow } from '../../chart/pending.ts'
import { numberText, rateText, unitsText } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { Spoken } from '../ui/Spoken.tsx'
import { useBedside } from './BedsideContext.ts'
import { ampoulesText, mlOfUnits } from './bolusWords.ts'
import { FigureQuestion } from './FigureQuestion.tsx'
import { given } from './given.ts'
import { rateKeyedAgain } from './keyAgain.ts'
import { readRate } from './keyedFigures.ts'
import { RuleTags } from './RuleTags.tsx'
import styles from './SetPump.module.css'
import { SetPumpSign } from './SetPumpSign.tsx'

interface SetPumpProps {
  pending: PendingNow
  /** Somebody else than the checker goes on: their figures first (SIGN-4). */
  onOther: () => void
}

/** Both agree: the figure to set, readable at arm's length, until it has been read back from the pump (SIGN-4 c, d). */
export function SetPump({ pending, onOther }: SetPumpProps) {
  const { chart } = useBedside()
  const { rateMlPerHour, units } = toCheckOf(chart, pending)
  const [text, setText] = useState('')
  const [readBack, setReadBack] = useState<number | null>(null)
  const isBolus = units !== null
  return (
    <div className={styles.setPump}>
      <div className={styles.what}>
        <section className={styles.card} aria-label={isBolus ? 'Bolus to give' : 'Set pump to'}>
          <h1 className={styles.words}>{isBolus ? 'GIVE' : 'SET PUMP TO'}</h1>
          <p className={styles.figure}>
            {numberText(isBolus ? mlOfUnits(units) : given(rateMlPerHour))}
            <span className={styles.unit}>
              <Spoken text={isBolus ? ' mL' : ' mL/hr'} />
            </span>
          </p>
          <p className={styles.was}>
            {isBolus
              ? `${unitsText(units)}, from ${ampoulesText(units)}`
              : runningWords(chart.infusion.rateMlPerHour)}
          </p>
        </section>
        <WaysOut isBolus={isBolus} onOther={onOther} />
      </div>
      {isBolus || readBack !== null ? (
        <SetPumpSign
          pending={pending}
          readBackMlPerHour={readBack}
          onReadAgain={() => {
            setReadBack(null)
            setText('')
          }}
        />
      ) : (
        <FigureQuestion
          question="What does the pump show now?"
          unit="mL/hr"
          text={text}
          onText={setText}
          read={readRate}
          again={rateKeyedAgain}
          nextLabel="This is what the pump shows"
          onDone={setReadBack}
        >
          <p>
            {pending.matched?.by.name ?? 'The checker'} reads it from the pump once it is set and
            running. <RuleTags rules={['SIGN-4']} />
          </p>
        </FigureQuestion>
      )}
    </div>
  )
}

function runningWords(rateMlPerHour: number | null): string {
  return rateMlPerHour === null
    ? 'Not running until now'
    : `Running until now: ${rateText(rateMlPerHour)}`
}

function WaysOut({ isBolus, onOther }: { isBolus: boolean; onOther: () => void }) {
  const { chart } = useBedside()
  const fact = `/charts/${chart.chartId}/bedside-fact?fact=`
  return (
    <div className={styles.ways}>
      <LinkButton small href={`${fact}pump-not-changed`}>
        {isBolus ? 'Not given' : 'Pump not changed'}
      </LinkButton>
      {!isBolus && (
        <LinkButton small href={`${fact}pump-found-at`}>
          Pump found at another rate
        </LinkButton>
      )}
      <BigButton small look="quiet" onClick={onOther}>
        Another person checks instead
      </BigButton>
    </div>
  )
}
