import { useState } from 'react'
import { boundResultSeq } from '../../chart/foldFacts.ts'
import type { PendingNow } from '../../chart/pending.ts'
import { shownNow } from '../../chart/shownNow.ts'
import { rateText } from '../../wording.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { AsSent } from './AsSent.tsx'
import { useBedside } from './BedsideContext.ts'
import { checkedFigures } from './checkedFigures.ts'
import { happenedFields } from './happened.ts'
import { SendOutcome } from './SendOutcome.tsx'
import styles from './SetPumpSign.module.css'
import { SignaturePad } from './SignaturePad.tsx'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW } from './statedTime.ts'
import { useSending } from './useSending.ts'

interface SetPumpSignProps {
  pending: PendingNow
  /** What the pump shows; null for a bolus. */
  readBackMlPerHour: number | null
  onReadAgain: () => void
}

/** The checker's signature: when the pump was set (or the bolus given), and the PIN; from here the act is in effect. */
export function SetPumpSign(props: SetPumpSignProps) {
  const { pending, readBackMlPerHour, onReadAgain } = props
  const { chart, entries, now, zone, store, serverNow } = useBedside()
  const sending = useSending()
  const [time, setTime] = useState(NOW)
  const [said, setSaid] = useState<string | null>(null)
  const { state } = sending
  const checker = pending.matched?.by
  const isBolus = pending.kind === 'bolusGiven'
  const label = isBolus ? 'When was it given?' : 'When was the pump set?'

  const sign = async (pin: string) => {
    const when = happenedFields({ label, stated: time }, serverNow(), zone)
    if (when.kind === 'missing') return setSaid(when.reason)
    setSaid(null)
    const shown = shownNow(chart, boundResultSeq(chart))
    const entry = await sending.send(
      {
        kind: 'countersign',
        expectedVersion: chart.version,
        ...when.fields,
        actSeq: pending.actSeq,
        ...checkedFigures(entries, pending.actSeq),
        ...(readBackMlPerHour === null ? {} : { pumpReadBackMlPerHour: readBackMlPerHour }),
        ...(shown === null ? {} : { shown }),
      },
      { userId: checker?.userId ?? '', pin },
    )
    // Accepted, the chart itself shows that it is done; refused, it is read again.
    if (entry === null) await store.loadChart(chart.chartId)
  }
  return (
    <div className={styles.sign}>
      {readBackMlPerHour !== null && (
        <p className={styles.read}>
          The pump shows <strong>{rateText(readBackMlPerHour)}</strong>{' '}
          {state.kind !== 'lost' && (
            <BigButton small look="quiet" onClick={onReadAgain}>
              Read it again
            </BigButton>
          )}
        </p>
      )}
      <AsSent isSent={state.kind === 'lost'}>
        <StatedTimeField
          label={label}
          stated={time}
          onStated={(next) => {
            setSaid(null)
            setTime(next)
          }}
          now={now}
          zone={zone}
        />
      </AsSent>
      {said !== null && <p role="alert">{said}</p>}
      <SendOutcome state={state} />
      <SignaturePad
        meaning={
          isBolus ? 'Second check: given, flushed.' : 'Second check: pump set and read back.'
        }
        who={
          <p>
            <strong>{checker?.name ?? 'The checker'}</strong>
            {checker && ` (${checker.role})`}
          </p>
        }
        signLabel={state.kind === 'lost' ? 'Try again' : 'Sign second'}
        saving={state.kind === 'saving'}
        onSign={(pin) => void sign(pin)}
      />
    </div>
  )
}
