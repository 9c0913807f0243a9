import {
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Chart } from '../../chart/chart.ts'
import { IDENTITY } from '../../protocols/ward.ts'
import { useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import { minutesBetween } from '../../time.ts'
import { clockText, dateText, patientName } from '../../wording.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { CoveredContext } from '../ui/CoveredContext.ts'
import { hearScans } from '../ui/hearScans.ts'
import { soundRefusal } from '../ui/refusalTone.ts'
import { type Wristband, WristbandContext } from './WristbandContext.ts'

const NOT_SCANNED: Wristband = { kind: 'not-scanned' }

/** The last scan, for the page that follows on the same chart by the same person; with the tab it is gone. */
const scans = new WeakMap<object, { readonly whose: string; readonly wristband: Wristband }>()

function scanKept(store: object, whose: string): Wristband {
  const kept = scans.get(store)
  return kept?.whose === whose ? kept.wristband : NOT_SCANNED
}

/**
 * Hears a wristband scanned anywhere on a chart: its MRN confirms the patient, or shows that this is another one
 * (CHART-2, H15). STOP stands beside it untouched.
 */
export function WristbandWatch({ chart, children }: { chart: Chart; children: ReactNode }) {
  const store = useChartStore()
  const { user } = useSession()
  const now = useNow()
  const isCovered = useContext(CoveredContext)
  const { mrn } = chart.patient
  const whose = `${user.userId} ${chart.chartId}`
  const [last, setLast] = useState(() => scanKept(store, whose))
  const keep = useCallback(
    (wristband: Wristband) => {
      scans.set(store, { whose, wristband })
      setLast(wristband)
    },
    [store, whose],
  )
  useEffect(() => {
    if (isCovered) return undefined
    return hearScans('chart', (text, from) => {
      const isOurs = text.trim().toUpperCase() === mrn.toUpperCase()
      // A bag's or a tube's number scanned into a field for it is not a wristband.
      if (from === 'words' && !isOurs) return false
      const at = store.clock.now()
      if (!isOurs) soundRefusal()
      keep(isOurs ? { kind: 'matches', at } : { kind: 'differs', at, scanned: text })
      return true
    })
  }, [isCovered, store, mrn, keep])
  const isOver =
    last.kind === 'matches' && minutesBetween(last.at, now) >= IDENTITY.wristbandCountsMinutes
  const wristband = useMemo(() => (isOver ? NOT_SCANNED : last), [isOver, last])
  return (
    <WristbandContext value={wristband}>
      <Said wristband={wristband} chart={chart} onLooked={() => keep(NOT_SCANNED)} />
      {children}
    </WristbandContext>
  )
}

interface SaidProps {
  readonly wristband: Wristband
  readonly chart: Chart
  readonly onLooked: () => void
}

function Said({ wristband, chart: { patient }, onLooked }: SaidProps) {
  const zone = useZone()
  const band = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Scanned further down the page, it would be heard and not seen.
    if (wristband.kind === 'differs') band.current?.scrollIntoView({ block: 'center' })
  }, [wristband])
  if (wristband.kind === 'not-scanned') return null
  if (wristband.kind === 'matches') {
    return (
      <Banner tone="good" title={`Wristband matches: ${patientName(patient)}`}>
        MRN {patient.mrn}, scanned at {clockText(wristband.at, zone)}. Ask the name and the date of
        birth. (CHART-2)
      </Banner>
    )
  }
  return (
    <div ref={band}>
      <Banner
        tone="stop"
        title="This wristband is another patient’s: stop and look"
        act={
          <BigButton small onClick={onLooked}>
            I have looked
          </BigButton>
        }
      >
        Scanned {wristband.scanned}. This chart is of {patientName(patient)}, born{' '}
        {dateText(patient.dateOfBirth)}, MRN {patient.mrn}. Right patient, wrong code? Scan the
        wristband again. Nothing but a stop is signed until then. (CHART-2)
      </Banner>
    </div>
  )
}
