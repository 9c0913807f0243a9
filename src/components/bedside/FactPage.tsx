import { useSearch } from 'wouter'
import type { EntryOf } from '../../chart/entries.ts'
import { rateText, unitsText } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { FigureQuestion } from './FigureQuestion.tsx'
import { given } from './given.ts'
import { rateKeyedAgain } from './keyAgain.ts'
import { readRate, readUnits } from './keyedFigures.ts'
import { restsOnDose } from './restsOnDose.ts'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  fact: 'The chart follows the bedside (CHART-10)',
  how: 'How did it come about?',
} as const

type Fact = EntryOf<'bedsideFactRecorded'>['fact']
interface Draft {
  readonly fact: Fact | null
  readonly text: string
  readonly figure: number | null
  readonly reason: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { fact: null, text: '', figure: null, reason: '', time: NOW }
const FACTS: readonly Fact[] = ['pump-found-at', 'pump-not-changed', 'bolus-given']

/** What was found or done at the bedside, whatever the chart says: the bedside wins (CHART-10). */
export function FactPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <BedsideFact />
    </AtBedside>
  )
}

function BedsideFact() {
  const named = new URLSearchParams(useSearch()).get('fact')
  const rests = restsOnDose(useBedside().chart, 'figure')
  const [draft, set, clear] = usePageDraft(`bedside-fact-${named ?? 'any'}`, EMPTY, rests)
  const fact = FACTS.find((each) => each === named) ?? draft.fact
  if (fact !== null && fact !== 'pump-not-changed' && draft.figure === null) {
    return (
      <FactFigure
        fact={fact}
        text={draft.text}
        onText={(text) => set({ text })}
        onDone={(figure) => set({ fact, figure })}
      />
    )
  }
  return (
    <TimedAct
      kind="recordBedsideFact"
      title={fact === null ? 'What was found at the bedside?' : titleOf(fact, draft.figure)}
      submitLabel="Record it"
      time={{ label: 'Since when?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() =>
        fact === null
          ? { reason: 'Say what was found.', rules: ['CHART-10'], field: FIELDS.fact }
          : emptyFault(draft.reason, {
              reason: 'Say why it differs from the chart.',
              rules: ['CHART-10'],
              field: FIELDS.how,
            })
      }
      make={(common) => ({
        ...common,
        kind: 'recordBedsideFact',
        fact: given(fact),
        ...figureOf(fact, draft.figure),
        reason: draft.reason.trim(),
      })}
      onDone={() => clear()}
    >
      {fact === null && (
        <ChoiceField<Fact>
          label={FIELDS.fact}
          choices={[
            { value: 'pump-found-at', label: 'The pump runs at another rate than the chart' },
            {
              value: 'pump-not-changed',
              label: 'The pump was not changed, although it was signed',
            },
            { value: 'bolus-given', label: 'A bolus was given' },
          ]}
          value={draft.fact}
          onChange={(next) => set({ fact: next, figure: null, text: '' })}
        />
      )}
      <TextField label={FIELDS.how} value={draft.reason} onChange={(reason) => set({ reason })} />
      <p>It is marked “done without second check” and goes to the MO. Nothing is undone by it.</p>
    </TimedAct>
  )
}

interface FactFigureProps {
  fact: 'pump-found-at' | 'bolus-given'
  text: string
  onText: (text: string) => void
  onDone: (figure: number) => void
}

function FactFigure({ fact, text, onText, onDone }: FactFigureProps) {
  const isRate = fact === 'pump-found-at'
  return (
    <ActFrame title={null}>
      <FigureQuestion
        question={isRate ? 'What rate does the pump show?' : 'How many units were given?'}
        unit={isRate ? 'mL/hr' : 'units'}
        text={text}
        onText={onText}
        read={isRate ? readRate : readUnits}
        again={(figure) => (isRate ? rateKeyedAgain(figure) : null)}
        extras={isRate ? ['.'] : []}
        nextLabel="Next"
        onDone={onDone}
      />
    </ActFrame>
  )
}

function titleOf(fact: Fact, figure: number | null): string {
  if (fact === 'pump-found-at') return `Pump found at ${rateText(given(figure))}`
  return fact === 'bolus-given' ? `Bolus given: ${unitsText(given(figure))}` : 'Pump not changed'
}

function figureOf(fact: Fact | null, figure: number | null) {
  if (figure === null) return {}
  return fact === 'pump-found-at' ? { rateMlPerHour: figure } : { units: figure }
}
