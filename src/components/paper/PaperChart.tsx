import { useMemo } from 'react'
import { type EntryKind, isPendingKind } from '../../chart/entries.ts'
import { useNow, useZone } from '../../store/useChart.ts'
import { patientName } from '../../wording.ts'
import { ApttTable } from '../ApttTable.tsx'
import { actsDone } from '../apttRows.ts'
import type { ChartShown } from '../ChartShown.ts'
import { Trend } from '../Trend.tsx'
import { WHOLE } from '../trendView.ts'
import classes from './PaperChart.module.css'
import { PaperEntries } from './PaperEntries.tsx'
import { PaperFacts, PaperHead } from './PaperHead.tsx'
import { PaperNow } from './PaperNow.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { paperLines } from './paperLines.ts'

/**
 * A chart on paper, in the order of form SES130.030: who and on what, what was prescribed, the bolus, APTTs and
 * rates, reviews, the infusion; then the record with every entry, whatever its kind (CHART-1).
 */
export function PaperChart({ chart, entries }: ChartShown) {
  const now = useNow()
  const zone = useZone()
  const shown = useMemo(() => ({ chart, entries }), [chart, entries])
  const lines = useMemo(() => paperLines(shown, now, zone), [shown, now, zone])
  const done = useMemo(() => new Set(actsDone(shown).map(({ entry }) => entry.seq)), [shown])
  const of = (kinds: ReadonlySet<EntryKind>) => lines.filter(({ kind }) => kinds.has(kind))
  const given = (kinds: ReadonlySet<EntryKind>) =>
    of(kinds).filter(({ seq, kind }) => done.has(seq) || !isPendingKind(kind))
  const id = (part: string) => `paper-${chart.chartId}-${part}`
  return (
    <PaperSheet head={<PaperHead chart={chart} />} subhead={<PaperFacts chart={chart} />}>
      <PaperNow chart={chart} entries={entries} />
      <PaperEntries
        id={id('before')}
        title="Before and beside the heparin"
        lines={of(BESIDE)}
        none="Nothing is recorded."
      />
      <PaperEntries
        id={id('prescription')}
        title="Prescription"
        lines={of(ORDERED)}
        none="Nothing is prescribed."
      />
      <PaperEntries
        id={id('bolus')}
        title="Bolus given or withheld"
        lines={given(BOLUS)}
        none="No bolus was given."
      />
      <ApttTable chart={chart} entries={entries} onPaper />
      <Trend chart={chart} begin={WHOLE} />
      <PaperEntries
        id={id('reviews')}
        title="Reviews and assessments"
        lines={of(REVIEWED)}
        none="No review is recorded."
      />
      <PaperEntries
        id={id('watched')}
        title="Bleeding checks, events and procedures"
        lines={of(WATCHED)}
        none="None is recorded."
      />
      <PaperEntries
        id={id('infusion')}
        title="Infusion given"
        lines={given(INFUSED)}
        none="No infusion was given."
      />
      <PaperEntries
        id={id('record')}
        title={`Record: all ${lines.length} entries`}
        lines={lines}
        none="Nothing is recorded."
      />
      <p className={classes.end}>End of the record of {patientName(chart.patient)}.</p>
    </PaperSheet>
  )
}

const BESIDE: ReadonlySet<EntryKind> = new Set([
  'weightRecorded',
  'allergiesRecorded',
  'amoChanged',
  'medicinesRecorded',
  'bloodsOrdered',
  'bloodsResulted',
  'bloodsReviewed',
])

const ORDERED: ReadonlySet<EntryKind> = new Set([
  'infusionPrescribed',
  'secondIndicationRecorded',
  'rateOrdered',
  'bolusOrdered',
  'deviationExplained',
  'deviationEnded',
])

const BOLUS: ReadonlySet<EntryKind> = new Set(['bolusGiven', 'bolusWithheld'])

const REVIEWED: ReadonlySet<EntryKind> = new Set([
  'infusionReviewed',
  'bleedingAssessed',
  'suspensionCleared',
  'eventReviewed',
  'plateletAlertAnswered',
  'pharmacistReviewed',
])

const WATCHED: ReadonlySet<EntryKind> = new Set([
  'observationRecorded',
  'fallRecorded',
  'adverseEventRecorded',
  'stepTicked',
  'procedurePlanned',
  'procedureMoved',
  'procedureEnded',
  'procedureCancelled',
])

const INFUSED: ReadonlySet<EntryKind> = new Set([
  'infusionStarted',
  'infusionStopped',
  'infusionCeased',
  'infusionInterrupted',
  'infusionResumed',
  'infusionRecommenced',
  'infusionRestarted',
  'bagHung',
  'bedsideFactRecorded',
])
