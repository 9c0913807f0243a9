import { useState } from 'react'
import type { QuietHours } from '../../chart/quietHours.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { type Fault, FaultContext } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { useFaultFocus } from '../ui/useFaultFocus.ts'
import classes from './AlarmSettingsPage.module.css'
import { wallMinuteOf, wallMinuteText } from './wallMinute.ts'

const FIELDS = { from: 'From', to: 'To' } as const
const NO_TIME = 'Two times of day, such as 22:00.'
const lacks = (reason: string, field: string): Fault => ({ reason, rules: [], field })

interface QuietHoursFieldsProps {
  readonly quiet: QuietHours | null
  readonly onChoose: (quiet: QuietHours | null) => void
}

/** From when to when this tablet is quiet; nothing holds before it is kept, and a time that is none is never guessed. */
export function QuietHoursFields({ quiet, onChoose }: QuietHoursFieldsProps) {
  const [from, setFrom] = useState(quiet ? wallMinuteText(quiet.fromMinute) : '')
  const [to, setTo] = useState(quiet ? wallMinuteText(quiet.toMinute) : '')
  const [fault, setFault] = useState<Fault | null>(null)
  const form = useFaultFocus<HTMLDivElement>(fault)

  function keep(): void {
    const fromMinute = wallMinuteOf(from)
    const toMinute = wallMinuteOf(to)
    if (fromMinute === null) setFault(lacks(NO_TIME, FIELDS.from))
    else if (toMinute === null) setFault(lacks(NO_TIME, FIELDS.to))
    else if (fromMinute === toMinute) setFault(lacks('From and to are the same time.', FIELDS.to))
    else {
      setFault(null)
      onChoose({ fromMinute, toMinute })
    }
  }
  function end(): void {
    setFrom('')
    setTo('')
    setFault(null)
    onChoose(null)
  }
  return (
    <>
      <p>
        They silence what is due or overdue: it still stands on the screen. They never silence a
        stop, a restart that is due, a decision that a stopped infusion waits for, or what
        interrupts at once (TIME-3, SIGN-5).
      </p>
      <div ref={form} className={classes.times}>
        <FaultContext value={fault}>
          <TextField
            label={FIELDS.from}
            hint="24-hour time"
            value={from}
            onChange={setFrom}
            inputMode="numeric"
          />
          <TextField
            label={FIELDS.to}
            hint="24-hour time"
            value={to}
            onChange={setTo}
            inputMode="numeric"
          />
        </FaultContext>
      </div>
      <p role="status">
        {quiet
          ? `Quiet from ${wallMinuteText(quiet.fromMinute)} to ${wallMinuteText(quiet.toMinute)}, by the facility’s clock.`
          : 'No quiet hours.'}
      </p>
      <div className={classes.buttons}>
        <BigButton small onClick={keep}>
          Keep these hours
        </BigButton>
        {quiet && (
          <BigButton small onClick={end}>
            No quiet hours
          </BigButton>
        )}
      </div>
    </>
  )
}
