import { useState } from 'react'
import { type ToCheck, toCheckOf } from '../../chart/decideSignatures.ts'
import type { PendingNow } from '../../chart/pending.ts'
import type { Check } from '../../store/sending.ts'
import { relativeText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { BlindFigure, type BlindFigureProps } from './BlindFigure.tsx'
import { unitsInMl } from './bolusWords.ts'
import { CheckAptt } from './CheckAptt.tsx'
import { CheckCollection } from './CheckCollection.tsx'
import { LostNotice } from './LostNotice.tsx'
import { SigningOff } from './SigningOff.tsx'
import { useChecking } from './useChecking.ts'
import { useSigningBar } from './useSigningBar.ts'

/** What the checker has keyed so far; in memory only, gone with the page. */
interface Keyed {
  readonly aptt: string
  readonly collectedAt: string | null
  /** mL/hr, or for a bolus mL. */
  readonly figure: string
}

const NOTHING: Keyed = { aptt: '', collectedAt: null, figure: '' }
type Step = 'aptt' | 'collected' | 'figure'

interface BlindCheckProps {
  pending: PendingNow
  /** Who has taken the tablet over. */
  checkerId: string
  onBack: () => void
  /** The figures agreed. */
  onMatched?: () => void
}

/** The checker's own figures, one question a screen, without sight of the first ones (SIGN-4 b). */
export function BlindCheck({ pending, checkerId, onBack, onMatched }: BlindCheckProps) {
  const { chart, now, zone } = useBedside()
  const toCheck = toCheckOf(chart, pending)
  const steps = stepsOf(toCheck)
  const [at, setAt] = useState(0)
  const [keyed, setKeyed] = useState(NOTHING)
  const { state, compare } = useChecking()
  const take = (change: Partial<Keyed>) => {
    setKeyed({ ...keyed, ...change })
    setAt(at + 1)
  }
  const check = async (figure: string) => {
    const whole = { ...keyed, figure }
    setKeyed(whole)
    const problem = await compare({
      actSeq: pending.actSeq,
      userId: checkerId,
      ...figuresOf(whole, toCheck),
    })
    if (problem === 'matched') return onMatched?.()
    if (problem === 'lost' || !problem.type.endsWith('/second-check-differs')) return
    // Neither figure is told: both are worked out afresh.
    setKeyed(NOTHING)
    setAt(0)
  }
  const step = state.kind === 'lost' ? 'lost' : steps[at]
  const refused = state.kind === 'refused' ? <Problem problem={state.problem} /> : null
  return (
    <ActFrame title={null} onBack={at === 0 ? onBack : () => setAt(at - 1)}>
      {pending.lapsesAt !== null && (
        <p>The first signature lapses {relativeText(pending.lapsesAt, now, zone)}. (SIGN-8)</p>
      )}
      {step === 'collected' && refused}
      {step === 'lost' && <Unanswered keyed={keyed} onAgain={() => void check(keyed.figure)} />}
      {step === 'aptt' && (
        <CheckAptt before={keyed.aptt} onDone={(aptt) => take({ aptt })}>
          {refused}
        </CheckAptt>
      )}
      {step === 'collected' && <CheckCollection onDone={(collectedAt) => take({ collectedAt })} />}
      {step === 'figure' && (
        <FigureOrBar
          pending={pending}
          isBolus={toCheck.units !== null}
          text={keyed.figure}
          onText={(figure) => setKeyed({ ...keyed, figure })}
          busy={state.kind === 'saving'}
          label={state.kind === 'saving' ? 'Comparing…' : 'Compare'}
          onDone={(figure) => void check(figure)}
        >
          {refused}
        </FigureOrBar>
      )}
    </ActFrame>
  )
}

/** The figure is what signs: nothing is compared while nothing can be signed. */
function FigureOrBar(figure: BlindFigureProps) {
  const bar = useSigningBar()
  if (bar === null) return <BlindFigure {...figure} />
  return (
    <>
      {figure.children}
      <SigningOff reason={bar} />
    </>
  )
}

function stepsOf({ result }: ToCheck): readonly Step[] {
  if (result === null) return ['figure']
  return result.collectionSeq === null ? ['aptt', 'collected', 'figure'] : ['aptt', 'figure']
}

/** What was sent stands as it was sent: nothing of it can be keyed otherwise until its answer is known. */
function Unanswered({ keyed, onAgain }: { keyed: Keyed; onAgain: () => void }) {
  return (
    <>
      <LostNotice />
      <p>
        You keyed {keyed.aptt === '' ? '' : `APTT ${keyed.aptt}, `}
        {keyed.figure}.
      </p>
      <div>
        <BigButton look="primary" onClick={onAgain}>
          Try again
        </BigButton>
      </div>
    </>
  )
}

function figuresOf(keyed: Keyed, { result, units }: ToCheck): Omit<Check, 'actSeq' | 'userId'> {
  const figure = Number(keyed.figure)
  return {
    ...(result === null ? {} : { checkedResultText: keyed.aptt }),
    ...(keyed.collectedAt === null ? {} : { checkedCollectedAt: keyed.collectedAt }),
    ...(units === null ? { checkedRateMlPerHour: figure } : { checkedUnits: unitsInMl(figure) }),
  }
}
