import { useLocation } from 'wouter'
import type { TabletChart } from '../../store/stopList.ts'
import { STOP_REASONS, type StopReason } from '../bedside/stopReasons.ts'
import { NotYetRecorded } from '../outbox/NotYetRecorded.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import frame from '../ui/PageFrame.module.css'
import classes from './StopAnywherePage.module.css'
import { WhoLarge } from './WhoLarge.tsx'

interface StopAnywhereDoneProps {
  chart: TabletChart
  id: string
  reason: StopReason
}

/** How it stands with the stop, and what follows. */
export function StopAnywhereDone({ chart, id, reason }: StopAnywhereDoneProps) {
  const [, go] = useLocation()
  const { label, follows } = STOP_REASONS[reason]
  return (
    <main className={frame.column}>
      <h1 className={frame.title}>Stop the pump now. {label}</h1>
      <WhoLarge chart={chart} />
      <NotYetRecorded id={id} />
      <ol className={classes.follows}>
        <li>Turn the pump off, if that is not done.</li>
        {follows.map((step) => (
          <li key={step}>{step}</li>
        ))}
        <li>Sign in: who stopped it signs, and a second person countersigns (SIGN-5).</li>
      </ol>
      <div>
        <BigButton look="primary" onClick={() => go('/')}>
          Done here
        </BigButton>
      </div>
    </main>
  )
}
