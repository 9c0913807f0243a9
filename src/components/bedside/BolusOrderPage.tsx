import { resultBolusLapse } from '../../chart/orders.ts'
import { type ResultView, resultsAt } from '../../chart/results.ts'
import { BOLUS_LIMITS } from '../../protocols/ward.ts'
import { minutesBetween } from '../../time.ts'
import { kgText, unitsText, whenText } from '../../wording.ts'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { bolusText, unitsPerKgText } from './bolusWords.ts'
import { CannotNow } from './CannotNow.tsx'
import { eachLike } from './draftShape.ts'
import { FigureField } from './FigureField.tsx'
import { given } from './given.ts'
import { keyedFault, readUnits } from './keyedFigures.ts'
import {
  adviceField,
  adviceFromOf,
  EMPTY_NAME,
  type NameDrafts,
  NamesField,
} from './NamesField.tsx'
import { NoBolus } from './NoBolus.tsx'
import { RESTRICTION_WORDS } from './restrictionWords.ts'
import { restsOnDose } from './restsOnDose.ts'
import { TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const BOLUS = 'Bolus, units (the neurologist’s figure)'
const EMPTY: { readonly names: NameDrafts; readonly text: string } = { names: {}, text: '' }

/** The MO's order of the nomogram's bolus, with the facts that speak against it (BOL-6). */
export function BolusOrderPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <BolusOrder />
    </AtBedside>
  )
}

function BolusOrder() {
  const { chart, now } = useBedside()
  const view = resultsAt(chart, now).findLast((each) => advisedBolus(each) !== null)
  const isStroke = chart.restrictions.includes('stroke')
  if (!view || resultBolusLapse(chart, view.result.seq, now) !== null) {
    return (
      <CannotNow
        problem={{
          title: 'No bolus waits for an order',
          detail: 'No result on the chart asks for one, or its time has passed.',
          next: 'Nothing to order. A newer result may ask for one.',
          rules: ['BOL-6'],
        }}
      />
    )
  }
  return <OrderOn view={view} advised={isStroke ? null : advisedBolus(view)} />
}

function advisedBolus({ advice }: ResultView): number | null {
  return advice?.kind === 'change' ? advice.bolusUnits : null
}

function OrderOn({ view, advised }: { view: ResultView; advised: number | null }) {
  const { chart, now, zone, serverNow } = useBedside()
  const rests = restsOnDose(chart, 'text')
  const [draft, set, clear] = usePageDraft(`bolus-order-${view.result.seq}`, EMPTY, rests, {
    names: eachLike(EMPTY_NAME),
  })
  const keyed = readUnits(draft.text)
  const units = advised ?? (keyed.kind === 'taken' ? keyed.value : null)
  const roles = chart.restrictions.flatMap((each) => RESTRICTION_WORDS[each].liftedBy)
  return (
    <TimedAct
      kind="orderBolus"
      title={advised === null ? 'Order a bolus by hand' : `Order the bolus: ${unitsText(advised)}`}
      meaning={units === null ? 'Bolus ordered.' : `Bolus ordered: ${bolusText(units)}.`}
      submitLabel="Sign the order"
      fault={() => {
        const refused = advised === null ? keyedFault(keyed, BOLUS) : null
        if (refused !== null) return refused
        const named = adviceFromOf(draft.names, serverNow(), zone)
        const missing = roles.find((role) => !named.some((each) => each.role === role))
        if (!missing) return null
        const reason = `The restriction asks for the name of the ${missing}.`
        const field = adviceField(draft.names, missing)
        return { reason, rules: ['BOL-6'], field }
      }}
      make={({ expectedVersion, happenedAt }) => ({
        kind: 'orderBolus',
        expectedVersion,
        happenedAt,
        resultSeq: view.result.seq,
        units: given(units),
        adviceFrom: adviceFromOf(draft.names, serverNow(), zone),
      })}
      onDone={() => clear()}
    >
      <p>
        For APTT {view.result.text} seconds, collected{' '}
        {whenText(view.result.collectedAt, now, zone)}. One tap orders it; without an order the rate
        rise goes ahead by itself. (BOL-6)
      </p>
      <Against units={units} />
      {advised === null && (
        <FigureField
          label={BOLUS}
          text={draft.text}
          onText={(text) => set({ text })}
          again=""
          onAgain={() => undefined}
          read={readUnits}
          why={() => null}
        />
      )}
      <NamesField
        roles={[...new Set(roles)]}
        why="The restriction is lifted only with these names:"
        names={draft.names}
        onNames={(names) => set({ names })}
      />
    </TimedAct>
  )
}

/** The facts that speak against the bolus: restriction, a stop in the last 12 hours, units/kg (BOL-6). */
function Against({ units }: { units: number | null }) {
  const { chart, now, zone } = useBedside()
  const limitMinutes = BOLUS_LIMITS.recentStopHours * 60
  const stop = chart.events.findLast(
    ({ kind, at }) => kind === 'stop' && minutesBetween(at, now) <= limitMinutes,
  )
  return (
    <section aria-label="What speaks against it">
      <h2>What speaks against it</h2>
      <ul>
        {chart.restrictions.length > 0 && (
          <li>
            <NoBolus units={units} restrictions={chart.restrictions} />
          </li>
        )}
        <li>
          {stop
            ? `Stopped in the last ${BOLUS_LIMITS.recentStopHours} hours: at ${whenText(stop.at, now, zone)}.`
            : `No stop in the last ${BOLUS_LIMITS.recentStopHours} hours.`}
        </li>
        <li>
          {chart.weight === null || units === null
            ? 'Units/kg: not known.'
            : `${unitsPerKgText(units, chart.weight.kg)} at ${kgText(chart.weight.kg)}${chart.weight.method === 'estimated' ? ' (estimated)' : ''}.`}
        </li>
      </ul>
    </section>
  )
}
