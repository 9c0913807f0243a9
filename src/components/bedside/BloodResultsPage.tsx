import { isoOf } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Bloods.module.css'
import {
  BLOOD_FIGURES,
  type BloodTexts,
  bloodLabel,
  bloodsFault,
  bloodsTyped,
} from './bloodReaders.ts'
import { StatedTimeField } from './StatedTimeField.tsx'
import { clockField, NOW, readTime, type StatedTime } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  collected: 'When was the blood collected? 24-hour clock',
} as const

interface Draft extends BloodTexts {
  readonly collected: StatedTime
  readonly time: StatedTime
}
const EMPTY: Draft = {
  figures: {},
  liverFunction: '',
  collected: { ...NOW, mode: 'stated' },
  time: NOW,
}

/** A laboratory's report of bloods, keyed value by value (CHART-5, TIME-5). */
export function BloodResultsPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <BloodResults />
    </AtBedside>
  )
}

function BloodResults() {
  const { now, zone } = useBedside()
  const [draft, set, clear] = usePageDraft('blood-results', EMPTY)
  const collected = readTime(draft.collected, now, zone)
  const fault = (): Fault | null => {
    if (collected.kind === 'at') return bloodsFault(draft)
    return {
      reason: 'Say when the blood was collected.',
      rules: ['TIME-5', 'SIGN-7'],
      field: clockField(FIELDS.collected),
    }
  }
  return (
    <TimedAct
      kind="recordBloods"
      title="What does the laboratory’s report say?"
      submitLabel="Record the results"
      time={{
        label: 'When did the result come?',
        stated: draft.time,
        onStated: (time) => set({ time }),
      }}
      fault={fault}
      make={(common) => ({
        ...common,
        kind: 'recordBloods',
        collectedAt: isoOf(collected.kind === 'at' ? collected.at : now),
        ...bloodsTyped(draft),
      })}
      onDone={() => clear()}
    >
      <StatedTimeField
        label={FIELDS.collected}
        of="sample"
        stated={draft.collected}
        onStated={(time) => set({ collected: time })}
        now={now}
        zone={zone}
      />
      <p className={styles.quiet}>Leave empty what the report does not say.</p>
      <div className={styles.values}>
        {BLOOD_FIGURES.map((name) => (
          <TextField
            key={name}
            label={bloodLabel(name)}
            inputMode="decimal"
            value={draft.figures[name] ?? ''}
            onChange={(text) => set({ figures: { ...draft.figures, [name]: text } })}
          />
        ))}
      </div>
      <TextField
        label="Liver function, as reported"
        value={draft.liverFunction}
        onChange={(liverFunction) => set({ liverFunction })}
      />
    </TimedAct>
  )
}
