import type { Deviation } from '../../chart/fields.ts'
import type { Role } from '../../chart/people.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { TickField } from '../ui/TickField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './DeviationFields.module.css'
import { StatedTimeField } from './StatedTimeField.tsx'
import { clockField, NOW, readTime, type StatedTime } from './statedTime.ts'

/** A deviation as it is being written (DEV-1). */
export interface DeviationDraft {
  readonly isOn: boolean
  readonly reason: string
  readonly instructions: string
  readonly amo: string
  readonly until: 'this-act' | 'time' | 'next-result' | 'ended'
  /** Where it holds until a time. */
  readonly time: StatedTime
}

export const NO_DEVIATION: DeviationDraft = {
  isOn: false,
  reason: '',
  instructions: '',
  amo: '',
  until: 'this-act',
  time: { ...NOW, mode: 'stated' },
}

const FIELDS = {
  reason: 'Reason for the deviation',
  instructions: 'Specific instructions',
  amo: 'Name of the AMO it is ordered for',
  until: 'Until when? 24-hour clock',
} as const

interface DeviationFieldsProps {
  role: Role
  draft: DeviationDraft
  onDraft: (draft: DeviationDraft) => void
}

/** A deviation from the protocol: only an AMO, or a registrar for a named AMO (DEV-1). */
export function DeviationFields({ role, draft, onDraft }: DeviationFieldsProps) {
  const { now, zone } = useBedside()
  const set = (change: Partial<DeviationDraft>) => onDraft({ ...draft, ...change })
  if (!mayDeviate(role)) {
    return (
      <p className={styles.who}>
        A figure off the protocol is a deviation: an AMO orders it, or a registrar for a named AMO.
        Call the registrar. (DEV-1)
      </p>
    )
  }
  return (
    <div className={styles.fields}>
      <TickField
        label="This deviates from the protocol"
        hint="DEV-1"
        ticked={draft.isOn}
        onChange={(isOn) => set({ isOn })}
      />
      {draft.isOn && (
        <>
          <TextField
            kind="text"
            label={FIELDS.reason}
            value={draft.reason}
            onChange={(reason) => set({ reason })}
          />
          <TextField
            kind="text"
            label={FIELDS.instructions}
            value={draft.instructions}
            onChange={(instructions) => set({ instructions })}
          />
          {role === 'registrar' && (
            <TextField label={FIELDS.amo} value={draft.amo} onChange={(amo) => set({ amo })} />
          )}
          <ChoiceField<DeviationDraft['until']>
            label="It holds for"
            choices={[
              { value: 'this-act', label: 'This act only' },
              { value: 'time', label: 'Until a time' },
              { value: 'next-result', label: 'Until the next result' },
              { value: 'ended', label: 'Until it is ended' },
            ]}
            value={draft.until}
            onChange={(until) => set({ until })}
          />
          {draft.until === 'time' && (
            <StatedTimeField
              of="plan"
              label={FIELDS.until}
              stated={draft.time}
              onStated={(time) => set({ time })}
              now={now}
              zone={zone}
            />
          )}
          {draft.until !== 'this-act' && (
            <p>
              While it is in force the nomogram advises nothing. STOP stays offered; a result in the
              stop band still calls the MO. (DEV-1)
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** True for those who may order a deviation (DEV-1). */
export function mayDeviate(role: Role): boolean {
  return role === 'AMO' || role === 'registrar'
}

/** Who signs it, and when. */
interface Signing {
  readonly role: Role
  readonly now: Instant
  readonly zone: TimeZone
}

/** The deviation as an act carries it; nothing where it is not on. */
export function deviationOf(draft: DeviationDraft, signing: Signing): { deviation?: Deviation } {
  if (!draft.isOn) return {}
  const until = untilOf(draft, signing)
  return {
    deviation: {
      reason: draft.reason.trim(),
      instructions: draft.instructions.trim(),
      ...(signing.role === 'registrar' ? { amo: draft.amo.trim() } : {}),
      ...(until === null ? {} : { until }),
    },
  }
}

function untilOf({ until, time }: DeviationDraft, { now, zone }: Signing) {
  if (until === 'this-act') return null
  if (until !== 'time') return until
  const read = readTime(time, now, zone, true)
  return read.kind === 'at' ? isoOf(read.at) : null
}

/** What a deviation still lacks, or null. */
export function deviationFault(draft: DeviationDraft, signing: Signing): Fault | null {
  const { role, now, zone } = signing
  if (!draft.isOn) return null
  const rules = ['DEV-1']
  if (!mayDeviate(role)) {
    return { reason: 'This figure is a deviation: call the registrar.', rules, field: null }
  }
  if (draft.reason.trim() === '') {
    return { reason: 'Give the reason for the deviation.', rules, field: FIELDS.reason }
  }
  if (draft.instructions.trim() === '') {
    return { reason: 'Give specific instructions.', rules, field: FIELDS.instructions }
  }
  if (role === 'registrar' && draft.amo.trim() === '') {
    return { reason: 'Name the AMO it is ordered for.', rules, field: FIELDS.amo }
  }
  return draft.until === 'time' && readTime(draft.time, now, zone, true).kind !== 'at'
    ? { reason: 'Say until when the deviation holds.', rules, field: clockField(FIELDS.until) }
    : null
}
