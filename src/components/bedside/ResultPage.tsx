import { useState } from 'react'
import { useLocation } from 'wouter'
import { readResult } from '../../chart/results.ts'
import { relativeText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { type Fault, FaultContext } from '../ui/FaultContext.ts'
import { useFaultFocus } from '../ui/useFaultFocus.ts'
import { ActFrame } from './ActFrame.tsx'
import { ApttStep } from './ApttStep.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './ResultPage.module.css'
import { ResultPreview } from './ResultPreview.tsx'
import { restsOnDose } from './restsOnDose.ts'
import { isPlain, resultAct } from './resultAct.ts'
import { sampleFields } from './resultFields.ts'
import { SampleStep } from './SampleStep.tsx'
import { allCollections, awaitingResult, type SampleDraft } from './sampleChoice.ts'
import { NOW } from './statedTime.ts'
import { useAsksToGoOn } from './useAsksToGoOn.ts'
import { usePageDraft } from './usePageDraft.ts'
import { useSending } from './useSending.ts'
import { useSeq } from './useSeq.ts'

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

/**
 * An APTT result: which sample, and what the laboratory said. A value that leaves no question goes on the record and to
 * its nomogram; anything else is looked at first.
 */
export function ResultPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <EnterResult />
    </AtBedside>
  )
}

function EnterResult() {
  const { chart, now, zone, serverNow } = useBedside()
  const [, go] = useLocation()
  const sending = useSending()
  const named = useSeq('sample')
  const isAsked = useAsksToGoOn()
  const waits = awaitingResult(chart)
  // What was typed is of the sample that waited then, or that the address named.
  const of = [...waits.map(({ seq }) => seq), named]
  const rests = { step: [restsOnDose(chart, 'step'), named], collection: of, text: of }
  const [draft, set, clear] = usePageDraft('result', EMPTY, rests)
  const [fault, setFault] = useState<Fault | null>(null)
  const form = useFaultFocus<HTMLDivElement>(fault)
  const [only, another] = waits
  const waiting = only && !another ? only.seq : null
  const onlyChoice = allCollections(chart).length === 0 ? ('stated' as const) : null
  const first = named ?? waiting
  const sample = { ...draft, collection: draft.collection ?? first ?? onlyChoice }
  const isUnanswered = sending.state.kind === 'lost'
  const step = stepNow(draft.step, first, isUnanswered)
  const finish = (seq: number) => {
    clear()
    go(`/charts/${chart.chartId}/titrate?seq=${seq}`)
  }
  const look = (text: string) => set({ text, collection: sample.collection, step: 'preview' })
  const enter = async (text: string) => {
    const entering = { chart, text, sample, at: serverNow(), zone }
    const built = resultAct(entering, chart.version)
    if (built.kind === 'missing' || isAsked || !isPlain(entering)) return look(text)
    const entry = await sending.send(built.act)
    if (entry === null) look(text)
    else finish(entry.seq)
  }

  if (step === 'sample') {
    return (
      <ActFrame title="APTT result">
        <div ref={form}>
          <FaultContext value={fault}>
            <SampleStep sample={sample} onSample={set} />
          </FaultContext>
        </div>
        {fault !== null && (
          <Problem problem={{ title: fault.reason, next: 'Then go on.', rules: ['NOMO-11'] }} />
        )}
        <div className={styles.next}>
          <BigButton
            look="primary"
            onClick={() => {
              const fields = sampleFields(sample, now, zone)
              setFault(fields.kind === 'missing' ? fields : null)
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
        onBack={isUnanswered ? undefined : () => set({ step: 'aptt' })}
        begun={sending}
        onDone={finish}
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
        busy={sending.state.kind === 'saving'}
        asksAgain
        onDone={(text) => void enter(text)}
        onWord={look}
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

/** What was sent is sent again: nothing else is keyed before its answer is known. */
function stepNow(step: Draft['step'], known: number | null, isUnanswered: boolean): Draft['step'] {
  if (isUnanswered) return 'preview'
  if (step !== 'start') return step
  return known === null ? 'sample' : 'aptt'
}

function SampleLine({ sample }: { sample: SampleDraft }) {
  const { chart, now, zone } = useBedside()
  const fields = sampleFields(sample, now, zone)
  if (fields.kind === 'missing') return null
  const drawn = readResult(chart, { text: '', sample: fields.sample }, now).sample
  return drawn && <p>Of the sample collected {relativeText(drawn.collectedAt, now, zone)}.</p>
}
