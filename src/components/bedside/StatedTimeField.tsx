import type { Instant, TimeZone } from '../../time.ts'
import { clockText, relativeText } from '../../wording.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { useFieldFault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './StatedTimeField.module.css'
import { clockField, LATE_FIELD, readTime, type StatedTime } from './statedTime.ts'
import { usePassedTime } from './usePassedTime.ts'

interface StatedTimeFieldProps {
  /** What happened at this time: names the group. */
  label: string
  nowLabel?: string
  stated: StatedTime
  onStated: (next: StatedTime) => void
  now: Instant
  zone: TimeZone
  /** An act says why it is late; advice and samples, long past, do not; a plan lies ahead. */
  of?: 'act' | 'advice' | 'sample' | 'plan'
}

/** When a thing happened: now, or a clock time confirmed in relative words (H36, SIGN-7). */
export function StatedTimeField(props: StatedTimeFieldProps) {
  const { label, nowLabel = 'Now', stated, onStated, now, zone, of = 'act' } = props
  const set = (change: Partial<StatedTime>) => onStated({ ...stated, ...change })
  const asksNow = of === 'act' || of === 'advice'
  const { clock, days, pick } = stated
  const fault = useFieldFault(clockField(label), [clock, days, pick].join(' '))
  const passed = usePassedTime(props)
  return (
    <div className={styles.field}>
      {asksNow && (
        <ChoiceField
          label={label}
          choices={[
            { value: 'now', label: `${nowLabel} (${clockText(now, zone)})` },
            { value: 'stated', label: 'At another time' },
          ]}
          value={stated.mode}
          onChange={(mode) => set({ mode })}
        />
      )}
      {(!asksNow || stated.mode === 'stated') && (
        <>
          <div className={styles.clock}>
            <TextField
              label={asksNow ? 'Time, 24-hour clock' : label}
              hint="Such as 13:40"
              inputMode="numeric"
              value={stated.clock}
              error={passed ?? errorOf(props) ?? fault}
              onChange={(clock) => set({ mode: 'stated', clock, days: 0, pick: null })}
            />
          </div>
          <Understood {...props} set={set} />
        </>
      )}
    </div>
  )
}

/** What is typed and cannot be read, said at its field. */
function errorOf({ stated, now, zone, of }: StatedTimeFieldProps): string | null {
  if (stated.clock === '') return null
  const read = readTime({ ...stated, mode: 'stated' }, now, zone, of === 'plan')
  return read.kind === 'refused' ? read.reason : null
}

interface UnderstoodProps extends StatedTimeFieldProps {
  set: (change: Partial<StatedTime>) => void
}

function Understood({ stated, now, zone, of = 'act', set }: UnderstoodProps) {
  const ahead = of === 'plan'
  if (stated.clock === '') return null
  const read = readTime({ ...stated, mode: 'stated' }, now, zone, ahead)
  if (read.kind === 'refused') return null
  if (read.kind === 'ambiguous') {
    return (
      <div role="status">
        <p className={styles.refused}>The clocks change: this time comes twice. Which one?</p>
        <div className={styles.choices}>
          <BigButton small onClick={() => set({ pick: 'earlier' })}>
            {relativeText(read.earlier, now, zone)}
          </BigButton>
          <BigButton small onClick={() => set({ pick: 'later' })}>
            {relativeText(read.later, now, zone)}
          </BigButton>
        </div>
      </div>
    )
  }
  return (
    <>
      <p className={styles.understood} role="status">
        {relativeText(read.at, now, zone)}
      </p>
      <div className={styles.choices}>
        <BigButton small onClick={() => set({ days: stated.days + 1 })}>
          {ahead ? 'A day later' : 'A day earlier'}
        </BigButton>
        {stated.days > 0 && (
          <BigButton small onClick={() => set({ days: stated.days - 1 })}>
            {ahead ? 'A day earlier' : 'A day later'}
          </BigButton>
        )}
      </div>
      {read.late && of === 'act' && (
        <TextField
          kind="text"
          label={LATE_FIELD}
          value={stated.lateReason}
          onChange={(lateReason) => set({ lateReason })}
        />
      )}
    </>
  )
}
