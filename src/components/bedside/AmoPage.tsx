import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { NOW } from './statedTime.ts'
import { emptyFault, type Fault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const EMPTY = { amo: '', time: NOW }

/** Another attending medical officer takes the patient (CHART-2). */
export function AmoPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Amo />
    </AtBedside>
  )
}

function Amo() {
  const { chart } = useBedside()
  const [draft, set, clear] = usePageDraft('amo', EMPTY)
  return (
    <TimedAct
      kind="changeAmo"
      title="Who is the AMO now?"
      submitLabel="Save the AMO"
      time={{ label: 'Since when?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => faultOf(draft.amo, chart.amo)}
      make={(common) => ({ ...common, kind: 'changeAmo', amo: draft.amo.trim() })}
      onDone={() => clear()}
    >
      <p>
        On the chart: <b>{chart.amo}</b>
      </p>
      <TextField
        label="Attending medical officer (AMO)"
        value={draft.amo}
        onChange={(amo) => set({ amo })}
      />
    </TimedAct>
  )
}

function faultOf(amo: string, before: string): Fault | null {
  if (amo.trim() === before) {
    return { reason: 'This AMO is on the chart already.', rules: ['CHART-2'] }
  }
  return emptyFault(amo, 'Name the AMO.', 'CHART-2')
}
