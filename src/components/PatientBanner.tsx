import { baselineAptt } from '../chart/baselineBloods.ts'
import type { Chart } from '../chart/chart.ts'
import { protocolOf } from '../chart/results.ts'
import { useNow, useSession, useZone } from '../store/useChart.ts'
import { ageYears } from '../time.ts'
import { dateText, dayText, kgText, numberText, patientName, whenText } from '../wording.ts'
import { StopButton } from './bedside/StopButton.tsx'
import { baselineCountText } from './bloodWords.ts'
import { restrictionsText, suspensionText } from './infusionWords.ts'
import { StaleLine } from './offline/StaleLine.tsx'
import classes from './PatientBanner.module.css'
import { allergiesText, secondShortText } from './prescribingWords.ts'
import { Icon } from './ui/Icon.tsx'

const MISSING = 'Not recorded'

/** Who this chart is about and what bars what, on every page and print of a chart; STOP at its right. */
export function PatientBanner({ chart }: { chart: Chart }) {
  return (
    <section className={classes.banner} aria-label="Patient" data-stays="top">
      <StopButton chartId={chart.chartId} />
      <div className={classes.lines}>
        <PatientName chart={chart} />
        <PatientFacts chart={chart} />
        <PatientBars chart={chart} />
        <StaleLine />
      </div>
    </section>
  )
}

/** The banner's first line: who, and in which bed. */
export function PatientName({ chart }: { chart: Chart }) {
  return (
    <div className={classes.first}>
      <h1 className={classes.name}>{patientName(chart.patient)}</h1>
      <Identity chart={chart} />
    </div>
  )
}

function Identity({ chart: { patient, bed, wardId } }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const { wards } = useSession()
  const ward = wards.find((each) => each.wardId === wardId)?.name ?? wardId
  return (
    <p className={classes.identity}>
      <span>
        born <b>{dateText(patient.dateOfBirth)}</b> ({ageYears(patient.dateOfBirth, now, zone)} y)
      </span>
      <span>
        sex <b>{patient.sex}</b>
      </span>
      <span>
        MRN <b>{patient.mrn}</b>
      </span>
      <span>
        {ward}, bed <b>{bed}</b>
      </span>
    </p>
  )
}

/** The banner's facts: allergies, weight, protocol and its target. */
export function PatientFacts({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const protocol = protocolOf(chart)
  const range = protocol?.therapeuticRange
  return (
    <dl className={classes.facts}>
      <Fact label="Allergies" value={allergiesText(chart.allergies)} />
      <Fact label="Weight" value={<WeightText chart={chart} />} />
      <Fact label="Indication" value={chart.prescription?.entry.indication ?? 'Not prescribed'} />
      {chart.secondIndication && (
        <Fact label="Second indication" value={secondShortText(chart.secondIndication)} />
      )}
      <Fact label="Protocol" value={protocol?.label ?? 'Not prescribed'} />
      <Fact
        label="Target APTT"
        value={
          range
            ? `${numberText(range.fromSeconds)} to ${numberText(range.toSeconds)}\u00a0seconds`
            : 'Not prescribed'
        }
      />
      <Fact label="Baseline APTT, seconds" value={baselineAptt(chart, now)?.text ?? MISSING} />
      <Fact label="Baseline platelets" value={baselineCountText(chart, zone) ?? MISSING} />
      <Fact label="AMO" value={chart.amo} />
    </dl>
  )
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function WeightText({ chart: { weight } }: { chart: Chart }) {
  const zone = useZone()
  if (weight === null) return MISSING
  const day = dayText(weight.at, zone)
  if (weight.method === 'measured') return `${kgText(weight.kg)}, measured ${day}`
  return (
    <>
      {kgText(weight.kg)}, <b className={classes.estimated}>estimated</b> {day}
    </>
  )
}

/** What bars what: NO BOLUS with its reason, and why the chart is suspended (BOL-9, BLEED-0). */
export function PatientBars({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const { restrictions, suspensions } = chart
  if (restrictions.length === 0 && suspensions.length === 0) return null
  return (
    <div className={classes.bars}>
      {restrictions.length > 0 && (
        <p className={classes.noBolus}>
          <b>NO BOLUS</b> {restrictionsText(restrictions)}
        </p>
      )}
      {suspensions.map(({ reason, at }) => (
        <p key={reason} className={classes.suspended}>
          <Icon name="overdue" size={20} />
          <span>
            <b>SUSPENDED</b> {suspensionText(reason)}, since {whenText(at, now, zone)}
          </span>
        </p>
      ))}
    </div>
  )
}
