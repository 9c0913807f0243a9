import type { TabletChart } from '../../store/stopList.ts'
import reasons from '../bedside/StopPage.module.css'
import { STOP_REASON_ORDER, STOP_REASONS, type StopReason } from '../bedside/stopReasons.ts'
import { BigButton } from '../ui/BigButton.tsx'
import frame from '../ui/PageFrame.module.css'
import stopChoice from '../ui/StopChoice.module.css'
import { useHelp } from '../useHelp.tsx'
import { WhoLarge } from './WhoLarge.tsx'

interface StopWhyProps {
  chart: TabletChart
  onReason: (reason: StopReason) => void
  onBack: () => void
}

/** The last tap: who it is stands large above it (H15), and the reason stops. */
export function StopWhy({ chart, onReason, onBack }: StopWhyProps) {
  const help = useHelp('stop-anywhere')
  return (
    <main className={frame.column}>
      <div className={frame.ways}>
        <BigButton small onClick={onBack}>
          ‹ Another patient
        </BigButton>
        {help.button}
      </div>
      {help.panel}
      <h1 className={frame.title}>STOP the infusion of this patient: why?</h1>
      <WhoLarge chart={chart} />
      <div className={reasons.reasons}>
        {STOP_REASON_ORDER.map((reason) => {
          const { label, hint } = STOP_REASONS[reason]
          return (
            <button
              key={reason}
              type="button"
              className={`${stopChoice.choice} ${reasons.reason}`}
              onClick={() => onReason(reason)}
            >
              {label}
              <span className={reasons.hint}>{hint}</span>
            </button>
          )
        })}
      </div>
    </main>
  )
}
