import type { EntryOf } from '../../chart/entries.ts'
import { type PlateletAlert, plateletAlert } from '../../chart/platelets.ts'
import { type Instant, isoOf, minutesBetween } from '../../time.ts'
import { durationText } from '../../wording.ts'
import { fallWorking, plateletAlertText } from '../bloodWords.ts'
import { Why } from '../rules/Why.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Bloods.module.css'
import { CannotNow } from './CannotNow.tsx'
import { type FourTsDraft, FourTsFields, fourTsOf, openQuestion } from './FourTsFields.tsx'
import { given } from './given.ts'
import { RuleTags } from './RuleTags.tsx'
import { StatedTimeField } from './StatedTimeField.tsx'
import { clockField, NOW, readTime } from './statedTime.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  role: 'Haematology (HIT-1)',
  name: 'Name',
  time: 'When did you speak?',
  plan: 'What was advised, and the plan',
} as const

type Role = EntryOf<'plateletAlertAnswered'>['consulted']['role']
interface Draft {
  readonly role: Role | null
  readonly name: string
  readonly time: typeof NOW
  readonly fourTs: FourTsDraft
  readonly plan: string
}
const EMPTY: Draft = { role: null, name: '', time: NOW, fourTs: {}, plan: '' }

/** The MO answers a platelet alert with haematology's name, time and plan (HIT-1). */
export function PlateletAlertPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Answer />
    </AtBedside>
  )
}

function Answer() {
  const { chart, now, zone, serverNow } = useBedside()
  const alert = plateletAlert(chart)
  const [draft, set, clear] = usePageDraft(`platelet-alert-${alert?.count.seq}`, EMPTY)
  if (alert === null) {
    return (
      <CannotNow
        problem={{
          title: 'No platelet alert waits on this chart',
          next: 'Go back to the chart. The counts stand under Bloods and platelets.',
          rules: ['HIT-1'],
        }}
      />
    )
  }
  const fourTs = fourTsOf(draft.fourTs)
  const consultedAt = readTime(draft.time, serverNow(), zone)
  return (
    <TimedAct
      kind="answerPlateletAlert"
      title="Platelets fell: whom did you consult?"
      meaning="Haematology was consulted. The alert returns only at a lower count. (HIT-1)"
      submitLabel="Sign the answer"
      fault={() => faultIn(draft, consultedAt.kind === 'at')}
      make={({ expectedVersion, happenedAt }) => ({
        kind: 'answerPlateletAlert',
        expectedVersion,
        happenedAt,
        bloodsSeq: alert.count.seq,
        consulted: {
          role: given(draft.role),
          name: draft.name.trim(),
          at: isoOf(consultedAt.kind === 'at' ? consultedAt.at : now),
        },
        ...(fourTs === null ? {} : { fourTs }),
        plan: draft.plan.trim(),
      })}
      onDone={() => clear()}
    >
      <Facts alert={alert} />
      <ChoiceField<Role>
        label={FIELDS.role}
        choices={[
          { value: 'haematology-consultant', label: 'Consultant' },
          { value: 'haematology-registrar', label: 'Registrar' },
        ]}
        value={draft.role}
        onChange={(role) => set({ role })}
      />
      <TextField label={FIELDS.name} value={draft.name} onChange={(name) => set({ name })} />
      <StatedTimeField
        label={FIELDS.time}
        of="advice"
        stated={draft.time}
        onStated={(time) => set({ time })}
        now={now}
        zone={zone}
      />
      <TextField
        kind="text"
        label={FIELDS.plan}
        value={draft.plan}
        onChange={(plan) => set({ plan })}
      />
      <FourTsFields draft={draft.fourTs} onDraft={(score) => set({ fourTs: score })} />
    </TimedAct>
  )
}

function faultIn({ role, name, fourTs, plan }: Draft, isTimed: boolean): Fault | null {
  const rules = ['HIT-1']
  if (role === null) return { reason: 'Say whom you consulted.', rules, field: FIELDS.role }
  const empty = emptyFault(name, {
    reason: 'Write the haematologist’s name.',
    rules,
    field: FIELDS.name,
  })
  if (empty) return empty
  if (!isTimed) return { reason: 'Say when you spoke.', rules, field: clockField(FIELDS.time) }
  const open = openQuestion(fourTs)
  if (open !== null) return { reason: 'Answer all four of the 4Ts, or none.', rules, field: open }
  return emptyFault(plan, { reason: 'Write what was advised.', rules, field: FIELDS.plan })
}

function Facts({ alert }: { alert: PlateletAlert }) {
  const { chart, now, zone } = useBedside()
  const { firstStartedAt } = chart.infusion
  return (
    <div className={styles.facts}>
      <p>
        <b>{plateletAlertText(chart, now, zone)}</b>
        {firstStartedAt !== null && ` ${sinceStart(firstStartedAt, alert.count.collectedAt)}`}
      </p>
      <Why question="Why does it alert?" rules={['HIT-1']} localDecisions={['HIT-1']}>
        <p>{fallWorking(alert.baseline, alert.count)}</p>
        {alert.isLow && (
          <p>It is below 150, and the baseline was not: that alerts too (local decision).</p>
        )}
      </Why>
      <p>
        Ceasing for suspected HIT is your decision: STOP, top right, “Suspected HIT”. It suspends
        the chart; recommencing then needs haematology’s advice. <RuleTags rules={['RECOM-1']} />
      </p>
    </div>
  )
}

function sinceStart(start: Instant, collectedAt: Instant): string {
  return `Collected ${durationText(minutesBetween(start, collectedAt))} after the start of heparin.`
}
