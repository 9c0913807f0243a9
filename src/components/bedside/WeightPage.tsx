import type { Weight as RecordedWeight } from '../../chart/chart.ts'
import { kgText, whenText } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { FigureQuestion } from './FigureQuestion.tsx'
import { given } from './given.ts'
import { weightKeyedAgain } from './keyAgain.ts'
import { readWeight } from './keyedFigures.ts'
import { restsOnDose } from './restsOnDose.ts'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  how: 'Measured or estimated? (INIT-6)',
  why: 'Why can the patient not be weighed?',
} as const

interface Draft {
  readonly text: string
  readonly kg: number | null
  readonly method: 'measured' | 'estimated' | null
  readonly reason: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { text: '', kg: null, method: null, reason: '', time: NOW }

/** The patient's weight, measured, or estimated with a reason (INIT-6). */
export function WeightPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Weight />
    </AtBedside>
  )
}

function Weight() {
  const { chart } = useBedside()
  const [draft, set, clear] = usePageDraft('weight', EMPTY, restsOnDose(chart, 'kg'))
  if (draft.kg === null) {
    return (
      <ActFrame title={null}>
        <FigureQuestion
          question="What does the patient weigh?"
          unit="kg"
          text={draft.text}
          onText={(text) => set({ text })}
          read={readWeight}
          again={(kg) => weightKeyedAgain(kg, chart.weight?.kg ?? null)}
          nextLabel="Next"
          onDone={(kg) => set({ kg })}
        >
          {chart.weight !== null && <EarlierWeight weight={chart.weight} />}
        </FigureQuestion>
      </ActFrame>
    )
  }
  const { kg } = draft
  return (
    <TimedAct
      kind="recordWeight"
      title={`${kgText(kg)}: how was it obtained?`}
      submitLabel="Record the weight"
      time={{ label: 'When?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => {
        const rules = ['INIT-6']
        if (draft.method === null) {
          return { reason: 'Say how it was obtained.', rules, field: FIELDS.how }
        }
        return draft.method === 'estimated'
          ? emptyFault(draft.reason, {
              reason: 'Say why it is estimated.',
              rules,
              field: FIELDS.why,
            })
          : null
      }}
      make={(common) => ({
        ...common,
        kind: 'recordWeight',
        kg,
        method: given(draft.method),
        ...(draft.method === 'estimated' ? { reason: draft.reason.trim() } : {}),
      })}
      onDone={() => clear()}
    >
      <ChoiceField
        label={FIELDS.how}
        choices={[
          { value: 'measured', label: 'Measured' },
          {
            value: 'estimated',
            label: 'Estimated',
            hint: 'Marks every dose worked out from it; a measured weight stays due',
          },
        ]}
        value={draft.method}
        onChange={(method: 'measured' | 'estimated') => set({ method })}
      />
      {draft.method === 'estimated' && (
        <TextField label={FIELDS.why} value={draft.reason} onChange={(reason) => set({ reason })} />
      )}
    </TimedAct>
  )
}

function EarlierWeight({ weight }: { weight: RecordedWeight }) {
  const { now, zone } = useBedside()
  return (
    <p>
      Weight on the chart: {kgText(weight.kg)}, {weight.method}, {whenText(weight.at, now, zone)}.
    </p>
  )
}
