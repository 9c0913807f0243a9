import { useState } from 'react'
import type { PendingNow } from '../../chart/pending.ts'
import { protocolOf } from '../../chart/results.ts'
import { dateText, kgText, patientName, rateText, unitsText } from '../../wording.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { BandTable } from './BandTable.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './CheckFacts.module.css'
import { StartingTable } from './StartingTable.tsx'

/**
 * What the checker works from: patient, protocol, the whole table with no row marked, the running rate. The figure
 * that was signed first is not here (SIGN-4 b).
 */
export function CheckFacts({ pending }: { pending: PendingNow }) {
  const { chart } = useBedside()
  const protocol = protocolOf(chart)
  const { infusion, weight } = chart
  const isStart = pending.kind === 'infusionStarted' || pending.kind === 'infusionRecommenced'
  return (
    <div className={styles.facts}>
      <p>
        <strong>{patientName(chart.patient)}</strong>, born {dateText(chart.patient.dateOfBirth)},
        MRN {chart.patient.mrn}. Protocol {protocol?.label ?? 'not prescribed'}.
      </p>
      <RunningLine pending={pending} />
      {isStart && weight !== null && (
        <p>
          Weight {kgText(weight.kg)} ({weight.method})
        </p>
      )}
      {protocol !== null && isStart && (
        <>
          <StartingTable protocol={protocol} />
          <p>
            Between rows: {protocol.infusion.unitsPerKgPerHour} units/kg/hr
            {protocol.infusion.maxUnitsPerHour === null
              ? ''
              : `, at most ${unitsText(protocol.infusion.maxUnitsPerHour)} in an hour`}
            ; 100 units in each mL; nearest {protocol.infusion.stepMlPerHour} mL/hr.
          </p>
        </>
      )}
      {protocol !== null && ON_BANDS.has(pending.kind) && <BandTable protocol={protocol} compact />}
      <Order pending={pending} key={infusion.setBySeq} />
    </div>
  )
}

const ON_BANDS: ReadonlySet<PendingNow['kind']> = new Set(['rateChanged', 'infusionRestarted'])

function RunningLine({ pending }: { pending: PendingNow }) {
  const { chart } = useBedside()
  const { infusion } = chart
  if (pending.kind === 'infusionRestarted') {
    const before = infusion.stop?.rateBeforeMlPerHour ?? null
    return <p>Stopped. Rate before the stop: {before === null ? 'not known' : rateText(before)}</p>
  }
  if (infusion.rateMlPerHour === null) return <p>The infusion is not running.</p>
  return <p className={styles.running}>Running now: {rateText(infusion.rateMlPerHour)}</p>
}

/** The medical officer's own order or prescription, read only when asked for: the checker's source, as the report is for a result. */
function Order({ pending }: { pending: PendingNow }) {
  const [isOpen, setOpen] = useState(false)
  const order = useOrder(pending)
  if (order === null) return null
  if (!isOpen) {
    return (
      <div>
        <BigButton small onClick={() => setOpen(true)}>
          {order.label}
        </BigButton>
      </div>
    )
  }
  return <p className={styles.order}>{order.text}</p>
}

function useOrder({ entry }: PendingNow): { label: string; text: string } | null {
  const { chart } = useBedside()
  const { prescription } = chart
  if (entry.kind === 'bolusGiven') {
    const order = chart.bolusOrders.find(({ seq }) => seq === entry.orderSeq)
    if (!order) return null
    const drawn = order.source === 'order' ? 'Ordered bolus' : 'Prescribed bolus'
    return {
      label: 'Read the order',
      text: `${drawn}: ${unitsText(order.units)}. The ampoule holds 1,000 units in each mL.`,
    }
  }
  const rate = orderedRate()
  return rate === null
    ? null
    : { label: 'Read the order', text: `Ordered pump rate: ${rateText(rate)}` }

  function orderedRate(): number | null {
    if (entry.kind === 'infusionStarted' || entry.kind === 'infusionRecommenced') {
      return prescription?.entry.rateMlPerHour ?? null
    }
    if (entry.kind !== 'rateChanged' && entry.kind !== 'infusionRestarted') return null
    const order = chart.rateOrders.find(({ seq }) => seq === entry.orderSeq)
    return order?.entry.rateMlPerHour ?? null
  }
}
