import { BAG } from '../../protocols/ward.ts'
import { TextField } from '../ui/TextField.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { ByDeviation } from './ByDeviation.tsx'
import { expiryFault, readExpiry } from './bagDraft.ts'
import { START_CONFIRMATIONS } from './confirmations.ts'
import { FirstSignature } from './FirstSignature.tsx'
import { NothingPrescribed } from './NothingPrescribed.tsx'
import { RateFigure } from './RateFigure.tsx'
import { usePageDraft } from './usePageDraft.ts'

const EXPIRY = 'Expiry date of the bag'

/** The start of the infusion: bag, access and pump confirmed, the prescribed rate, the first signature. */
export function StartPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Start />
    </AtBedside>
  )
}

function Start() {
  const { chart, now, zone } = useBedside()
  const { prescription } = chart
  const rate = prescription?.entry.rateMlPerHour ?? null
  const [label, set] = usePageDraft('start', { batch: '', expiry: '' })
  const expiry = readExpiry(label.expiry)
  const fault = () => (label.expiry === '' ? null : expiryFault(label.expiry, EXPIRY, now, zone))
  if (rate === null) return <NothingPrescribed what="start" />
  return (
    <ActFrame title="Start the infusion">
      <FirstSignature
        orderSeq={null}
        confirmations={START_CONFIRMATIONS}
        fault={fault}
        make={(fields) => ({
          ...fields,
          kind: 'startInfusion',
          rateMlPerHour: rate,
          bag: { units: BAG.units, volumeMl: BAG.volumeMl },
          bagLabel: {
            ...(label.batch.trim() === '' ? {} : { batch: label.batch.trim() }),
            ...(expiry.kind === 'taken' ? { expiry: expiry.value } : {}),
          },
        })}
        meaning="Infusion to start at this rate. The pump is set after the second check."
      >
        <RateFigure label="Prescribed rate" mlPerHour={rate} />
        <ByDeviation deviation={prescription?.entry.deviation} />
        <p>
          Another bag, or another strength? Do not start it: call the MO and the pharmacist.
          (CHART-9)
        </p>
        <TextField
          label="Batch number of the bag"
          value={label.batch}
          onChange={(batch) => set({ batch })}
        />
        <TextField
          label={EXPIRY}
          hint="Day, month, year, such as 31 Jan 2028"
          value={label.expiry}
          onChange={(text) => set({ expiry: text })}
          error={fault()?.reason}
        />
      </FirstSignature>
    </ActFrame>
  )
}
