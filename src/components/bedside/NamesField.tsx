import type { AdviceFrom } from '../../chart/fields.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './DeviationFields.module.css'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, readTime, type StatedTime } from './statedTime.ts'
import type { Fault } from './TimedAct.tsx'

/** A consultant's advice as it is being written: who, and when. */
export interface NameDraft {
  readonly name: string
  readonly time: StatedTime
}
export type NameDrafts = Readonly<Partial<Record<AdviceFrom['role'], NameDraft>>>

export const EMPTY_NAME: NameDraft = { name: '', time: NOW }

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
              label={`Name of the ${role}`}
              value={draft.name}
              onChange={(name) => set({ name })}
            />
            {draft.name.trim() !== '' && (
              <StatedTimeField
                label={`When did the ${role} advise?`}
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
  return open ? { reason: `Say when the ${open[0]} advised.`, rules: ['BOL-3'] } : null
}
