import type { AdviceFrom } from '../../chart/fields.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './DeviationFields.module.css'
import { StatedTimeField } from './StatedTimeField.tsx'
import { clockField, NOW, readTime, type StatedTime } from './statedTime.ts'

/** A consultant's advice as it is being written: who, and when. */
export interface NameDraft {
  readonly name: string
  readonly time: StatedTime
}
export type NameDrafts = Readonly<Partial<Record<AdviceFrom['role'], NameDraft>>>

export const EMPTY_NAME: NameDraft = { name: '', time: NOW }

/** What is asked of each, as its fields are labelled. */
const ADVICE_FIELDS = {
  name: (role: AdviceFrom['role']) => `Name of the ${role}`,
  time: (role: AdviceFrom['role']) => `When did the ${role} advise?`,
} as const

/** Where the advice of this role is open: its name, or the time where somebody is named. */
export function adviceField(names: NameDrafts, role: AdviceFrom['role']): string {
  const isNamed = (names[role] ?? EMPTY_NAME).name.trim() !== ''
  return isNamed ? clockField(ADVICE_FIELDS.time(role)) : ADVICE_FIELDS.name(role)
}

interface NamesFieldProps {
  /** Whose advice is asked for. */
  roles: readonly AdviceFrom['role'][]
  /** Why, with the rule. */
  why: string
  names: NameDrafts
  onNames: (names: NameDrafts) => void
}

/** The names and times of consultants whose advice a rule asks for. */
export function NamesField({ roles, why, names, onNames }: NamesFieldProps) {
  const { now, zone } = useBedside()
  if (roles.length === 0) return null
  return (
    <div className={styles.fields}>
      <p>{why}</p>
      {roles.map((role) => {
        const draft = names[role] ?? EMPTY_NAME
        const set = (change: Partial<NameDraft>) =>
          onNames({ ...names, [role]: { ...draft, ...change } })
        return (
          <div key={role} className={styles.fields}>
            <TextField
              label={ADVICE_FIELDS.name(role)}
              value={draft.name}
              onChange={(name) => set({ name })}
            />
            {draft.name.trim() !== '' && (
              <StatedTimeField
                label={ADVICE_FIELDS.time(role)}
                of="advice"
                stated={draft.time}
                onStated={(time) => set({ time })}
                now={now}
                zone={zone}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

/** The advice given so far, as an act carries it. */
export function adviceFromOf(names: NameDrafts, now: Instant, zone: TimeZone): AdviceFrom[] {
  return (Object.entries(names) as [AdviceFrom['role'], NameDraft][]).flatMap(
    ([role, { name, time }]) => {
      const read = readTime(time, now, zone)
      return name.trim() === '' || read.kind !== 'at'
        ? []
        : [{ role, name: name.trim(), at: isoOf(read.at) }]
    },
  )
}

/** A name whose time cannot be read yet, or null: the time is never filled in for it. */
export function namesFault(names: NameDrafts, now: Instant, zone: TimeZone): Fault | null {
  const entries = Object.entries(names) as [AdviceFrom['role'], NameDraft][]
  const open = entries.find(
    ([, { name, time }]) => name.trim() !== '' && readTime(time, now, zone).kind !== 'at',
  )
  if (!open) return null
  const [role] = open
  const field = clockField(ADVICE_FIELDS.time(role))
  return { reason: `Say when the ${role} advised.`, rules: ['BOL-3'], field }
}
