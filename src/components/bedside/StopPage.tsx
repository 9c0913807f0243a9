import { useState } from 'react'
import { useSearch } from 'wouter'
import type { Chart } from '../../chart/chart.ts'
import type { Entry } from '../../chart/entries.ts'
import { isMedicalOfficer, type Person } from '../../chart/people.ts'
import { type ResultView, resultsAt } from '../../chart/results.ts'
import { useStoreState } from '../../store/useChart.ts'
import { type Instant, isoOf, type TimeZone } from '../../time.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import stopChoice from '../ui/StopChoice.module.css'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { StopDone } from './StopDone.tsx'
import { StopKept } from './StopKept.tsx'
import { StopNow } from './StopNow.tsx'
import styles from './StopPage.module.css'
import { NOW, readTime, type StatedTime } from './statedTime.ts'
import { STOP_REASON_ORDER, STOP_REASONS, type StopReason } from './stopReasons.ts'
import { type BareAct, useSending } from './useSending.ts'

/** STOP: tap the reason, then sign or stop without signing. Nothing on this page refuses (SIGN-5). */
export function StopPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Stop />
    </AtBedside>
  )
}

type Chosen =
  | { readonly kind: 'nomogram'; readonly resultSeq: number; readonly label: string }
  | { readonly kind: 'reason'; readonly reason: StopReason; readonly label: string }

function Stop() {
  const { chart, user, now, zone, serverNow } = useBedside()
  const isTimeKnown = useStoreState((state) => state.clockBasis !== 'unknown')
  const named = useNamedReason()
  const [chosen, setChosen] = useState<Chosen | null>(named)
  const [done, setDone] = useState<Entry | null>(null)
  const [time, setTime] = useState(NOW)
  const sending = useSending()
  const advised = stopResult(resultsAt(chart, now), chart, user)

  const stop = async (choice: Chosen, pin: string | null) => {
    // A clock time means a day only where the tablet knows the day (SIGN-7).
    const when = isTimeKnown ? stoppedAt(time, serverNow(), zone) : {}
    const act = stopAct(choice, chart.version, when)
    const entry = await sending.send(act, pin === null ? undefined : { pin })
    if (entry !== null) setDone(entry)
  }
  if (done !== null) return <StopDone entry={done} />
  if (chosen !== null && sending.state.kind === 'kept') {
    return <StopKept id={sending.state.commandId} label={chosen.label} />
  }
  if (chosen !== null) {
    return (
      <StopNow
        label={chosen.label}
        sending={sending}
        time={isTimeKnown ? time : null}
        onTime={setTime}
        onStop={(pin) => void stop(chosen, pin)}
        onBack={() => setChosen(null)}
      />
    )
  }
  return (
    <ActFrame title="STOP the infusion: why?">
      <Banner tone="stop" icon="stop" title="Stop the pump first, if you are at the bedside.">
        Then tap the reason. It is recorded at once, on one signature or none.
      </Banner>
      <div className={styles.reasons}>
        {advised && (
          <button
            type="button"
            className={`${stopChoice.choice} ${styles.reason}`}
            onClick={() =>
              setChosen({
                kind: 'nomogram',
                resultSeq: advised.result.seq,
                label: `The nomogram advises it: APTT ${advised.result.text} seconds`,
              })
            }
          >
            The nomogram advises it
            <span className={styles.hint}>
              APTT {advised.result.text} seconds: stop with a hold
            </span>
          </button>
        )}
        {STOP_REASON_ORDER.map((reason) => {
          const { label, hint } = STOP_REASONS[reason]
          return (
            <button
              key={reason}
              type="button"
              className={`${stopChoice.choice} ${styles.reason}`}
              onClick={() => setChosen({ kind: 'reason', reason, label })}
            >
              {label}
              <span className={styles.hint}>{hint}</span>
            </button>
          )
        })}
      </div>
      <div>
        <LinkButton look="quiet" href={`/charts/${chart.chartId}/cease`}>
          A planned cease: procedure, treatment complete
        </LinkButton>
      </div>
    </ActFrame>
  )
}

/** The reason that the address brings, `?reason=head-injury`: what was just recorded has said it (BLEED-0). */
function useNamedReason(): Chosen | null {
  const text = new URLSearchParams(useSearch()).get('reason')
  const reason = STOP_REASON_ORDER.find((each) => each === text)
  return reason ? { kind: 'reason', reason, label: STOP_REASONS[reason].label } : null
}

const OVER: ReadonlySet<ResultView['use']> = new Set([
  'acted',
  'struck-out',
  'baseline',
  'rejected',
])

/** The result that a nomogram stop rests on: one that advises it, or for an MO any that could mean it (SIGN-5, NOMO-17). */
function stopResult(
  results: readonly ResultView[],
  { infusion }: Chart,
  user: Person,
): ResultView | undefined {
  return results.findLast(({ use, inStopBand, couldStop }) => {
    const isAdvised = inStopBand && (use === 'usable' || use === 'old')
    if (isAdvised && infusion.status === 'running') return true
    return isMedicalOfficer(user) && couldStop && !OVER.has(use)
  })
}

/** When it was stopped, with the reason for being late where one is given: nothing about the time holds a stop up (SIGN-5). */
function stoppedAt(time: StatedTime, now: Instant, zone: TimeZone) {
  const read = readTime(time, now, zone)
  const lateReason = time.lateReason.trim()
  if (read.kind !== 'at') return { happenedAt: isoOf(now) }
  return {
    happenedAt: isoOf(read.at),
    ...(read.late && lateReason !== '' ? { lateReason } : {}),
  }
}

function stopAct(
  chosen: Chosen,
  expectedVersion: number,
  when: { happenedAt?: string; lateReason?: string },
): BareAct {
  // Where the time is not known none is stated: the outbox gives it one with the first answer (SIGN-7).
  const common = { expectedVersion, ...when } as { expectedVersion: number; happenedAt: string }
  if (chosen.kind === 'nomogram') {
    return { ...common, kind: 'stopInfusion', reason: 'nomogram', resultSeq: chosen.resultSeq }
  }
  if (chosen.reason === 'concern') return { ...common, kind: 'stopInfusion', reason: 'concern' }
  return { ...common, kind: 'ceaseInfusion', reason: chosen.reason }
}
