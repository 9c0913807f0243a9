import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { Entry } from '../../chart/entries.ts'
import { KeptFact } from '../outbox/KeptFact.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { type Fault, FaultContext } from '../ui/FaultContext.ts'
import { useFaultFocus } from '../ui/useFaultFocus.ts'
import styles from './ActForm.module.css'
import { AsSent } from './AsSent.tsx'
import { useBedside } from './BedsideContext.ts'
import { MovedNotice } from './MovedNotice.tsx'
import { NotComplete } from './NotComplete.tsx'
import { SendOutcome } from './SendOutcome.tsx'
import { SignaturePad } from './SignaturePad.tsx'
import { useAsksToGoOn } from './useAsksToGoOn.ts'
import { useSeen } from './useSeen.ts'
import { type BareAct, type Sending, useSending } from './useSending.ts'

/** What a form has made of its fields: an act to send, or what is still missing. */
export type Built =
  | { readonly kind: 'act'; readonly act: BareAct }
  | ({ readonly kind: 'missing' } & Fault)

interface ActFormProps {
  /** Makes the act from the fields at the moment of sending; `seenVersion` is what the signer has seen (SIGN-8). */
  build: (seenVersion: number) => Built
  /** With it the session's user signs with their PIN; without it a press records (class F). */
  meaning?: string
  submitLabel: string
  /** A stop or cease: what is new on the chart is shown, and holds nothing up (SIGN-5). */
  neverBlocked?: boolean
  /** On a long page the signature stands at its end, also where there is room beside. */
  signsBelow?: boolean
  /** What a step before this one has begun to send: a lost reply is asked for under the same id. */
  begun?: Sending
  onDone: (entry: Entry) => void
  /** The fields. */
  children?: ReactNode
}

const CONFLICT = 409

/** The end of an act: its fields, what changed meanwhile, what was refused, and the signature that sends it. */
export function ActForm(props: ActFormProps) {
  const { chart } = useBedside()
  const own = useSending()
  const sending = props.begun ?? own
  const { state } = sending
  return state.kind === 'kept' ? (
    <KeptFact id={state.commandId} chartId={chart.chartId} />
  ) : (
    <OpenForm {...props} sending={sending} />
  )
}

function OpenForm(props: ActFormProps & { readonly sending: Sending }) {
  const { sending, build, meaning, submitLabel, onDone, children } = props
  const { neverBlocked = false, signsBelow = false } = props
  const { user, store, chart, steps } = useBedside()
  const seen = useSeen()
  const isAsked = useAsksToGoOn()
  const [missing, setMissing] = useState<Fault | null>(null)
  const { state } = sending
  const form = useFaultFocus<HTMLDivElement>(missing)

  const submit = async (pin?: string) => {
    const built = build(seen.version)
    if (built.kind === 'missing') return setMissing(built)
    setMissing(null)
    const entry = await sending.send(built.act, pin === undefined ? undefined : { pin })
    if (entry === null) void store.loadChart(chart.chartId)
    else end(entry)
  }
  const end = (entry: Entry) => {
    const typed = Object.values(steps.getState())
    onDone(entry)
    for (const step of typed) step.startAgain()
  }
  const endArrived = useEffectEvent((entry: Entry) => {
    sending.reset()
    end(entry)
  })
  const { arrived } = sending
  useEffect(() => {
    if (arrived !== null) endArrived(arrived)
  }, [arrived])
  const waits = neverBlocked ? null : waitsFor(isAsked, seen.news.length > 0)
  const saving = state.kind === 'saving'
  const label = state.kind === 'lost' ? 'Try again' : submitLabel
  return (
    <div
      ref={form}
      className={`${styles.form} ${meaning === undefined || signsBelow ? '' : styles.beside}`}
    >
      <div className={styles.content}>
        <AsSent isSent={state.kind === 'lost'}>
          <FaultContext value={missing}>{children}</FaultContext>
        </AsSent>
        <div className={styles.notices} data-stays="bottom">
          {seen.news.length > 0 && <MovedNotice seen={seen} onConfirm={sending.reset} />}
          <Outcome sending={sending} hasNews={seen.news.length > 0} />
          {missing !== null && <NotComplete {...missing} />}
        </div>
      </div>
      {meaning === undefined ? (
        <div className={styles.submit}>
          <BigButton
            look="primary"
            busy={saving}
            onClick={() => {
              if (waits !== null) setMissing({ reason: waits, rules: [], field: null })
              else void submit()
            }}
          >
            {saving ? 'Saving…' : label}
          </BigButton>
        </div>
      ) : (
        <div className={styles.sign}>
          <SignaturePad
            meaning={meaning}
            who={
              <p>
                <strong>{user.name}</strong> ({user.role})
              </p>
            }
            signLabel={label}
            saving={saving}
            waits={waits}
            neverBlocked={neverBlocked}
            onSign={(pin) => void submit(pin)}
          />
        </div>
      )}
    </div>
  )
}

function waitsFor(isAsked: boolean, hasNews: boolean): string | null {
  if (isAsked) return 'First choose above: go on with what you began, or start again.'
  return hasNews ? 'First look at what is new on the chart, above.' : null
}

function Outcome({ sending, hasNews }: { sending: Sending; hasNews: boolean }) {
  const { state } = sending
  // The moved chart says it better than the bare conflict, once what is new has arrived.
  if (state.kind === 'refused' && state.problem.status === CONFLICT && hasNews) return null
  return <SendOutcome state={state} />
}
