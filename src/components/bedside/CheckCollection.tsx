import { useState } from 'react'
import { isoOf } from '../../time.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './CheckCollection.module.css'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, readTime } from './statedTime.ts'

/** The collection time as the laboratory's report gives it: asked of the checker where it was typed with the result (SIGN-4 b). */
export function CheckCollection({ onDone }: { onDone: (collectedAt: string) => void }) {
  const { now, zone, serverNow } = useBedside()
  const [time, setTime] = useState(NOW)
  const [said, setSaid] = useState<string | null>(null)
  const go = () => {
    const read = readTime({ ...time, mode: 'stated' }, serverNow(), zone)
    if (read.kind === 'at') onDone(isoOf(read.at))
    else setSaid(read.kind === 'refused' ? read.reason : 'Say which of the two times it was.')
  }
  return (
    <div className={styles.who}>
      <h1>When was the sample collected, by the report?</h1>
      <StatedTimeField
        of="sample"
        label="Time collected, 24-hour clock"
        stated={time}
        onStated={(next) => {
          setSaid(null)
          setTime(next)
        }}
        now={now}
        zone={zone}
      />
      {said !== null && <p role="alert">{said}</p>}
      <div className={styles.next}>
        <BigButton look="primary" onClick={go}>
          Next
        </BigButton>
      </div>
    </div>
  )
}
