import { entryText } from '../entryText.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { CannotNow } from './CannotNow.tsx'
import { entryLine } from './entryWords.ts'
import { given } from './given.ts'
import { moToldOf } from './MoToldFields.tsx'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, readTime, timeFault } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  name: 'Name of the MO told',
  time: 'When were they told?',
} as const

const EMPTY = { name: '', time: NOW }

/** Names the MO told of a nurse's titration, after the act (SIGN-2). */
export function MoToldPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <MoToldLater />
    </AtBedside>
  )
}

function MoToldLater() {
  const { chart } = useBedside()
  const [oldest] = [...chart.moUntold].sort((a, b) => a.at - b.at)
  if (!oldest) {
    return (
      <CannotNow
        problem={{
          title: 'Every titration here has its MO named',
          next: 'Nobody has to be named: go back to the chart and its next step.',
          rules: ['SIGN-2'],
        }}
      />
    )
  }
  return <Name key={oldest.actSeq} actSeq={oldest.actSeq} more={chart.moUntold.length - 1} />
}

function Name({ actSeq, more }: { actSeq: number; more: number }) {
  const { chart, entries, now, zone, serverNow } = useBedside()
  const [draft, set, clear] = usePageDraft(`mo-told-${actSeq}`, EMPTY)
  const act = entries.find(({ seq }) => seq === actSeq)
  const fault = (): Fault | null => {
    const read = readTime(draft.time, serverNow(), zone)
    if (read.kind !== 'at') return timeFault(read, FIELDS.time, ['SIGN-7'])
    return emptyFault(draft.name, {
      reason: 'Give the name of the MO who was told.',
      rules: ['SIGN-2'],
      field: FIELDS.name,
    })
  }
  return (
    <TimedAct
      kind="nameMoTold"
      title="Which MO was told of this?"
      submitLabel="Record the MO told"
      fault={fault}
      make={(common) => ({
        ...common,
        kind: 'nameMoTold',
        actSeq,
        moTold: given(moToldOf(draft, serverNow(), zone).moTold ?? null),
      })}
      onDone={() => {
        clear()
        return more > 0 ? `/charts/${chart.chartId}/mo-told` : undefined
      }}
    >
      {act && (
        <p>
          <strong>{entryText(act, zone) || 'No change'}</strong>
          <br />
          {entryLine(act, now, zone)}
          {more > 0 && (
            <>
              <br />
              {more} more {more === 1 ? 'act waits' : 'acts wait'} for the same.
            </>
          )}
        </p>
      )}
      <TextField label={FIELDS.name} value={draft.name} onChange={(name) => set({ name })} />
      <StatedTimeField
        label={FIELDS.time}
        of="advice"
        stated={draft.time}
        onStated={(time) => set({ time })}
        now={now}
        zone={zone}
      />
    </TimedAct>
  )
}
