import { useMemo, useState } from 'react'
import type { Reply } from '../../store/api.ts'
import { useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import { type FoundInStorage, type StorageAudit, sendStorageAudit } from '../../store/wardAudit.ts'
import type { Problem as ProblemReply } from '../../store/wire.ts'
import { happenedFields } from '../bedside/happened.ts'
import { LostNotice } from '../bedside/LostNotice.tsx'
import { NotComplete } from '../bedside/NotComplete.tsx'
import { ResumedLine } from '../bedside/ResumedLine.tsx'
import { StatedTimeField } from '../bedside/StatedTimeField.tsx'
import { useDraft } from '../bedside/useDraft.ts'
import { YesNoField } from '../bedside/YesNoField.tsx'
import { Problem } from '../rules/Problem.tsx'
import { problemFault } from '../rules/problemFault.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { type Fault, FaultContext } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { useFaultFocus } from '../ui/useFaultFocus.ts'
import classes from './AuditPage.module.css'
import {
  EMPTY_STORAGE,
  OTHER_FOUND,
  STORAGE_FIELDS,
  type StorageDraft,
  storageFault,
  storageFields,
} from './storageDraft.ts'

const WHEN = 'When was it looked at?'

interface StorageFormProps {
  readonly wardId: string
  readonly onAdded: () => void
}

type State =
  | { readonly kind: 'idle' | 'saving' | 'added' }
  | { readonly kind: 'missing'; readonly fault: Fault }
  | { readonly kind: 'refused'; readonly problem: ProblemReply }
  | { readonly kind: 'lost'; readonly found: FoundInStorage }

/** Records what was found in the stock; a lost reply is sent again under its own id. */
export function StorageForm({ wardId, onAdded }: StorageFormProps) {
  const { user } = useSession()
  const store = useChartStore()
  const zone = useZone()
  const [draft, set, clear, step] = useDraft(
    { userId: user.userId, chartId: wardId, page: 'storage-audit' },
    EMPTY_STORAGE,
  )
  const [state, setState] = useState<State>({ kind: 'idle' })
  const fault = useMemo(() => faultOf(state), [state])
  const form = useFaultFocus<HTMLDivElement>(fault)

  const record = async () => {
    const missing = storageFault(draft)
    if (missing !== null) return setState({ kind: 'missing', fault: missing })
    const when = happenedFields({ label: WHEN, stated: draft.stated }, store.clock.now(), zone)
    if (when.kind === 'missing') return setState({ kind: 'missing', fault: when })
    const found =
      state.kind === 'lost'
        ? state.found
        : {
            commandId: store.newId(),
            happenedAt: when.fields.happenedAt,
            ...storageFields(draft),
          }
    setState({ kind: 'saving' })
    const reply = await sendStorageAudit(store, wardId, found)
    setState(stateAfter(reply, found))
    if (reply.kind !== 'ok') return undefined
    clear()
    // Nothing in the list may lie ahead of the time that is shown with it.
    store.clock.refresh()
    return onAdded()
  }
  return (
    <>
      <ResumedLine step={step} />
      <div ref={form} className={classes.storage}>
        <FaultContext value={fault}>
          <Fields draft={draft} set={set} />
        </FaultContext>
        <Outcome state={state} />
      </div>
      <div>
        <BigButton look="primary" busy={state.kind === 'saving'} onClick={() => void record()}>
          {state.kind === 'lost' ? 'Try again' : 'Record'}
        </BigButton>
      </div>
    </>
  )
}

function stateAfter(reply: Reply<StorageAudit>, found: FoundInStorage): State {
  if (reply.kind === 'ok') return { kind: 'added' }
  return reply.kind === 'problem'
    ? { kind: 'refused', problem: reply.problem }
    : { kind: 'lost', found }
}

function faultOf(state: State): Fault | null {
  if (state.kind === 'missing') return state.fault
  return state.kind === 'refused' ? problemFault(state.problem, STORAGE_FIELDS) : null
}

function Outcome({ state }: { state: State }) {
  switch (state.kind) {
    case 'missing':
      return <NotComplete {...state.fault} />
    case 'refused':
      return <Problem problem={state.problem} />
    case 'lost':
      return <LostNotice />
    case 'added':
      return <p role="status">Recorded. It stands in the list below.</p>
    case 'idle':
    case 'saving':
      return null
  }
}

interface FieldsProps {
  readonly draft: StorageDraft
  readonly set: (change: Partial<StorageDraft>) => void
}

function Fields({ draft, set }: FieldsProps) {
  const now = useNow()
  const zone = useZone()
  return (
    <>
      <div className={classes.dates}>
        <TextField
          label={STORAGE_FIELDS.ampoulesOf5000Units}
          hint="How many there are; 0 for none"
          inputMode="numeric"
          value={draft.ampoules}
          onChange={(ampoules) => set({ ampoules })}
        />
      </div>
      <div>
        <YesNoField
          question={STORAGE_FIELDS.storedApartFromOtherStrengths}
          rule="AUDIT-1"
          answer={draft.isApart}
          onAnswer={(isApart) => set({ isApart })}
          unanswered="Not answered"
        />
        <YesNoField
          question={OTHER_FOUND}
          rule="AUDIT-1"
          answer={draft.isOther}
          onAnswer={(isOther) => set({ isOther })}
          unanswered="Not answered"
        />
      </div>
      {draft.isOther === 'yes' && (
        <TextField
          kind="text"
          label={STORAGE_FIELDS.otherHeparinFound}
          value={draft.other}
          onChange={(other) => set({ other })}
        />
      )}
      <TextField
        kind="text"
        label={STORAGE_FIELDS.text}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
      <StatedTimeField
        label={WHEN}
        of="advice"
        stated={draft.stated}
        onStated={(stated) => set({ stated })}
        now={now}
        zone={zone}
      />
    </>
  )
}
