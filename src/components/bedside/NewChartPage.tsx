import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Opening, SendResult } from '../../store/sending.ts'
import { useChartStore, useSession } from '../../store/useChart.ts'
import type { Problem as ProblemReply } from '../../store/wire.ts'
import { isoOf } from '../../time.ts'
import { Problem } from '../rules/Problem.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { type Fault, FaultContext } from '../ui/FaultContext.ts'
import { useFaultFocus } from '../ui/useFaultFocus.ts'
import styles from './ActForm.module.css'
import frame from './ActFrame.module.css'
import { AllergyFields } from './AllergyFields.tsx'
import { AsSent } from './AsSent.tsx'
import { FormSection } from './FormSection.tsx'
import { LostNotice } from './LostNotice.tsx'
import { NotComplete } from './NotComplete.tsx'
import { CHART_FIELDS, EMPTY_CHART, newChartFault, openingOf } from './newChartDraft.ts'
import { PatientFields } from './PatientFields.tsx'
import { ResumedLine } from './ResumedLine.tsx'
import { useDraft } from './useDraft.ts'

type State =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'refused'; readonly problem: ProblemReply }
  | { readonly kind: 'lost'; readonly commandId: string; readonly opening: Opening }

/** Opens a chart: patient, ward and bed, allergies, AMO (CHART-2, CHART-8). */
export function NewChartPage() {
  const { user, wards } = useSession()
  const store = useChartStore()
  const [, go] = useLocation()
  const [draft, set, clear, step] = useDraft(
    { userId: user.userId, chartId: 'new', page: 'open' },
    EMPTY_CHART,
  )
  const [only, another] = wards
  const wardId = draft.wardId === '' && only && !another ? only.wardId : draft.wardId
  const [fault, setFault] = useState<Fault | null>(null)
  const form = useFaultFocus<HTMLElement>(fault)
  const [state, setState] = useState<State>({ kind: 'idle' })

  const open = async () => {
    const whole = { ...draft, wardId }
    const missing = newChartFault(whole)
    setFault(missing)
    if (missing !== null) return
    const lost = state.kind === 'lost' ? state : null
    const opening = lost?.opening ?? openingOf(whole, isoOf(store.clock.now()))
    setState({ kind: 'saving' })
    const result = await store.openChart(opening, ...(lost ? [{ commandId: lost.commandId }] : []))
    setState(stateAfter(result, opening))
    if (result.kind !== 'accepted') return
    clear()
    go(`/charts/${result.entry.chartId}`)
  }
  return (
    <main ref={form} className={frame.frame}>
      <Link className={frame.back ?? ''} href="/">
        ‹ Back to the ward board
      </Link>
      <h1 className={frame.title}>Open a heparin chart</h1>
      <ResumedLine step={step} />
      <AsSent isSent={state.kind === 'lost'}>
        <FaultContext value={fault}>
          <PatientFields draft={draft} set={set} />
          <AllergyFields draft={draft} set={set} />
          <FormSection title="Ward">
            <ChoiceField
              label={CHART_FIELDS.wardId}
              choices={wards.map((ward) => ({ value: ward.wardId, label: ward.name }))}
              value={wardId === '' ? null : wardId}
              onChange={(next) => set({ wardId: next })}
            />
          </FormSection>
        </FaultContext>
      </AsSent>
      {fault !== null && <NotComplete {...fault} />}
      {state.kind === 'refused' && <Problem problem={state.problem} />}
      {state.kind === 'lost' && <LostNotice />}
      <div className={styles.submit}>
        <BigButton look="primary" busy={state.kind === 'saving'} onClick={() => void open()}>
          {state.kind === 'lost' ? 'Try again' : 'Open the chart'}
        </BigButton>
      </div>
    </main>
  )
}

function stateAfter(result: SendResult, opening: Opening): State {
  if (result.kind === 'accepted') return { kind: 'idle' }
  if (result.kind === 'problem') return { kind: 'refused', problem: result.problem }
  return { kind: 'lost', commandId: result.commandId, opening }
}
