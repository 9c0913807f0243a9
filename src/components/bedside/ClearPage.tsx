import type { SuspensionReason } from '../../chart/fields.ts'
import { suspensionText } from '../infusionWords.ts'
import { LinkButton } from '../LinkButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { CannotNow } from './CannotNow.tsx'
import { given } from './given.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  which: 'Which suspension?',
  finding: 'Finding',
  nextStep: 'Next step',
} as const

interface Draft {
  readonly reason: SuspensionReason | null
  readonly finding: string
  readonly nextStep: string
}
const EMPTY: Draft = { reason: null, finding: '', nextStep: '' }

/** The MO clears a suspension with finding and next step; it starts nothing (BLEED-0). */
export function ClearPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Clear />
    </AtBedside>
  )
}

function Clear() {
  const { chart } = useBedside()
  // A finding is of the suspension that it was written about, not of one that came later.
  const about = chart.suspensions.map(({ seq }) => seq).join('-')
  const [draft, set, clear] = usePageDraft(`clear-${about}`, EMPTY)
  const [only, another] = chart.suspensions
  if (!only) {
    return (
      <CannotNow
        problem={{
          title: 'Nothing is suspended on this chart',
          next: 'Nothing has to be cleared: go back to the chart and its next step.',
          rules: ['BLEED-0'],
        }}
      />
    )
  }
  const reason = another ? draft.reason : only.reason
  return (
    <TimedAct
      kind="clearSuspension"
      title={reason === 'fall' ? 'Medical review after the fall' : 'Clear the suspension'}
      meaning={
        reason === 'fall'
          ? 'Reviewed after the fall. It starts nothing. (FALL-1, BLEED-0)'
          : 'Suspension cleared. It starts nothing. (BLEED-0)'
      }
      submitLabel="Sign"
      fault={() => {
        const rules = ['BLEED-0']
        if (reason === null) return { reason: 'Say which suspension.', rules, field: FIELDS.which }
        return (
          emptyFault(draft.finding, {
            reason: 'Write the finding.',
            rules,
            field: FIELDS.finding,
          }) ??
          emptyFault(draft.nextStep, {
            reason: 'Write the next step.',
            rules,
            field: FIELDS.nextStep,
          })
        )
      }}
      make={({ expectedVersion, happenedAt }) => ({
        kind: 'clearSuspension',
        expectedVersion,
        happenedAt,
        reason: given(reason),
        finding: draft.finding.trim(),
        nextStep: draft.nextStep.trim(),
      })}
      onDone={() => clear()}
    >
      {another ? (
        <ChoiceField<SuspensionReason>
          label={FIELDS.which}
          choices={chart.suspensions.map((each) => ({
            value: each.reason,
            label: suspensionText(each.reason),
          }))}
          value={draft.reason}
          onChange={(next) => set({ reason: next })}
        />
      ) : (
        <p>Suspended for: {suspensionText(only.reason)}.</p>
      )}
      {reason === 'bleeding-at-hold' && chart.infusion.stop !== null && (
        <p>
          Signing the assessment with its plan lifts this one as well, and the restart waits for it
          (TIME-3).{' '}
          <LinkButton href={`/charts/${chart.chartId}/assess`}>Assess the patient</LinkButton>
        </p>
      )}
      <TextField
        kind="text"
        label={FIELDS.finding}
        value={draft.finding}
        onChange={(finding) => set({ finding })}
      />
      <TextField
        kind="text"
        label={FIELDS.nextStep}
        value={draft.nextStep}
        onChange={(nextStep) => set({ nextStep })}
      />
    </TimedAct>
  )
}
