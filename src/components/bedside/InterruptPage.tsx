import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const WHY = 'Why is it off?'

const EMPTY = { reason: '', time: NOW }

/** The infusion is off, unplanned: a tissued cannula, transport, a pump fault, an empty bag (INT-1). */
export function InterruptPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Interrupt />
    </AtBedside>
  )
}

function Interrupt() {
  const [draft, set, clear] = usePageDraft('interrupt', EMPTY)
  return (
    <TimedAct
      kind="interruptInfusion"
      title="The infusion is off, unplanned"
      submitLabel="Record: off"
      time={{ label: 'Off since when?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() =>
        emptyFault(draft.reason, { reason: 'Say why it is off.', rules: ['INT-1'], field: WHY })
      }
      make={(common) => ({ ...common, kind: 'interruptInfusion', reason: draft.reason.trim() })}
      onDone={() => clear()}
    >
      <p>
        For a tissued cannula, transport, a pump fault or an empty bag. A concern about the patient
        is a STOP, top right. (INT-1)
      </p>
      <TextField label={WHY} value={draft.reason} onChange={(reason) => set({ reason })} />
    </TimedAct>
  )
}
