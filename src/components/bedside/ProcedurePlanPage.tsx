import type { ProcedureKind } from '../../chart/careFields.ts'
import { procedureName } from '../../chart/procedureName.ts'
import { Banner } from '../ui/Banner.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { PlanTimes } from './PlanTimes.tsx'
import {
  bookedAt,
  CONSULTED,
  EMPTY_PLAN,
  PLAN_FIELDS,
  type ProcedureDraft,
  planFault,
  planFields,
  plannedAt,
} from './procedureDraft.ts'
import { StatedTimeField } from './StatedTimeField.tsx'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'
import { YesNoField } from './YesNoField.tsx'

const KINDS: readonly ProcedureKind[] = [
  'surgery',
  'central-venous-catheter',
  'biopsy',
  'lumbar-puncture',
  'neuraxial-catheter',
]

/** The MO's plan of a procedure, with what it means for heparin worked out as it is written (PROC-1). */
export function ProcedurePlanPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Plan />
    </AtBedside>
  )
}

function Plan() {
  const { now, zone, serverNow } = useBedside()
  const [draft, set, clear] = usePageDraft('procedure-plan', EMPTY_PLAN)
  const { procedure } = draft
  return (
    <TimedAct
      kind="planProcedure"
      title="Plan a procedure"
      meaning="Procedure planned. Heparin is ceased and recommenced by hand, at the times that follow from it."
      submitLabel="Sign the plan"
      time={{
        label: 'When was it planned?',
        stated: draft.time,
        onStated: (time) => set({ time }),
      }}
      fault={() => planFault(draft, serverNow(), zone)}
      make={(common) => ({
        ...common,
        kind: 'planProcedure',
        ...planFields(draft, serverNow(), zone),
      })}
      onDone={() => clear()}
    >
      <ChoiceField<ProcedureKind>
        label={PLAN_FIELDS.procedure}
        choices={KINDS.map((value) => ({ value, label: procedureName(value) }))}
        value={procedure}
        onChange={(next) => set({ procedure: next })}
      />
      {procedure === 'neuraxial-catheter' && <Contraindicated />}
      <StatedTimeField
        label={PLAN_FIELDS.booked}
        of="plan"
        stated={draft.booked}
        onStated={(booked) => set({ booked })}
        now={plannedAt(draft, now, zone)}
        zone={zone}
      />
      {procedure === 'surgery' && <Surgery draft={draft} set={set} />}
      {(procedure === 'surgery' || procedure === 'neuraxial-catheter') && (
        <Consulted draft={draft} set={set} />
      )}
      {procedure !== null && (
        <PlanTimes
          procedure={procedure}
          veryHighThromboticRisk={riskOf(draft)}
          bookedAt={bookedAt(draft, now, zone)}
        />
      )}
    </TimedAct>
  )
}

/** Only an operation asks for the risk. */
function riskOf({ procedure, risk }: ProcedureDraft): boolean | null {
  if (procedure !== 'surgery') return false
  return risk === null ? null : risk === 'yes'
}

function Contraindicated() {
  return (
    <Banner tone="soon" title="Generally contraindicated on IV heparin">
      For a patient on IV heparin the procedure generally rules out a catheter that stays in the
      spinal or epidural space. Plan it only after weighing it up. (PROC-1)
    </Banner>
  )
}

interface PartProps {
  draft: ProcedureDraft
  set: (change: Partial<ProcedureDraft>) => void
}

function Surgery({ draft, set }: PartProps) {
  return (
    <>
      <YesNoField
        question={PLAN_FIELDS.risk}
        rule="PROC-1"
        answer={draft.risk}
        onAnswer={(risk) => set({ risk })}
        unanswered="Not answered yet"
      />
      <TextField
        kind="text"
        label={PLAN_FIELDS.planBefore}
        value={draft.planBefore}
        onChange={(planBefore) => set({ planBefore })}
      />
      <TextField
        kind="text"
        label={PLAN_FIELDS.planAfter}
        value={draft.planAfter}
        onChange={(planAfter) => set({ planAfter })}
      />
    </>
  )
}

/** Named where they were asked; nothing waits for it. */
function Consulted({ draft, set }: PartProps) {
  const { now, zone } = useBedside()
  return CONSULTED.map((role) => {
    const asked = draft[role]
    const name = role === 'haematology' ? 'Haematology' : 'Cardiology'
    return (
      <div key={role}>
        <TextField
          label={`${name}: whom did you ask?`}
          hint="Leave empty if nobody was asked"
          value={asked.name}
          onChange={(next) => set({ [role]: { ...asked, name: next } })}
        />
        {asked.name.trim() !== '' && (
          <StatedTimeField
            label={PLAN_FIELDS.askedAt(role)}
            of="advice"
            stated={asked.time}
            onStated={(time) => set({ [role]: { ...asked, time } })}
            now={now}
            zone={zone}
          />
        )}
      </div>
    )
  })
}
