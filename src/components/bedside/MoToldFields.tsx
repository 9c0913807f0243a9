import { MO_TIMES } from '../../protocols/ward.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { isoOf } from '../../time.ts'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './MoToldFields.module.css'
import { StatedTimeField } from './StatedTimeField.tsx'
import { readTime, type StatedTime } from './statedTime.ts'

/** The medical officer told of a nurse's titration (SIGN-2). */
export interface MoTold {
  readonly name: string
  readonly time: StatedTime
}

interface MoToldFieldsProps {
  told: MoTold
  onTold: (told: MoTold) => void
}

/** Who was told and when; it may be left for later and holds nothing up. */
export function MoToldFields({ told, onTold }: MoToldFieldsProps) {
  const { now, zone } = useBedside()
  return (
    <details className={styles.told}>
      <summary className={styles.summary}>
        MO told
        {told.name.trim() === ''
          ? `: may follow within ${MO_TIMES.toldWithinMinutes} min`
          : `: ${told.name}`}{' '}
        (SIGN-2)
      </summary>
      <div className={styles.fields}>
        <TextField
          label="Name of the MO told"
          value={told.name}
          onChange={(name) => onTold({ ...told, name })}
        />
        <StatedTimeField
          label="When?"
          stated={told.time}
          onStated={(time) => onTold({ ...told, time })}
          now={now}
          zone={zone}
        />
      </div>
    </details>
  )
}

/** The MO told as an act carries it; nothing where no name, or no time, is given yet. */
export function moToldOf(told: MoTold, now: Instant, zone: TimeZone) {
  const name = told.name.trim()
  const read = readTime(told.time, now, zone)
  return name === '' || read.kind !== 'at' ? {} : { moTold: { name, at: isoOf(read.at) } }
}
