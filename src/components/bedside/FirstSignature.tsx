import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Confirmed, Shown } from '../../chart/fields.ts'
import { shownNow } from '../../chart/shownNow.ts'
import { type Instant, isoOf } from '../../time.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Problem } from '../rules/Problem.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TickField } from '../ui/TickField.tsx'
import { ActForm, type Built } from './ActForm.tsx'
import { useBedside } from './BedsideContext.ts'
import { type Confirmation, missingConfirmation } from './confirmations.ts'
import styles from './FirstSignature.module.css'
import { PendingLink } from './PendingLink.tsx'
import { resultSeqOf } from './resultSeqOf.ts'
import { useForecast } from './useForecast.ts'
import type { BareAct } from './useSending.ts'
import { useWristband } from './WristbandContext.ts'

/** What every act of two signatures brings beside its own fields. */
interface SignedFields {
  readonly expectedVersion: number
  readonly happenedAt: string
  readonly shown: Shown
  /** What was ticked at the bedside, for the record (CHART-2, BOL-7). */
  readonly confirmed?: Confirmed[]
}

interface FirstSignatureProps {
  /** The MO's order that the act carries out, or null. */
  orderSeq: number | null
  confirmations: readonly Confirmation[]
  make: (fields: SignedFields) => BareAct
  meaning: string
  /** What is wrong in the page's own fields, or null. */
  fault?: () => Fault | null
  children?: ReactNode
}

const SCANNED: readonly Confirmed[] = ['identity']

/** The first of two signatures: why it may not be, or what is confirmed, then the PIN, then on to the second check (SIGN-4 a). */
export function FirstSignature(props: FirstSignatureProps) {
  const { orderSeq, confirmations, make, meaning, fault = () => null, children } = props
  const { chart, now, serverNow } = useBedside()
  const [, go] = useLocation()
  // Confirmed now or not at all: what was ticked is not kept for later.
  const [ticked, setTicked] = useState<readonly Confirmed[]>([])
  const wristband = useWristband()
  // A scan ticks the identity for as long as it counts, and one of another patient takes the tick away; a hand may do
  // either afterwards, and what a hand has ticked stays.
  const isByScan = useRef(false)
  useEffect(() => {
    if (wristband.kind === 'not-scanned' && !isByScan.current) return
    isByScan.current = wristband.kind === 'matches'
    setTicked((before) => [
      ...before.filter((key) => key !== 'identity'),
      ...(wristband.kind === 'matches' ? SCANNED : []),
    ])
  }, [wristband])
  const shown = shownNow(chart, resultSeqOf(chart, orderSeq))

  const actAt = (expectedVersion: number, at: Instant): BareAct | null =>
    shown &&
    make({ expectedVersion, happenedAt: isoOf(at), shown, ...confirmedBy(confirmations, ticked) })
  const build = (seenVersion: number): Built => {
    const missing = fault() ?? missingConfirmation(confirmations, ticked)
    if (missing !== null) return { ...missing, kind: 'missing' }
    const act = actAt(seenVersion, serverNow())
    return act === null ? NOT_PRESCRIBED : { kind: 'act', act }
  }
  const refusal = useForecast(actAt(chart.version, now))
  if (refusal !== null) {
    return (
      <>
        {children}
        <Problem problem={refusal} />
        <PendingLink />
        <div className={styles.back}>
          <LinkButton look="primary" href={`/charts/${chart.chartId}`}>
            Back to the chart
          </LinkButton>
        </div>
      </>
    )
  }
  return (
    <ActForm
      build={build}
      meaning={meaning}
      submitLabel="Sign first"
      onDone={() => go(`/charts/${chart.chartId}/check`)}
    >
      {children}
      <div className={styles.ticks}>
        {confirmations.map(({ key, label, rule }) => (
          <TickField
            key={key}
            label={label}
            hint={
              key === 'identity' && wristband.kind === 'matches'
                ? `${rule}: wristband scanned`
                : rule
            }
            ticked={ticked.includes(key)}
            onChange={(isTicked) => {
              if (key === 'identity') isByScan.current = false
              setTicked(isTicked ? [...ticked, key] : ticked.filter((each) => each !== key))
            }}
          />
        ))}
      </div>
    </ActForm>
  )
}

/** An act that asks for no confirmation has none on its record. */
function confirmedBy(asked: readonly Confirmation[], ticked: readonly Confirmed[]) {
  return asked.length === 0 ? {} : { confirmed: [...ticked] }
}

const NOT_PRESCRIBED: Built = {
  kind: 'missing',
  reason: 'Nothing is prescribed on this chart yet.',
  rules: ['SIGN-8'],
  field: null,
}
