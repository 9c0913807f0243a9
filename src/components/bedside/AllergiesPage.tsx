import { AllergyFields } from './AllergyFields.tsx'
import { AtBedside } from './AtBedside.tsx'
import { type AllergyDraft, allergiesOf, allergyDraftOf, allergyFault } from './allergyDraft.ts'
import { useBedside } from './BedsideContext.ts'
import { like } from './draftShape.ts'
import { NOW } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const EMPTY = { written: null as AllergyDraft | null, time: NOW }

/** The allergies and reactions, as a whole list that replaces the one before (CHART-2). */
export function AllergiesPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Allergies />
    </AtBedside>
  )
}

function Allergies() {
  const { chart } = useBedside()
  const [draft, set, clear] = usePageDraft(
    'allergies',
    EMPTY,
    { written: chart.allergies },
    { written: like(allergyDraftOf([])) },
  )
  const written = draft.written ?? allergyDraftOf(chart.allergies)
  return (
    <TimedAct
      kind="recordAllergies"
      title="Allergies and reactions"
      submitLabel="Save the allergies"
      time={{ label: 'As of when?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => allergyFault(written)}
      make={(common) => ({ ...common, kind: 'recordAllergies', allergies: allergiesOf(written) })}
      onDone={() => clear()}
    >
      <p>
        A reaction to the heparin now is a reason to STOP, top right. Tell the prescriber of any
        hypersensitivity to heparin or pork. (CHART-4)
      </p>
      <AllergyFields
        draft={written}
        set={(change) => set({ written: { ...written, ...change } })}
      />
    </TimedAct>
  )
}
