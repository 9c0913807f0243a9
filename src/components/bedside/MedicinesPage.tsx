import { isoOf } from '../../time.ts'
import { Problem } from '../rules/Problem.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { like } from './draftShape.ts'
import { MedicinesFields } from './MedicinesFields.tsx'
import {
  type MedicinesDraft,
  medicinesDraftOf,
  medicinesFault,
  medicinesOf,
} from './medicinesDraft.ts'
import { NOW } from './statedTime.ts'
import { TimedAct } from './TimedAct.tsx'
import { useForecast } from './useForecast.ts'
import { usePageDraft } from './usePageDraft.ts'

const EMPTY = { written: null as MedicinesDraft | null, time: NOW }

/** The medicines beside the heparin, as a whole list that replaces the one before (CHART-6, BOL-3). */
export function MedicinesPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <OtherMedicines />
    </AtBedside>
  )
}

function OtherMedicines() {
  const { chart, user, now, zone, serverNow } = useBedside()
  const [draft, set, clear] = usePageDraft(
    'medicines',
    EMPTY,
    { written: chart.medicines },
    { written: like(medicinesDraftOf(null)) },
  )
  const written = draft.written ?? medicinesDraftOf(chart.medicines)
  const protocol = chart.prescription?.entry.protocol ?? null
  const fault = medicinesFault(written, { protocol, isAmo: user.role === 'AMO', now, zone })
  const refusal = useForecast(
    fault === null
      ? {
          kind: 'recordMedicines',
          expectedVersion: chart.version,
          happenedAt: isoOf(now),
          medicines: medicinesOf(written, now, zone),
        }
      : null,
  )
  return (
    <TimedAct
      kind="recordMedicines"
      title="Other medicines"
      submitLabel="Save the list"
      time={{ label: 'As of when?', stated: draft.time, onStated: (time) => set({ time }) }}
      fault={() => fault}
      make={(common) => ({
        ...common,
        kind: 'recordMedicines',
        medicines: medicinesOf(written, serverNow(), zone),
      })}
      onDone={() => clear()}
    >
      <p>
        {chart.medicines === null
          ? 'No list is on the chart yet.'
          : 'As on the chart: change what is no longer so. The list as a whole replaces the one before.'}
      </p>
      <MedicinesFields
        protocol={protocol}
        draft={written}
        onDraft={(next) => set({ written: next })}
      />
      {chart.prescription && written.hasAnticoagulants === 'yes' && (
        <p>
          An anticoagulant that is or may be therapeutic bars the bolus from now on; one that is
          prescribed and not given is not given any more. Call the MO. (BOL-3)
        </p>
      )}
      {refusal !== null && (
        <Problem problem={{ ...refusal, title: `As it stands: ${refusal.title}` }} />
      )}
    </TimedAct>
  )
}
