import { useState } from 'react'
import { useLocation } from 'wouter'
import { readResult } from '../../chart/results.ts'
import { relativeText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { ApttStep } from './ApttStep.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './ResultPage.module.css'
import { ResultPreview } from './ResultPreview.tsx'
import { sampleFields } from './resultFields.ts'
import { SampleStep } from './SampleStep.tsx'
import { allCollections, awaitingResult, type SampleDraft } from './sampleChoice.ts'
import { NOW } from './statedTime.ts'
import { useDraft } from './useDraft.ts'

interface Draft extends SampleDraft {
  /** `start`: the one sample that waits is taken, else the sample is asked first. */
  readonly step: 'start' | 'sample' | 'aptt' | 'preview'
  readonly text: string
}

const EMPTY: Draft = {
  step: 'start',
  text: '',
  collection: null,
  time: NOW,
  site: null,
  accession: '',
}

/** An APTT result: which sample, what the laboratory said, what the nomogram makes of it. */
export function ResultPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <EnterResult />
    </AtBedside>
  )
}

function EnterResult() {
  const { chart, now, zone, user } = useBedside()
  const [, go] = useLocation()
  const name = { userId: user.userId, chartId: chart.chartId, page: 'result' }
  const [draft, set, clear] = useDraft(name, EMPTY)
  const [fault, setFault] = useState<string | null>(null)
  const [only, another] = awaitingResult(chart)
  const waiting = only && !another ? only.seq : null
  const onlyChoice = allCollections(chart).length === 0 ? ('stated' as const) : null
  const sample = { ...draft, collection: draft.collection ?? waiting ?? onlyChoice }
  const step = draft.step === 'start' ? stepAtStart(waiting) : draft.step

  if (step === 'sample') {
    return (
      <ActFrame title="APTT result">
        <SampleStep sample={sample} onSample={set} />
        {fault !== null && <Problem problem={{ title: fault, rules: ['NOMO-11'] }} />}
        <div className={styles.next}>
          <BigButton
            look="primary"
            onClick={() => {
              const fields = sampleFields(sample, now, zone)
              setFault(fields.kind === 'missing' ? fields.reason : null)
              if (fields.kind === 'sample') set({ ...sample, step: 'aptt' })
            }}
          >
            This sample
          </BigButton>
        </div>
      </ActFrame>
    )
  }
  if (step === 'preview') {
    return (
      <ResultPreview
        text={draft.text}
        sample={sample}
        onSite={(site) => set({ site })}
        onBack={() => set({ step: 'aptt' })}
        onDone={(seq) => {
          clear()
          go(`/charts/${chart.chartId}/titrate?seq=${seq}`)
        }}
      />
    )
  }
  return (
    <ActFrame title={null}>
      <ApttStep
        question="What is the APTT?"
        text={draft.text}
        onText={(text) => set({ text })}
        nextLabel="Read the nomogram"
        asksAgain
        onDone={(text) => set({ text, collection: sample.collection, step: 'preview' })}
      >
        <SampleLine sample={sample} />
        <div>
          <BigButton small onClick={() => set({ step: 'sample' })}>
            Another sample
          </BigButton>
        </div>
      </ApttStep>
    </ActFrame>
  )
}

function stepAtStart(waiting: number | null): 'sample' | 'aptt' {
  return waiting === null ? 'sample' : 'aptt'
}

function SampleLine({ sample }: { sample: SampleDraft }) {
  const { chart, now, zone } = useBedside()
  const fields = sampleFields(sample, now, zone)
  if (fields.kind === 'missing') return null
  const drawn = readResult(chart, { text: '', sample: fields.sample }, now).sample
  return drawn && <p>Of the sample collected {relativeText(drawn.collectedAt, now, zone)}.</p>
}
