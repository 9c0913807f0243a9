import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Command } from '../../chart/commands.ts'
import type { Entry } from '../../chart/entries.ts'
import { mayUse } from '../../chart/policy.ts'
import { refusalText } from '../../chart/refusals.ts'
import type { Fault } from '../ui/FaultContext.ts'
import { ActForm, type Built } from './ActForm.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { CannotNow } from './CannotNow.tsx'
import { happenedFields } from './happened.ts'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, type StatedTime } from './statedTime.ts'
import type { BareAct } from './useSending.ts'

/** The fields that every act carries. */
interface CommonFields {
  readonly expectedVersion: number
  readonly happenedAt: string
  readonly lateReason?: string
}

interface TimedActProps {
  /** The command it ends in: who may not give it is told so at once (SIGN-2). */
  kind: Command['kind']
  title: string
  /** With it the session's user signs; without it a press records. */
  meaning?: string
  submitLabel: string
  /** Asks when it happened; without it, it happens now. */
  time?: {
    readonly label: string
    readonly stated: StatedTime
    readonly onStated: (t: StatedTime) => void
  }
  /** What is missing or wrong in the fields, or null. */
  fault: () => Fault | null
  make: (common: CommonFields) => BareAct
  /** The entry is on the record; afterwards the chart is shown, unless this answers another address. */
  onDone: (entry: Entry) => string | undefined
  children?: ReactNode
}

/** Where no time is asked for, it happens now. */
const UNASKED = { label: null, stated: NOW }

/** A page that records one thing: its fields, when it happened, and a press or a signature. */
export function TimedAct(props: TimedActProps) {
  const { kind, title, meaning, submitLabel, time, fault, make, onDone, children } = props
  const { chart, user, now, zone, serverNow } = useBedside()
  const [, go] = useLocation()
  const build = (expectedVersion: number): Built => {
    const missing = fault()
    if (missing !== null) return { ...missing, kind: 'missing' }
    const when = happenedFields(time ?? UNASKED, serverNow(), zone)
    if (when.kind === 'missing') return when
    return { kind: 'act', act: make({ expectedVersion, ...when.fields }) }
  }
  const barred = mayUse(kind, user, now)
  if (barred !== null) {
    return <CannotNow problem={{ ...refusalText(barred, zone), rules: barred.rules }} />
  }
  return (
    <ActFrame title={title}>
      <ActForm
        build={build}
        {...(meaning === undefined ? {} : { meaning })}
        submitLabel={submitLabel}
        neverBlocked={kind === 'ceaseInfusion'}
        onDone={(entry) => go(onDone(entry) ?? `/charts/${chart.chartId}`)}
      >
        {children}
        {time && <StatedTimeField {...time} now={now} zone={zone} />}
      </ActForm>
    </ActFrame>
  )
}

/** The fault of a text that is asked for and empty. */
export function emptyFault(text: string, fault: Fault): Fault | null {
  return text.trim() === '' ? fault : null
}
