import { useLocation } from 'wouter'
import type { OutboxItem } from '../../store/outboxItem.ts'
import { useChartStore } from '../../store/useChart.ts'
import { sentStopWords } from '../bedside/stopReasons.ts'
import { NotYetRecorded } from '../outbox/NotYetRecorded.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import frame from '../ui/PageFrame.module.css'
import classes from './StopAnywherePage.module.css'
import { WhoLarge } from './WhoLarge.tsx'

/** How it stands with the stop, and what follows. */
export function StopAnywhereDone({ item }: { item: OutboxItem }) {
  const [, go] = useLocation()
  const store = useChartStore()
  const { label, follows } = sentStopWords(item.command.reason)
  const leave = () => {
    store.leaveStop()
    go('/')
  }
  return (
    <main className={frame.column}>
      <h1 className={frame.title}>Stop the pump now. {label}</h1>
      <WhoLarge chart={item} />
      <NotYetRecorded id={item.id} />
      <ol className={classes.follows}>
        <li>Turn the pump off, if that is not done.</li>
        {follows.map((step) => (
          <li key={step}>{step}</li>
        ))}
        <li>Sign in: who stopped it signs, and a second person countersigns (SIGN-5).</li>
      </ol>
      <div>
        <BigButton look="primary" onClick={leave}>
          Done here
        </BigButton>
      </div>
    </main>
  )
}
