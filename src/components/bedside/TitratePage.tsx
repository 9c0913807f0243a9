import { useLocation } from 'wouter'
import type { Chart, RateOrder } from '../../chart/chart.ts'
import { openRateOrders } from '../../chart/dueTitration.ts'
import { protocolOf, type ResultView, resultsAt } from '../../chart/results.ts'
import type { Instant } from '../../time.ts'
import { LinkButton } from '../LinkButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { Cautions } from './Cautions.tsx'
import { NoAdvice } from './NoAdvice.tsx'
import { nextApttText } from './nextAptt.ts'
import { OrderedChange } from './OrderedChange.tsx'
import { Referred } from './Referred.tsx'
import { ResultInNomogram } from './ResultInNomogram.tsx'
import { SampleState } from './SampleState.tsx'
import { TitrateSign } from './TitrateSign.tsx'
import { useSeq } from './useSeq.ts'

/** What to do about a result: the nomogram's row lit, the step in words, and the first signature. */
export function TitratePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Titrate />
    </AtBedside>
  )
}

const TO_ACT_ON: ReadonlySet<ResultView['use']> = new Set(['usable', 'old', 'early'])

function Titrate() {
  const { chart, now } = useBedside()
  const [, go] = useLocation()
  const seq = useSeq()
  const results = resultsAt(chart, now)
  const view =
    seq === null
      ? results.findLast(({ use }) => TO_ACT_ON.has(use))
      : results.find(({ result }) => result.seq === seq)
  const home = `/charts/${chart.chartId}`
  const order = seq === null ? orderToCarryOut(chart, now) : null
  if (order !== null) return <OrderedChange order={order} />
  if (!view) {
    return (
      <ActFrame title="There is no result to act on">
        <p>Every result on the chart has been acted on, or none is there yet. (NOMO-11)</p>
        <div>
          <LinkButton href={`${home}/result`}>Enter an APTT result</LinkButton>
        </div>
      </ActFrame>
    )
  }
  return (
    <ActFrame title={null}>
      {isReadyToSign(view) ? (
        <TitrateSign
          view={view}
          onDone={(entry) => go(entry.kind === 'rateChanged' ? `${home}/check` : home)}
        >
          <Advised view={view} />
        </TitrateSign>
      ) : (
        <>
          <Advised view={view} />
          <Referred view={view} />
        </>
      )}
    </ActFrame>
  )
}

function Advised({ view }: { view: ResultView }) {
  const { chart, now, zone } = useBedside()
  const protocol = protocolOf(chart)
  const { advice, use, result } = view
  return (
    <>
      {use !== 'usable' && <SampleState view={view} />}
      {use === 'usable' && advice === null && <NoAdvice />}
      <Cautions view={view} />
      {protocol !== null && advice !== null && (
        <ResultInNomogram
          protocol={protocol}
          view={view}
          advice={advice}
          next={nextApttText(chart, result, advice, now, zone)}
          isForMo={use !== 'usable'}
        />
      )}
      {use === 'usable' && <KeyedWrong view={view} />}
      {use === 'usable' && advice?.kind === 'no-change' && (
        <div>
          <LinkButton look="quiet" small flush href={`/charts/${chart.chartId}/observe`}>
            Bleeding check
          </LinkButton>
        </div>
      )}
    </>
  )
}

/** The way back from a slip of the hand: the same sample, keyed anew, replaces what was not acted on (NOMO-11, H14). */
function KeyedWrong({ view: { result } }: { view: ResultView }) {
  const { chart } = useBedside()
  const { collectionSeq } = result
  const sample = collectionSeq === null ? '' : `?sample=${collectionSeq}`
  return (
    <div>
      <LinkButton look="quiet" small flush href={`/charts/${chart.chartId}/result${sample}`}>
        Not what the report says: key it again
      </LinkButton>
    </div>
  )
}

function isReadyToSign({ use, advice }: ResultView): boolean {
  return use === 'usable' && advice !== null && advice.kind !== 'refer'
}

/** The MO's open order of another rate than the running one; null where there is none (NOMO-17). */
function orderToCarryOut(chart: Chart, now: Instant): RateOrder | null {
  const running = chart.infusion.rateMlPerHour
  const [order] = openRateOrders(chart, now)
  return order && running !== null && order.entry.rateMlPerHour !== running ? order : null
}
