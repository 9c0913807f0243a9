import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const WHY = 'Why is it closed?'

const EMPTY = { reason: '' }

/** Closes a chart whose infusion is ceased (CHART-8). */
export function ClosePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Close />
    </AtBedside>
  )
}

function Close() {
  const [draft, set, clear] = usePageDraft('close', EMPTY)
  return (
    <TimedAct
      kind="closeChart"
      title="Close the chart"
      meaning="Chart closed. Nothing can be entered on it afterwards. (CHART-8)"
      submitLabel="Close the chart"
      fault={() =>
        emptyFault(draft.reason, {
          reason: 'Say why the chart is closed.',
          rules: ['CHART-8'],
          field: WHY,
        })
      }
      make={(common) => ({ ...common, kind: 'closeChart', reason: draft.reason.trim() })}
      onDone={() => {
        clear()
        return '/'
      }}
    >
      <TextField
        kind="text"
        label={WHY}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </TimedAct>
  )
}
