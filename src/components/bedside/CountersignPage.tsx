import { useState } from 'react'
import type { Owed } from '../../chart/chart.ts'
import { entryText } from '../entryText.ts'
import { LinkButton } from '../LinkButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { BagCheck } from './BagCheck.tsx'
import { useBedside } from './BedsideContext.ts'
import { CountersignSign } from './CountersignSign.tsx'
import { entryLine } from './entryWords.ts'
import { KeepCheck, type KeepFigures } from './KeepCheck.tsx'
import { useSeq } from './useSeq.ts'

/** The signature that an act already in effect still lacks: stop, cease, no change, bag, bedside fact, strike-out (SIGN-3, SIGN-5). */
export function CountersignPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Countersign />
    </AtBedside>
  )
}

function Countersign() {
  const { chart, user } = useBedside()
  const seq = useSeq()
  const act = seq === null ? firstOwed(chart.owed, user.userId) : chart.owed.find(isOf(seq))
  if (!act) {
    return (
      <ActFrame
        title={seq === null ? 'No signature is owed' : 'Nothing is owed on this act: it is signed'}
      >
        <div>
          <LinkButton href={`/charts/${chart.chartId}`}>Back to the chart</LinkButton>
        </div>
      </ActFrame>
    )
  }
  return <Owing key={act.actSeq} act={act} />
}

/** An address that names an act offers that one alone, never another one to sign. */
function isOf(seq: number) {
  return ({ actSeq }: Owed) => actSeq === seq
}

function firstOwed(owed: readonly Owed[], userId: string): Owed | undefined {
  return owed.find((each) => isFor(each, userId)) ?? owed[0]
}

/** An act that this person can sign: as the second, or their own first signature. */
function isFor({ by, firstMissing, secondMissing }: Owed, userId: string): boolean {
  return by === null || by.userId === userId ? firstMissing : secondMissing
}

function Owing({ act }: { act: Owed }) {
  const { entries, now, zone } = useBedside()
  const [figures, setFigures] = useState<KeepFigures | null>(null)
  const entry = entries.find(({ seq }) => seq === act.actSeq)
  if (act.kept !== null && figures === null) {
    return (
      <ActFrame title={null}>
        <KeepCheck kept={act.kept} onDone={setFigures} />
      </ActFrame>
    )
  }
  if (act.kind === 'bag' && figures === null) {
    return (
      <ActFrame title={null}>
        <BagCheck onDone={(checkedUnits) => setFigures({ checkedUnits })} />
      </ActFrame>
    )
  }
  const isBlind = act.kept !== null || act.kind === 'bag'
  return (
    <ActFrame title="Countersign">
      {entry && (
        <p>
          {entryLine(entry, now, zone)}
          {!isBlind && `: ${entryText(entry, zone)}`}
        </p>
      )}
      <CountersignSign act={act} figures={figures ?? {}} onDiffers={() => setFigures(null)} />
    </ActFrame>
  )
}
