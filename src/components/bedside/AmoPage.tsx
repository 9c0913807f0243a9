import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  amo: 'Attending medical officer (AMO)',
} as const

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
      <TextField label={FIELDS.amo} value={draft.amo} onChange={(amo) => set({ amo })} />
    </TimedAct>
  )
}

function faultOf(amo: string, before: string): Fault | null {
  const at = { rules: ['CHART-2'], field: FIELDS.amo }
  if (amo.trim() === before) return { reason: 'This AMO is on the chart already.', ...at }
  return emptyFault(amo, { reason: 'Name the AMO.', ...at })
}
