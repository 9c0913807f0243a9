import { ratesShown } from '../../chart/decideOrders.ts'
import { protocolOf, type ResultView, resultsAt } from '../../chart/results.ts'
import { numberText, rateText, whenText } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { markedRows } from './adviceWords.ts'
import { BandTable } from './BandTable.tsx'
import { useBedside } from './BedsideContext.ts'
import { CannotNow } from './CannotNow.tsx'
import { DeviationEnds } from './DeviationEnds.tsx'
import {
  DeviationFields,
  deviationFault,
  deviationOf,
  mayDeviate,
  NO_DEVIATION,
} from './DeviationFields.tsx'
import { againLabel, FigureField } from './FigureField.tsx'
import { given } from './given.ts'
import { rateKeyedAgain } from './keyAgain.ts'
import { keyedFault, readRate } from './keyedFigures.ts'
import { restsOnDose } from './restsOnDose.ts'
import { SampleState } from './SampleState.tsx'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'
import { useSeq } from './useSeq.ts'
import { WeightDiffers } from './WeightDiffers.tsx'

const EMPTY = {
  choice: null as string | null,
  text: '',
  again: '',
  reason: '',
  deviation: NO_DEVIATION,
}
const OTHER = 'other'
const FIELDS = {
  choice: 'Which rate? (NOMO-17)',
  rate: 'Pump rate, mL/hr',
  reason: 'Reason',
} as const
const ASKS: ReadonlySet<ResultView['use']> = new Set(['early', 'old', 'usable'])

/** The MO's order of a rate: one of the rows shown, or any other figure as a deviation (NOMO-17, DEV-1). */
export function OrderPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Orderable />
    </AtBedside>
  )
}

function Orderable() {
  const { status } = useBedside().chart.infusion
  if (status === 'running' || status === 'stopped') return <Order />
  return (
    <CannotNow
      problem={{
        title: 'There is no rate to order',
        detail: 'The infusion neither runs nor is held by a stop.',
        next: 'Prescribe, resume or recommence it instead.',
        rules: ['NOMO-17'],
      }}
    />
  )
}

function Order() {
  const { chart, user, now, zone } = useBedside()
  const view = useViewToOrderOn()
  const rests = restsOnDose(chart, 'choice', 'text', 'again')
  const [draft, set, clear] = usePageDraft('order', EMPTY, rests)
  const shown = useShownRates(view)
  const keyed = readRate(draft.text)
  const rate =
    draft.choice === OTHER ? (keyed.kind === 'taken' ? keyed.value : null) : numberOf(draft.choice)
  const protocol = protocolOf(chart)

  const fault = (): Fault | null => {
    if (draft.choice === null) {
      return { reason: 'Choose a rate.', rules: ['NOMO-17'], field: FIELDS.choice }
    }
    return (
      (draft.choice === OTHER ? otherFault(draft.text, draft.again) : null) ??
      emptyFault(draft.reason, {
        reason: 'Give the reason.',
        rules: ['NOMO-17'],
        field: FIELDS.reason,
      }) ??
      deviationFault(draft.deviation, { role: user.role, now, zone })
    )
  }
  return (
    <TimedAct
      kind="orderRate"
      title="Order the rate"
      meaning={
        rate === null
          ? 'Ordered.'
          : `Ordered: ${rateText(rate)}. The nurses carry it out with two signatures.`
      }
      submitLabel="Sign the order"
      fault={fault}
      make={({ expectedVersion, happenedAt }) => ({
        kind: 'orderRate',
        expectedVersion,
        happenedAt,
        resultSeq: view?.result.seq ?? null,
        rateMlPerHour: given(rate),
        reason: draft.reason.trim(),
        ...deviationOf(draft.deviation, { role: user.role, now, zone }),
      })}
      onDone={() => clear()}
    >
      <DeviationEnds by="order" />
      {view && (
        <p>
          APTT <strong>{view.result.text}</strong>, collected{' '}
          {whenText(view.result.collectedAt, now, zone)}
        </p>
      )}
      {view && view.use !== 'usable' && <SampleState view={view} />}
      <WeightDiffers />
      {view?.advice && protocol && (
        <BandTable protocol={protocol} marked={markedRows(view.advice)} compact />
      )}
      <ChoiceField
        label={FIELDS.choice}
        choices={[
          ...shown.map((each) => ({
            value: String(each),
            label: rateLabel(each, chart.infusion.rateMlPerHour),
          })),
          { value: OTHER, label: 'Another figure', hint: 'A deviation (DEV-1)' },
        ]}
        value={draft.choice}
        onChange={(choice) =>
          set({
            choice,
            deviation: {
              ...draft.deviation,
              // Where nobody here may tick it, it goes with the figure that it came with.
              isOn: choice === OTHER || (mayDeviate(user.role) && draft.deviation.isOn),
            },
          })
        }
      />
      {draft.choice === OTHER && (
        <FigureField
          label={FIELDS.rate}
          text={draft.text}
          onText={(text) => set({ text })}
          again={draft.again}
          onAgain={(again) => set({ again })}
          read={readRate}
          why={rateKeyedAgain}
        />
      )}
      <TextField
        label={FIELDS.reason}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      <DeviationFields
        role={user.role}
        draft={draft.deviation}
        onDraft={(deviation) => set({ deviation })}
      />
    </TimedAct>
  )
}

function otherFault(text: string, again: string): Fault | null {
  const refused = keyedFault(readRate(text), FIELDS.rate)
  if (refused !== null || !needsAgain(text, again)) return refused
  return {
    reason: 'Key the rate again: the two differ.',
    rules: ['NOMO-4'],
    field: againLabel(FIELDS.rate),
  }
}

function needsAgain(text: string, again: string): boolean {
  const keyed = readRate(text)
  if (keyed.kind === 'refused' || rateKeyedAgain(keyed.value) === null) return false
  return text.trim() !== again.trim()
}

function numberOf(choice: string | null): number | null {
  return choice === null ? null : Number(choice)
}

function rateLabel(rate: number, running: number | null): string {
  if (running === null) return rateText(rate)
  if (rate === running) return `Stay at ${rateText(rate)}`
  return `${rate > running ? 'Increase' : 'Decrease'}: ${numberText(running)} to ${rateText(rate)}`
}

function useViewToOrderOn(): ResultView | null {
  const { chart, now } = useBedside()
  const seq = useSeq()
  if (chart.infusion.stop) return null
  const results = resultsAt(chart, now)
  const named = results.find(({ result }) => result.seq === seq)
  return named ?? results.findLast(({ use }) => ASKS.has(use)) ?? null
}

/** The rates that need no deviation: the rows shown, staying, or the restart rate of a stop. */
function useShownRates(view: ResultView | null): readonly number[] {
  const { chart } = useBedside()
  const { stop, rateMlPerHour } = chart.infusion
  if (stop) return stop.restartRateMlPerHour === null ? [] : [stop.restartRateMlPerHour]
  if (view) return [...new Set(ratesShown(chart, view))]
  return rateMlPerHour === null ? [] : [rateMlPerHour]
}
