import type { EntryOf } from '../../chart/entries.ts'
import { isMedicalOfficer } from '../../chart/people.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { given } from './given.ts'
import { restsOnDose } from './restsOnDose.ts'
import { SinceLastReview } from './SinceLastReview.tsx'
import { NOW } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  effect: 'Effect of the treatment',
  bleeding: 'Bleeding or bruising?',
  clots: 'A clot new or growing?',
  order: 'Does the order stand?',
} as const

type Reviewed = EntryOf<'infusionReviewed'>
interface Draft {
  readonly effect: string
  readonly bleeding: Reviewed['bleeding'] | null
  readonly clots: Reviewed['clots'] | null
  readonly order: 'stands' | 'does-not-stand' | null
  readonly comment: string
  readonly time: typeof NOW
}
const EMPTY: Draft = {
  effect: '',
  bleeding: null,
  clots: null,
  order: null,
  comment: '',
  time: NOW,
}

/** The daily MO review: effect, bleeding or bruising, clots, and whether the order stands (TIME-4). */
export function MoReviewPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <MoReview />
    </AtBedside>
  )
}

function MoReview() {
  const { chart, user } = useBedside()
  const [draft, set, clear] = usePageDraft('mo-review', EMPTY, restsOnDose(chart, 'order'))
  const leadsOn =
    draft.order === 'does-not-stand' || draft.bleeding === 'seen' || draft.clots !== 'none'
  return (
    <TimedAct
      kind="reviewInfusion"
      title="Review the infusion"
      meaning="Daily review. It changes nothing by itself. (TIME-4)"
      submitLabel="Sign the review"
      time={{ label: 'When?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => faultOf(draft)}
      make={(common) => ({
        ...common,
        kind: 'reviewInfusion',
        effect: draft.effect.trim(),
        bleeding: given(draft.bleeding),
        clots: given(draft.clots),
        orderStands: draft.order === 'stands',
        ...(draft.comment.trim() === '' ? {} : { comment: draft.comment.trim() }),
      })}
      onDone={() => {
        clear()
        return leadsOn ? `/charts/${chart.chartId}/mo-review-next` : undefined
      }}
    >
      {isMedicalOfficer(user) && <SinceLastReview />}
      <TextField
        kind="text"
        label={FIELDS.effect}
        value={draft.effect}
        onChange={(effect) => set({ effect })}
      />
      <ChoiceField<Reviewed['bleeding']>
        label={FIELDS.bleeding}
        choices={[
          { value: 'none', label: 'None seen' },
          { value: 'seen', label: 'Seen', hint: 'Its guideline follows after signing' },
        ]}
        value={draft.bleeding}
        onChange={(bleeding) => set({ bleeding })}
      />
      <ChoiceField<Reviewed['clots']>
        label={FIELDS.clots}
        choices={[
          { value: 'none', label: 'None' },
          { value: 'new-or-growing', label: 'New or growing' },
        ]}
        value={draft.clots}
        onChange={(clots) => set({ clots })}
      />
      <ChoiceField<NonNullable<Draft['order']>>
        label={FIELDS.order}
        choices={[
          { value: 'stands', label: 'The order stands' },
          {
            value: 'does-not-stand',
            label: 'It does not stand',
            hint: 'Nothing changes yet: order, prescribe or cease after signing',
          },
        ]}
        value={draft.order}
        onChange={(order) => set({ order })}
      />
      <TextField
        kind="text"
        label="Comment, if any"
        value={draft.comment}
        onChange={(comment) => set({ comment })}
      />
    </TimedAct>
  )
}

function faultOf({ effect, bleeding, clots, order }: Draft): Fault | null {
  const rules = ['TIME-4']
  if (effect.trim() === '') {
    return { reason: 'Write what the treatment does.', rules, field: FIELDS.effect }
  }
  if (bleeding === null) {
    return { reason: 'Say whether there is bleeding or bruising.', rules, field: FIELDS.bleeding }
  }
  if (clots === null) {
    return { reason: 'Say whether a clot is new or growing.', rules, field: FIELDS.clots }
  }
  return order === null
    ? { reason: 'Say whether the order stands.', rules, field: FIELDS.order }
    : null
}
