import { useState } from 'react'
import type { OpenGuideline, OpenStep } from '../../chart/openGuidelines.ts'
import { guidelineSteps } from '../../chart/openGuidelines.ts'
import { nameAndRole } from '../../chart/people.ts'
import { mayUse } from '../../chart/policy.ts'
import { isoOf } from '../../time.ts'
import { whenText } from '../../wording.ts'
import { Why } from '../rules/Why.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './GuidelineSteps.module.css'
import { NamedStep, type Spoken } from './NamedStep.tsx'
import { SendOutcome } from './SendOutcome.tsx'
import { useSending } from './useSending.ts'

/** The steps of one open guideline: each is ticked by a person with one tap and holds nothing up (BLEED-1, FALL-1, AE-1). */
export function GuidelineSteps({ open }: { open: OpenGuideline }) {
  const { now, zone } = useBedside()
  const { title, rule } = guidelineSteps(open.guideline)
  return (
    <section className={styles.guideline} aria-label={title}>
      <h2 className={styles.title}>
        {title} <span className={styles.since}>since {whenText(open.at, now, zone)}</span>
      </h2>
      <ul className={styles.steps}>
        {open.steps.map((each) => (
          <li key={each.step.id} className={styles.step}>
            {each.done ? (
              <DoneStep {...each} done={each.done} />
            ) : (
              <OpenTask open={open} {...each} />
            )}
          </li>
        ))}
      </ul>
      <Why rules={[rule]} localDecisions={localDecisions(open.steps)} />
    </section>
  )
}

function localDecisions(steps: readonly OpenStep[]): string[] {
  return steps.flatMap(({ step }) => (step.localDecision ? [step.text] : []))
}

const WHO = { nurse: 'Nurse', mo: 'MO', anybody: null } as const

function DoneStep({ step, done }: { step: OpenStep['step']; done: NonNullable<OpenStep['done']> }) {
  const { now, zone } = useBedside()
  const { by, at, name, spokenAt } = done
  return (
    <div className={styles.done}>
      <Icon name="check" />
      <p>
        <span className="visuallyHidden">Done: </span>
        {step.text}
        <span className={styles.hint}>
          {name && `${name}${spokenAt === null ? '' : `, ${whenText(spokenAt, now, zone)}`}. `}
          {nameAndRole(by)}, {whenText(at, now, zone)}
        </span>
      </p>
    </div>
  )
}

interface OpenTaskProps {
  open: OpenGuideline
  step: OpenStep['step']
}

function OpenTask({ open, step }: OpenTaskProps) {
  const { chart, user, now, store, serverNow } = useBedside()
  const sending = useSending({ isOneOfMany: true })
  const [asksWho, setAsksWho] = useState(false)
  const who = [WHO[step.who], step.ifConsidered && 'if it is considered'].filter(Boolean).join(', ')
  const words = (
    <span>
      {step.text}
      {who !== '' && <span className={styles.hint}>{who}</span>}
    </span>
  )
  if (step.isTheCease || mayUse('tickStep', user, now) !== null) {
    return (
      <div className={styles.plain}>
        <Icon name={step.isTheCease ? 'stop' : 'waiting'} />
        {words}
      </div>
    )
  }
  const tick = async (spoken: Spoken | null) => {
    const entry = await sending.send({
      kind: 'tickStep',
      expectedVersion: chart.version,
      happenedAt: isoOf(serverNow()),
      guideline: open.guideline,
      step: step.id,
      aboutSeq: open.aboutSeq,
      ...spoken,
    })
    if (entry === null) void store.loadChart(chart.chartId)
    return entry !== null
  }
  const saving = sending.state.kind === 'saving'
  return (
    <>
      <label className={styles.task}>
        <input
          type="checkbox"
          checked={saving}
          aria-busy={saving || undefined}
          onChange={() => {
            if (saving) return
            if (step.asks === null) void tick(null)
            else setAsksWho(!asksWho)
          }}
        />
        {words}
      </label>
      {asksWho && step.named && (
        <NamedStep
          label={step.named}
          draftName={`${open.guideline}-${open.aboutSeq}-${step.id}`}
          saving={saving}
          onSpoken={tick}
        />
      )}
      <SendOutcome state={sending.state} />
      {sending.state.kind === 'lost' && (
        <BigButton small onClick={() => void tick(null)}>
          Try again
        </BigButton>
      )}
    </>
  )
}
