import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { TabletChart } from '../../store/stopList.ts'
import type { StopChoice } from '../../store/tabletOutbox.ts'
import { useChartStore } from '../../store/useChart.ts'
import { useStopSent } from '../../store/useOutbox.ts'
import { dateText, patientName } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import frame from '../ui/PageFrame.module.css'
import stopChoice from '../ui/StopChoice.module.css'
import { useHelp } from '../useHelp.tsx'
import { StopAnywhereDone } from './StopAnywhereDone.tsx'
import classes from './StopAnywherePage.module.css'
import { StopWhy } from './StopWhy.tsx'

type Choice = StopChoice | 'asking' | null

/**
 * STOP (of the chart named, if it is on the list) without signing in, from a tablet that the ward knows: whose infusion,
 * why, done (SIGN-5). It shows who and where, and no figure. One that was sent as the session ended is told here.
 */
export function StopAnywherePage({ chartId }: { chartId: string }) {
  const store = useChartStore()
  const choice = useStopChoice()
  const [chosen, setChart] = useState<TabletChart | 'another' | null>(null)
  const stopped = useStopSent()
  const named = chosen === null ? chartIn(choice, chartId) : null
  // It stays in sight also where a later list is without it: another list would come under the finger (H15).
  if (named !== null) setChart(named)

  if (stopped !== null) return <StopAnywhereDone item={stopped} />
  if (chosen !== null && chosen !== 'another') {
    return (
      <StopWhy
        chart={chosen}
        onBack={() => setChart('another')}
        onReason={(reason) => void store.stopFrom(chosen, reason)}
      />
    )
  }
  return <StopWhose choice={choice} onChart={setChart} />
}

/** The chart that the address names, where it is on the list. */
function chartIn(choice: Choice, chartId: string): TabletChart | null {
  if (choice === 'asking' || choice === null) return null
  return choice.charts.find((each) => each.chartId === chartId) ?? null
}

function useStopChoice(): Choice {
  const store = useChartStore()
  const [kept, setKept] = useState<Choice>('asking')
  const [read, setRead] = useState<Choice>('asking')
  useEffect(() => {
    let isWanted = true
    // Neither waits for the other: a server that hangs holds up no stop, nor does a browser's database.
    void store.readKeptStopChoice().then((list) => isWanted && setKept(list))
    void store.readStopChoice().then((list) => isWanted && setRead(list))
    return () => {
      isWanted = false
    }
  }, [store])
  const known = [read, kept].find((each) => each !== 'asking' && each !== null)
  if (known) return known
  return read === null && kept === null ? null : 'asking'
}

interface StopWhoseProps {
  choice: Choice
  onChart: (chart: TabletChart) => void
}

function StopWhose({ choice, onChart }: StopWhoseProps) {
  const [, go] = useLocation()
  const help = useHelp('stop-anywhere')
  const charts = choice === 'asking' || choice === null ? [] : choice.charts
  return (
    <main className={frame.column}>
      <div className={frame.ways}>
        <BigButton small onClick={() => go('/')}>
          ‹ Back
        </BigButton>
        {help.button}
      </div>
      {help.panel}
      <h1 className={frame.title}>STOP: whose infusion?</h1>
      <Banner tone="stop" icon="stop" title="Stop the pump now." role="status">
        Then tap the patient, and the reason. Nobody has to be signed in.
      </Banner>
      <About choice={choice} />
      <ul className={frame.list}>
        {charts.map((chart) => (
          <li key={chart.chartId}>
            <button
              type="button"
              className={`${stopChoice.choice} ${classes.chart}`}
              onClick={() => onChart(chart)}
            >
              <span className={classes.name}>{patientName(chart.patient)}</span>
              <span>Bed {chart.bed}</span>
              <span className={classes.identity}>
                Born {dateText(chart.patient.dateOfBirth)}, MRN {chart.patient.mrn}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** Where the list comes from, and what to do where there is none. */
function About({ choice }: { choice: Choice }) {
  if (choice === 'asking') return <p aria-live="polite">Reading the list of the ward...</p>
  if (choice === null) return <NoList why="The server does not answer, and no list is kept here." />
  if (!choice.known)
    return <NoList why="The ward does not know this tablet: nobody has signed in on it yet." />
  if (choice.charts.length === 0) {
    return choice.isKept ? (
      <NoList why="The server has not answered, and nobody is on the list that this tablet kept." />
    ) : (
      <NoList why="No infusion runs on the wards of this tablet." />
    )
  }
  return choice.isKept ? (
    <Banner tone="soon" title="The list as this tablet kept it: the server has not answered">
      Who came to the ward since is not on it. A stop is kept here until it can be sent.
    </Banner>
  ) : null
}

function NoList({ why }: { why: string }) {
  return (
    <Banner tone="soon" title={why}>
      The pump is stopped at the pump. Write it on the paper chart with the time, tell a colleague,
      and sign in to record it.
    </Banner>
  )
}
