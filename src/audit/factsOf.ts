import type { Chart } from '../chart/chart.ts'
import type { Instant } from '../time.ts'
import { concordanceOf, holdFidelityOf } from './decisions.ts'
import { episodesOf } from './episodes.ts'
import type { ChartFacts, Observation } from './facts.ts'
import { adverseEventsOf, deviationsOf, plateletsOf, reviewsOf } from './monitoring.ts'
import { protocolsInForce } from './protocolsInForce.ts'
import { collectedOnTimeOf, resultsCheckedOf } from './sampleTimes.ts'
import { lapsesOf, mismatchesOf, missingSecondsOf, waitsOf } from './signatures.ts'
import { staysOf } from './stays.ts'
import { validSamples } from './validSamples.ts'

/** Everything that the audit reads from one chart at `now`; figures of a ward and a period are drawn from it (AUDIT-1). */
export function factsOf(chart: Chart, now: Instant): ChartFacts {
  return {
    chartId: chart.chartId,
    stays: staysOf(chart),
    episodes: episodesOf(chart, now),
    observations: [
      ...inRangeOf(chart),
      ...concordanceOf(chart),
      ...holdFidelityOf(chart, now),
      ...collectedOnTimeOf(chart, now),
      ...resultsCheckedOf(chart, now),
      ...mismatchesOf(chart),
      ...lapsesOf(chart, now),
      ...missingSecondsOf(chart, now),
      ...deviationsOf(chart),
      ...reviewsOf(chart, now),
      ...plateletsOf(chart, now),
      ...adverseEventsOf(chart),
    ],
    waits: waitsOf(chart),
  }
}

function inRangeOf(chart: Chart): Observation[] {
  return validSamples(chart, protocolsInForce(chart)).flatMap(({ at, inRange }) =>
    inRange === null ? [] : [{ metric: 'aptts-in-range', at, met: inRange }],
  )
}
