import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const EMPTY = { ward: '', bed: '' }

/** Moves the chart to another ward or bed; the infusion and its clocks go on (CHART-8). */
export function TransferPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Transfer />
    </AtBedside>
  )
}

function Transfer() {
  const { wards } = useBedside()
  const [draft, set, clear] = usePageDraft('transfer', EMPTY)
  return (
    <TimedAct
      kind="transferWard"
      title="Move to another ward or bed"
      submitLabel="Move the chart"
      fault={() =>
        emptyFault(draft.ward, 'Say to which ward.', 'CHART-8') ??
        emptyFault(draft.bed, 'Say which bed.', 'CHART-8')
      }
      make={(common) => ({
        ...common,
        kind: 'transferWard',
        wardId: draft.ward.trim(),
        bed: draft.bed.trim(),
      })}
      onDone={() => {
        clear()
        return wards.some(({ wardId }) => wardId === draft.ward.trim()) ? undefined : '/'
      }}
    >
      <ChoiceField
        label="One of your wards"
        choices={wards.map(({ wardId, name }) => ({ value: wardId, label: name }))}
        value={draft.ward === '' ? null : draft.ward}
        onChange={(ward) => set({ ward })}
      />
      <TextField
        label="Or another ward, by its short name"
        hint="You will no longer see the chart unless it is one of your wards."
        value={draft.ward}
        onChange={(ward) => set({ ward })}
      />
      <TextField label="Bed" value={draft.bed} onChange={(bed) => set({ bed })} />
    </TimedAct>
  )
}
