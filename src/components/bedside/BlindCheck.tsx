import { useState } from 'react'
import { type ToCheck, toCheckOf } from '../../chart/decideSignatures.ts'
import type { PendingNow } from '../../chart/pending.ts'
import type { Check } from '../../store/sending.ts'
import { relativeText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { BlindFigure } from './BlindFigure.tsx'
import { unitsInMl } from './bolusWords.ts'
import { CheckAptt } from './CheckAptt.tsx'
import { CheckCollection } from './CheckCollection.tsx'
import { LostNotice } from './LostNotice.tsx'
import { SigningOff } from './SigningOff.tsx'
import { useChecking } from './useChecking.ts'
import { useSigningBar } from './useSigningBar.ts'
import { WhoChecks } from './WhoChecks.tsx'

/** What the checker has keyed so far; in memory only, gone with the page. */
interface Keyed {
  readonly aptt: string
  readonly collectedAt: string | null
  /** mL/hr, or for a bolus mL. */
  readonly figure: string
}

const NOTHING: Keyed = { aptt: '', collectedAt: null, figure: '' }
type Step = 'aptt' | 'collected' | 'figure' | 'who'

interface BlindCheckProps {
  pending: PendingNow
  onBack: () => void
  /** The figures agreed. */
  onMatched?: () => void
}

/** The checker's own figures, one question a screen, without sight of the first ones (SIGN-4 b). */
export function BlindCheck({ pending, onBack, onMatched }: BlindCheckProps) {
  const { chart, now, zone } = useBedside()
  const toCheck = toCheckOf(chart, pending)
  const steps = stepsOf(toCheck)
  const [at, setAt] = useState(0)
  const [keyed, setKeyed] = useState(NOTHING)
  const { state, compare } = useChecking()
  const bar = useSigningBar()
  const take = (change: Partial<Keyed>) => {
    setKeyed({ ...keyed, ...change })
    setAt(at + 1)
  }
  const check = async (userId: string) => {
    const problem = await compare({
      actSeq: pending.actSeq,
      userId,
      ...figuresOf(keyed, toCheck),
    })
    if (problem === 'matched') return onMatched?.()
    if (problem === 'lost' || !problem.type.endsWith('/second-check-differs')) return
    // Neither figure is told: both are worked out afresh.
    setKeyed(NOTHING)
    setAt(0)
  }
  const step = steps[at]
  return (
    <ActFrame title={null} onBack={at === 0 ? onBack : () => setAt(at - 1)}>
      {pending.lapsesAt !== null && (
        <p>The first signature lapses {relativeText(pending.lapsesAt, now, zone)}. (SIGN-8)</p>
      )}
      {state.kind === 'refused' && <Problem problem={state.problem} />}
      {state.kind === 'lost' && <LostNotice />}
      {step === 'aptt' && <CheckAptt before={keyed.aptt} onDone={(aptt) => take({ aptt })} />}
      {step === 'collected' && <CheckCollection onDone={(collectedAt) => take({ collectedAt })} />}
      {step === 'figure' && (
        <BlindFigure
          pending={pending}
          isBolus={toCheck.units !== null}
          before={keyed.figure}
          onDone={(figure) => take({ figure })}
        />
      )}
      {step === 'who' && bar !== null && <SigningOff reason={bar} />}
      {step === 'who' && bar === null && (
        <WhoChecks
          pending={pending}
          busy={state.kind === 'saving'}
          label={state.kind === 'lost' ? 'Try again' : 'Compare'}
          onWho={(userId) => void check(userId)}
        />
      )}
    </ActFrame>
  )
}

function stepsOf({ result }: ToCheck): readonly Step[] {
  if (result === null) return ['figure', 'who']
  return result.collectionSeq === null
    ? ['aptt', 'collected', 'figure', 'who']
    : ['aptt', 'figure', 'who']
}

function figuresOf(keyed: Keyed, { result, units }: ToCheck): Omit<Check, 'actSeq' | 'userId'> {
  const figure = Number(keyed.figure)
  return {
    ...(result === null ? {} : { checkedResultText: keyed.aptt }),
    ...(keyed.collectedAt === null ? {} : { checkedCollectedAt: keyed.collectedAt }),
    ...(units === null ? { checkedRateMlPerHour: figure } : { checkedUnits: unitsInMl(figure) }),
  }
}
