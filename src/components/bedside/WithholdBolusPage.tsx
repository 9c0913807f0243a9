import { openBolus } from '../openBolus.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { bolusText } from './bolusWords.ts'
import { NothingPrescribed } from './NothingPrescribed.tsx'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const WHY = 'Why is it not given?'

/** A bolus that is ordered and not given: why; the order is closed for good (BOL). */
export function WithholdBolusPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Withhold />
    </AtBedside>
  )
}

function Withhold() {
  const { chart } = useBedside()
  const order = openBolus(chart)
  const [draft, set, clear] = usePageDraft(`withhold-${order?.seq ?? 0}`, { reason: '' })
  if (order === null) return <NothingPrescribed what="withhold" />
  return (
    <TimedAct
      kind="withholdBolus"
      title="Do not give the bolus"
      submitLabel="Record: not given"
      fault={() =>
        emptyFault(draft.reason, {
          reason: 'Say why it is not given.',
          rules: ['BOL-8'],
          field: WHY,
        })
      }
      make={(common) => ({
        ...common,
        kind: 'withholdBolus',
        orderSeq: order.seq,
        reason: draft.reason.trim(),
      })}
      onDone={() => clear()}
    >
      <p>{bolusText(order.units)}.</p>
      <p>The order is closed: a bolus after this needs a new order by a medical officer.</p>
      <TextField
        kind="text"
        label={WHY}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </TimedAct>
  )
}
