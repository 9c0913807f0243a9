import { concernsOf } from '../../chart/concernsOf.ts'
import type { EntryOf } from '../../chart/entries.ts'
import { ConcernList } from '../ConcernList.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { given } from './given.ts'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  concern: 'Your concern',
  text: 'Review and advice',
} as const

type Reviewed = EntryOf<'pharmacistReviewed'>
interface Draft {
  readonly concern: Reviewed['concern'] | null
  readonly text: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { concern: null, text: '', time: NOW }

interface PharmacistReviewPageProps {
  readonly chartId: string
  /** The address after the signature; without it the chart. */
  readonly onward?: string | undefined
}

/** The pharmacist's review of the infusion, with what wants a pharmacist's eye beside it (SIGN-6). */
export function PharmacistReviewPage({ chartId, onward }: PharmacistReviewPageProps) {
  return (
    <AtBedside chartId={chartId}>
      <PharmacistReview onward={onward} />
    </AtBedside>
  )
}

function PharmacistReview({ onward }: { onward: string | undefined }) {
  const { chart, now, zone } = useBedside()
  const [draft, set, clear] = usePageDraft('pharmacist-review', EMPTY)
  return (
    <TimedAct
      kind="reviewAsPharmacist"
      title="Pharmacist’s review"
      meaning="Pharmacist’s review. Advice: an MO decides on it. (SIGN-6)"
      submitLabel="Sign the review"
      time={{ label: 'When?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => faultOf(draft)}
      make={(common) => ({
        ...common,
        kind: 'reviewAsPharmacist',
        concern: given(draft.concern),
        text: draft.text.trim(),
      })}
      onDone={() => {
        clear()
        return onward
      }}
    >
      <ConcernList concerns={concernsOf(chart, now)} now={now} zone={zone} />
      <ChoiceField<Reviewed['concern']>
        label={FIELDS.concern}
        choices={[
          { value: 'none', label: 'None' },
          { value: 'advice', label: 'Advice', hint: 'An MO reads it at the next review' },
          { value: 'urgent', label: 'Urgent', hint: 'Call the MO as well: this page calls nobody' },
        ]}
        value={draft.concern}
        onChange={(concern) => set({ concern })}
      />
      <TextField
        kind="text"
        label={FIELDS.text}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
    </TimedAct>
  )
}

function faultOf({ concern, text }: Draft): Fault | null {
  const rules = ['SIGN-6']
  if (concern === null) {
    return { reason: 'Say whether there is a concern.', rules, field: FIELDS.concern }
  }
  return emptyFault(text, {
    reason: 'Write what you reviewed or advise.',
    rules,
    field: FIELDS.text,
  })
}
