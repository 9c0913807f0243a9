import type { ReactNode } from 'react'
import type { Entry } from '../../chart/entries.ts'
import { isMedicalOfficer } from '../../chart/people.ts'
import type { ResultView } from '../../chart/results.ts'
import { shownNow } from '../../chart/shownNow.ts'
import type { Advice } from '../../nomogram/advise.ts'
import { isoOf } from '../../time.ts'
import { rateText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { ActForm, type Built } from './ActForm.tsx'
import { useBedside } from './BedsideContext.ts'
import { MoToldFields, moToldOf } from './MoToldFields.tsx'
import { PendingLink } from './PendingLink.tsx'
import { NOW } from './statedTime.ts'
import { useForecast } from './useForecast.ts'
import { usePageDraft } from './usePageDraft.ts'
import type { BareAct } from './useSending.ts'

const EMPTY = { told: { name: '', time: NOW } }

interface TitrateSignProps {
  view: ResultView
  onDone: (entry: Entry) => void
  /** What the nomogram says: stands beside the signature. */
  children: ReactNode
}

/** The first signature on what the nomogram advises: change, no change, or stop (SIGN-3). */
export function TitrateSign({ view, onDone, children }: TitrateSignProps) {
  const { chart, user, now, zone, serverNow } = useBedside()
  const { advice, result } = view
  const [draft, set, clear] = usePageDraft(`titrate-${result.seq}`, EMPTY)
  const shown = shownNow(chart, result.seq)

  const actAt = (expectedVersion: number, at: typeof now): BareAct | null => {
    if (advice === null || shown === null) return null
    const common = { expectedVersion, happenedAt: isoOf(at) }
    const told = moToldOf(draft.told, at, zone)
    if (advice.kind === 'change') {
      const newRateMlPerHour = advice.newRateMlPerHour
      return {
        ...common,
        kind: 'changeRate',
        resultSeq: result.seq,
        newRateMlPerHour,
        shown,
        ...told,
      }
    }
    if (advice.kind === 'no-change') {
      return { ...common, kind: 'keepRate', resultSeq: result.seq, shown, ...told }
    }
    return { ...common, kind: 'stopInfusion', reason: 'nomogram', resultSeq: result.seq }
  }
  const build = (seenVersion: number): Built => {
    const act = actAt(seenVersion, serverNow())
    return act === null
      ? { kind: 'missing', reason: 'There is nothing to sign.', rules: [], field: null }
      : { kind: 'act', act }
  }
  const refusal = useForecast(actAt(chart.version, now))
  if (refusal !== null) {
    return (
      <>
        {children}
        <Problem problem={refusal} />
        <PendingLink />
      </>
    )
  }
  return (
    <ActForm
      build={build}
      meaning={meaningOf(advice)}
      neverBlocked={advice?.kind === 'stop'}
      submitLabel={advice?.kind === 'stop' ? 'Sign the stop' : 'Sign first'}
      onDone={(entry) => {
        clear()
        onDone(entry)
      }}
    >
      {children}
      {advice?.kind !== 'stop' && !isMedicalOfficer(user) && (
        <MoToldFields told={draft.told} onTold={(told) => set({ told })} />
      )}
    </ActForm>
  )
}

function meaningOf(advice: Advice | null): string {
  if (advice?.kind === 'change') {
    return `Titrated: ${rateText(advice.newRateMlPerHour)}. Leave the pump as it is: it is set after the second check.`
  }
  if (advice?.kind === 'no-change') {
    return `Titrated: no change, ${rateText(advice.because.rateMlPerHour)} goes on. It counts at once; its second check is due now.`
  }
  return 'Stopped by the nomogram. It counts at once; a countersign follows.'
}
