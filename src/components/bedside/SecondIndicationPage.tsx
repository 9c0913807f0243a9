import { isoOf } from '../../time.ts'
import { Problem } from '../rules/Problem.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { like } from './draftShape.ts'
import { SecondIndicationFields } from './SecondIndicationFields.tsx'
import {
  type SecondIndicationDraft,
  secondIndicationDraftOf,
  secondIndicationFault,
  secondIndicationOf,
} from './secondIndicationDraft.ts'
import { TimedAct } from './TimedAct.tsx'
import { useForecast } from './useForecast.ts'
import { usePageDraft } from './usePageDraft.ts'

const EMPTY = { written: null as SecondIndicationDraft | null }

/** A second indication that came up: the AMO's name, choice of protocol and reason (CHART-3). */
export function SecondIndicationPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Second />
    </AtBedside>
  )
}

function Second() {
  const { chart, now } = useBedside()
  const [draft, set, clear] = usePageDraft(
    'second-indication',
    EMPTY,
    { written: chart.secondIndication },
    { written: like(secondIndicationDraftOf(null)) },
  )
  const written = draft.written ?? secondIndicationDraftOf(chart.secondIndication)
  const fault = secondIndicationFault(written)
  const refusal = useForecast(
    fault === null
      ? {
          kind: 'recordSecondIndication',
          expectedVersion: chart.version,
          happenedAt: isoOf(now),
          secondIndication: secondIndicationOf(written),
        }
      : null,
  )
  return (
    <TimedAct
      kind="recordSecondIndication"
      title="A second indication"
      meaning="A second indication, with the protocol that the AMO chose for both."
      submitLabel="Sign the second indication"
      fault={() => fault}
      make={(common) => ({
        ...common,
        kind: 'recordSecondIndication',
        secondIndication: secondIndicationOf(written),
      })}
      onDone={() => clear()}
    >
      <SecondIndicationFields draft={written} onDraft={(next) => set({ written: next })} />
      {refusal !== null && (
        <Problem problem={{ ...refusal, title: `As it stands: ${refusal.title}` }} />
      )}
    </TimedAct>
  )
}
