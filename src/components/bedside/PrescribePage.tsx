import { useState } from 'react'
import { useLocation } from 'wouter'
import { mayUse } from '../../chart/policy.ts'
import { refusalText } from '../../chart/refusals.ts'
import { type Instant, isoOf } from '../../time.ts'
import { rateText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ActForm, type Built } from './ActForm.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { BaselineBloods } from './BaselineBloods.tsx'
import { useBedside } from './BedsideContext.ts'
import { bolusText } from './bolusWords.ts'
import { CannotNow } from './CannotNow.tsx'
import { DeviationEnds } from './DeviationEnds.tsx'
import { DeviationFields, deviationOf } from './DeviationFields.tsx'
import { FoldContext } from './FoldContext.ts'
import { FormSection } from './FormSection.tsx'
import { PrescribeSecond } from './PrescribeAround.tsx'
import { PrescribeBolus } from './PrescribeBolus.tsx'
import { PrescribeChecks } from './PrescribeChecks.tsx'
import { PrescribeIndication } from './PrescribeIndication.tsx'
import { PrescribeRate } from './PrescribeRate.tsx'
import { PrescribeRisk } from './PrescribeRisk.tsx'
import { EMPTY_PRESCRIPTION, PRESCRIBE_FIELDS, type PrescribePart } from './prescribeDraft.ts'
import { NO_PROTOCOL, prescribeFault } from './prescribeFault.ts'
import { type Prescribing, prescribedFields, prescribing } from './prescription.ts'
import { PRESCRIPTION_SHAPES } from './prescriptionShapes.ts'
import { restsOnDose } from './restsOnDose.ts'
import { ToSign } from './ToSign.tsx'
import { useForecast } from './useForecast.ts'
import { usePageDraft } from './usePageDraft.ts'
import type { BareAct } from './useSending.ts'

/** The prescription, one page from top to bottom as the paper form, one signature at the end (INIT, BOL, CHART-4). */
export function PrescribePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Prescribe />
    </AtBedside>
  )
}

const TITLES = {
  start: 'Prescribe heparin',
  'protocol-change': 'Change the protocol',
  recommence: 'Prescribe to recommence',
} as const

function Prescribe() {
  const { chart, user, now, zone, serverNow } = useBedside()
  const [, go] = useLocation()
  const [isFolded, setFolded] = useState(false)
  const [draft, set, clear] = usePageDraft(
    'prescribe',
    EMPTY_PRESCRIPTION,
    {
      ...restsOnDose(chart, 'bolusText', 'rateText', 'rateAgain'),
      medicines: chart.medicines,
      second: chart.secondIndication,
    },
    PRESCRIPTION_SHAPES,
  )
  const read = prescribing(draft, chart, now, zone)
  const fault = prescribeFault(draft, read, { role: user.role, now, zone })

  const actAt = (expectedVersion: number, at: Instant): BareAct | null => {
    const fields = prescribedFields(draft, read, at, zone)
    return (
      fields && {
        kind: 'prescribe',
        expectedVersion,
        happenedAt: isoOf(at),
        ...fields,
        ...deviationOf(draft.deviation, { role: user.role, now: at, zone }),
      }
    )
  }
  const build = (seenVersion: number): Built => {
    if (fault !== null) return { ...fault, kind: 'missing' }
    const act = actAt(seenVersion, serverNow())
    return act === null ? { ...NO_PROTOCOL, kind: 'missing' } : { kind: 'act', act }
  }
  const barred = mayUse('prescribe', user, now)
  const refusal = useForecast(fault === null ? actAt(chart.version, now) : null)
  if (barred !== null) {
    return <CannotNow problem={{ ...refusalText(barred, zone), rules: barred.rules }} />
  }
  return (
    <ActFrame title={TITLES[read.mode]}>
      <ActForm
        build={build}
        meaning={meaningOf(read)}
        submitLabel="Sign the prescription"
        signsBelow
        onDone={() => {
          clear()
          go(`/charts/${chart.chartId}`)
        }}
      >
        <FoldContext value={isFolded}>
          <DeviationEnds by="prescription" />
          <PrescribeIndication draft={draft} set={set} mode={read.mode} />
          <PrescribeSecond draft={draft} set={set} read={read} />
          <PrescribeChecks draft={draft} set={set} read={read} />
          {read.mode === 'start' && <BaselineBloods />}
          <PrescribeRisk draft={draft} set={set} />
          {read.protocol !== null && read.mode === 'start' && (
            <PrescribeBolus draft={draft} set={set} read={read} />
          )}
          {read.protocol !== null && read.mode !== 'protocol-change' && (
            <PrescribeRate draft={draft} set={set} read={read} />
          )}
          <ReasonAndDeviation draft={draft} set={set} />
          <ToSign
            meaning={meaningOf(read)}
            isOpen={fault !== null}
            isFolded={isFolded}
            onFold={setFolded}
          />
        </FoldContext>
        {refusal !== null && (
          <Problem problem={{ ...refusal, title: `As it stands: ${refusal.title}` }} />
        )}
      </ActForm>
    </ActFrame>
  )
}

function ReasonAndDeviation({ draft, set }: PrescribePart) {
  const { user } = useBedside()
  return (
    <FormSection title="Reason and deviation">
      <TextField
        kind="text"
        label={PRESCRIBE_FIELDS.reason}
        hint="INIT-7, BOL-3, CHART-5"
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      <DeviationFields
        role={user.role}
        draft={draft.deviation}
        onDraft={(deviation) => set({ deviation })}
      />
    </FormSection>
  )
}

function meaningOf({ mode, protocol, bolusUnits, rateMlPerHour }: Prescribing): string {
  if (protocol === null) return 'No protocol is chosen yet.'
  if (mode === 'protocol-change') {
    return `Prescribed: ${protocol.label}. The running rate and any hold stay; no bolus. (CHART-7)`
  }
  const rate = rateMlPerHour === null ? 'not given yet' : rateText(rateMlPerHour)
  const bolus = bolusUnits === null ? 'NO BOLUS' : `bolus ${bolusText(bolusUnits)}`
  return `Prescribed: ${protocol.label}; ${bolus}; pump rate ${rate}; APTTs as the protocol says.`
}
