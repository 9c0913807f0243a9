import { type BaselineTest, baselineBloods } from '../../chart/baselineBloods.ts'
import type { BloodTest } from '../../chart/careFields.ts'
import { whenText } from '../../wording.ts'
import { TEST_NAMES } from '../bloodWords.ts'
import { bloodValuesText } from '../careTextsBloods.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { TickField } from '../ui/TickField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { FormSection } from './FormSection.tsx'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { ticked } from './ticked.ts'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  comment: 'Comment',
} as const

interface Draft {
  readonly seqs: readonly number[]
  readonly without: readonly BloodTest[]
  readonly comment: string
}
const EMPTY: Draft = { seqs: [], without: [], comment: '' }

/** The MO looks at blood results, and signs which missing ones are not waited for (CHART-5). */
export function BloodReviewPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <BloodReview />
    </AtBedside>
  )
}

function BloodReview() {
  const { chart, now } = useBedside()
  const [draft, set, clear] = usePageDraft('blood-review', EMPTY)
  const results = useUnreviewed()
  const missing = baselineBloods(chart, now).filter(isMissing)
  const { seqs, without, comment } = draft
  const fault = (): Fault | null => {
    if (seqs.length + without.length === 0) {
      return { reason: 'Tick what you have looked at.', rules: ['CHART-5'], field: null }
    }
    return without.length > 0
      ? emptyFault(comment, {
          reason: 'Write why you go on without it.',
          rules: ['CHART-5'],
          field: FIELDS.comment,
        })
      : null
  }
  return (
    <TimedAct
      kind="reviewBloods"
      title="Which results have you looked at?"
      meaning="Bloods reviewed. It changes no dose."
      submitLabel="Sign the review"
      fault={fault}
      make={({ expectedVersion, happenedAt }) => ({
        kind: 'reviewBloods',
        expectedVersion,
        happenedAt,
        bloodsSeqs: [...seqs],
        ...(without.length > 0 ? { goesOnWithout: [...without] } : {}),
        ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
      })}
      onDone={() => clear()}
    >
      {results.length === 0 && (
        <p>No result waits for a review. A report is entered under Bloods and platelets.</p>
      )}
      {results.map(({ seq, label, hint }) => (
        <TickField
          key={seq}
          label={label}
          hint={hint}
          ticked={seqs.includes(seq)}
          onChange={(on) => set({ seqs: ticked(seqs, seq, on) })}
        />
      ))}
      {missing.length > 0 && (
        <FormSection title="Baseline results that are missing">
          {missing.map(({ test }) => (
            <TickField
              key={test}
              label={`Go on without: ${TEST_NAMES[test]}`}
              hint={test === 'fbc' ? 'A platelet count stays due all the same (HIT-1)' : ''}
              ticked={without.includes(test)}
              onChange={(on) => set({ without: ticked(without, test, on) })}
            />
          ))}
        </FormSection>
      )}
      <TextField
        kind="text"
        label={FIELDS.comment}
        value={comment}
        onChange={(text) => set({ comment: text })}
      />
    </TimedAct>
  )
}

function isMissing({ state }: BaselineTest): boolean {
  return state === 'not-ordered' || state === 'ordered'
}

/** Every blood result, and the baseline APTT, that no review has named; the newest first. */
function useUnreviewed() {
  const { chart, now, zone } = useBedside()
  const reviewed = new Set(chart.bloodReviews.flatMap(({ bloodsSeqs }) => bloodsSeqs))
  const aptt = baselineBloods(chart, now).find(({ test }) => test === 'aptt')?.aptt ?? null
  const bloods = chart.bloods.map(({ seq, collectedAt, entry }) => ({
    seq,
    collectedAt,
    label: bloodValuesText(entry),
  }))
  const baseline = aptt
    ? [{ seq: aptt.seq, collectedAt: aptt.collectedAt, label: `Baseline APTT ${aptt.text}` }]
    : []
  return [...baseline, ...bloods]
    .filter(({ seq }) => !reviewed.has(seq))
    .sort((a, b) => b.collectedAt - a.collectedAt)
    .map((each) => ({ ...each, hint: `Collected ${whenText(each.collectedAt, now, zone)}` }))
}
