import { baselineBloods } from '../../chart/baselineBloods.ts'
import {
  type CreatinineClearance,
  creatinineClearance,
} from '../../nomogram/creatinineClearance.ts'
import { COCKCROFT_GAULT } from '../../protocols/care.ts'
import { ageYears } from '../../time.ts'
import { dayText, kgText, withUnit } from '../../wording.ts'
import { Why } from '../rules/Why.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './Bloods.module.css'

const NONE = {
  'no-creatinine': 'Not worked out: no creatinine is recorded.',
  'no-weight': 'Not worked out: no weight is recorded.',
  'sex-unclear':
    'Not worked out: the formula is made for male and female, and the chart says neither.',
  'not-adult': 'Not worked out: the formula is made for adults.',
} as const

/** The creatinine clearance with its working; shown, it changes no dose (CHART-5). */
export function ClearanceLine() {
  const { chart, zone, now } = useBedside()
  const creatinine = baselineBloods(chart, now)
    .flatMap(({ values }) => values)
    .find(({ name }) => name === 'creatinineUmolPerL')
  const { weight, patient } = chart
  const clearance = creatinineClearance({
    ageYears: ageYears(patient.dateOfBirth, creatinine?.collectedAt ?? now, zone),
    sex: patient.sex,
    weightKg: weight?.kg ?? null,
    isWeightEstimated: weight?.method === 'estimated',
    creatinineUmolPerL: typeof creatinine?.value === 'number' ? creatinine.value : null,
  })
  if (clearance.kind === 'none') return <p>{NONE[clearance.because.code]} (CHART-5)</p>
  return (
    <>
      <p>
        <span className={styles.figure}>{withUnit(clearance.mlPerMin, 'mL/min')}</span>
        {clearance.because.isWeightEstimated && <b> from an estimated weight</b>}
      </p>
      <p className={styles.quiet}>
        Creatinine collected {creatinine && dayText(creatinine.collectedAt, zone)}. It changes no
        dose of heparin.
      </p>
      <Working clearance={clearance} />
    </>
  )
}

function Working({
  clearance: { because, mlPerMin },
}: {
  clearance: Extract<CreatinineClearance, { kind: 'clearance' }>
}) {
  const { yearsFrom, divisorThousandths, femalePercent } = COCKCROFT_GAULT
  const { ageYears: years, weightKg, creatinineUmolPerL, sex } = because
  const factor = divisorThousandths / 1_000
  return (
    <Why
      question={`Why ${mlPerMin}\u00a0mL/min?`}
      rules={because.rules}
      localDecisions={because.localDecisions}
    >
      <p>
        Cockcroft and Gault: ({yearsFrom} − {years} years) × {kgText(weightKg)} ÷ ({factor} ×{' '}
        {creatinineUmolPerL} micromol/L)
        {sex === 'female' && ` × ${femalePercent} % (female)`} = {mlPerMin} mL/min, rounded once to
        a whole figure, a half up. The weight is the one on the chart, the age that at the
        collection.
      </p>
    </Why>
  )
}
