import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  ward: 'One of your wards',
  bed: 'Bed',
} as const

const RULES = ['CHART-8']
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
        emptyFault(draft.ward, {
          reason: 'Say to which ward.',
          rules: RULES,
          field: FIELDS.ward,
        }) ?? emptyFault(draft.bed, { reason: 'Say which bed.', rules: RULES, field: FIELDS.bed })
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
        label={FIELDS.ward}
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
      <TextField label={FIELDS.bed} value={draft.bed} onChange={(bed) => set({ bed })} />
    </TimedAct>
  )
}
