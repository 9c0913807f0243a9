import type { Chart } from '../../chart/chart.ts'
import type { Entry } from '../../chart/entries.ts'
import { nameAndRole } from '../../chart/people.ts'
import { resultsAt } from '../../chart/results.ts'
import { instantOf, type TimeZone } from '../../time.ts'
import { rateText, whenText } from '../../wording.ts'
import { entryText } from '../entryText.ts'
import { Why } from '../rules/Why.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { CannotNow } from './CannotNow.tsx'
import styles from './EventReviewPage.module.css'
import { entryName } from './entryWords.ts'
import { given } from './given.ts'
import { NOW } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  which: 'Which event?',
  verdict: 'An adverse event of heparin?',
  finding: 'Finding',
  plan: 'Plan',
} as const

interface Draft {
  readonly eventSeq: string | null
  readonly verdict: 'adverse' | 'not-adverse' | null
  readonly finding: string
  readonly plan: string
  readonly time: typeof NOW
}
const EMPTY: Draft = { eventSeq: null, verdict: null, finding: '', plan: '', time: NOW }
const NO_EVENT = 'Go back to the chart. A new event is recorded there, under Record something else.'
const RULES = ['BLEED-1', 'OBS-1', 'AE-1']

/** The MO's look at minor bleeding, clots or an adverse event: finding and plan (BLEED-1, OBS-1, AE-1). */
export function EventReviewPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <EventReview />
    </AtBedside>
  )
}

function EventReview() {
  const { chart, entries, now, zone } = useBedside()
  const waiting = chart.careEvents.filter(({ reviewedBy }) => reviewedBy === null)
  const open = entries.filter(({ seq }) => waiting.some((event) => event.seq === seq))
  // A finding is of the events that it was written about, not of those that came later.
  const about = open.map(({ seq }) => seq).join('-')
  const [draft, set, clear] = usePageDraft(`event-review-${about}`, EMPTY)
  const [only, another] = open
  if (!only)
    return (
      <CannotNow problem={{ title: 'No event waits for a review', next: NO_EVENT, rules: RULES }} />
    )
  const chosen = another ? open.find(({ seq }) => String(seq) === draft.eventSeq) : only
  const asksVerdict = waiting.some(
    ({ seq, about }) => seq === chosen?.seq && about === 'adverse-event',
  )
  const fault = (): Fault | null => {
    if (!chosen) return { reason: 'Say which event.', rules: RULES, field: FIELDS.which }
    if (asksVerdict && draft.verdict === null) {
      return {
        reason: 'Say whether it is an adverse event of heparin.',
        rules: ['AE-1'],
        field: FIELDS.verdict,
      }
    }
    return (
      emptyFault(draft.finding, {
        reason: 'Write the finding.',
        rules: RULES,
        field: FIELDS.finding,
      }) ?? emptyFault(draft.plan, { reason: 'Write the plan.', rules: RULES, field: FIELDS.plan })
    )
  }
  return (
    <TimedAct
      kind="reviewEvent"
      title="Review the event"
      meaning="Reviewed. Nothing about the infusion changes by it."
      submitLabel="Sign the review"
      time={{ label: 'When?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={fault}
      make={(common) => ({
        ...common,
        kind: 'reviewEvent',
        eventSeq: given(chosen ?? null).seq,
        finding: draft.finding.trim(),
        plan: draft.plan.trim(),
        ...(asksVerdict ? { isAdverseEvent: draft.verdict === 'adverse' } : {}),
      })}
      onDone={() => clear()}
    >
      {another && (
        <ChoiceField
          label={FIELDS.which}
          choices={open.map((entry) => ({
            value: String(entry.seq),
            label: eventLine(entry, now, zone),
          }))}
          value={draft.eventSeq}
          onChange={(eventSeq) => set({ eventSeq })}
        />
      )}
      {!another && <p>{eventLine(only, now, zone)}</p>}
      <Facts chart={chart} />
      {asksVerdict && (
        <ChoiceField<'adverse' | 'not-adverse'>
          label={FIELDS.verdict}
          choices={[
            { value: 'adverse', label: 'Yes, or not ruled out', hint: 'The incident report stays' },
            { value: 'not-adverse', label: 'No' },
          ]}
          value={draft.verdict}
          onChange={(verdict) => set({ verdict })}
        />
      )}
      <TextField
        kind="text"
        label={FIELDS.finding}
        value={draft.finding}
        onChange={(finding) => set({ finding })}
      />
      <TextField
        kind="text"
        label={FIELDS.plan}
        value={draft.plan}
        onChange={(plan) => set({ plan })}
      />
      <Why rules={RULES} />
    </TimedAct>
  )
}

function eventLine(entry: Entry, now: ReturnType<typeof instantOf>, zone: TimeZone): string {
  const when = whenText(instantOf(entry.happenedAt), now, zone)
  const who = nameAndRole(entry.by)
  return `${when} ${entryName(entry.kind)}: ${entryText(entry, zone)}. ${who}`
}

const LAST_APTTS = 3

/** What BLEED-1 asks to look at again: the dose, the APTTs, what adds to the risk. */
function Facts({ chart }: { chart: Chart }) {
  const { now, zone } = useBedside()
  const { infusion, medicines } = chart
  const aptts = resultsAt(chart, now)
    .filter(({ use }) => use !== 'struck-out')
    .slice(-LAST_APTTS)
    .map(({ result }) => `${result.text} (${whenText(result.collectedAt, now, zone)})`)
  const antiplatelets = medicines?.antiplatelets.map(({ agent }) => agent)
  return (
    <dl className={styles.facts}>
      <dt>Now</dt>
      <dd>
        {infusion.rateMlPerHour === null ? infusion.status : rateText(infusion.rateMlPerHour)}
      </dd>
      <dt>Last APTTs, seconds</dt>
      <dd>{aptts.length === 0 ? 'None on the chart' : aptts.join('; ')}</dd>
      <dt>Antiplatelets</dt>
      <dd>{antiplatelets === undefined ? 'Not recorded' : antiplatelets.join(', ') || 'None'}</dd>
    </dl>
  )
}
