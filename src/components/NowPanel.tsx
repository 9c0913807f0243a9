import { bagBar } from '../chart/bagAt.ts'
import { cautionsOn } from '../chart/cautionsOn.ts'
import type { Chart, Stop } from '../chart/chart.ts'
import type { PendingEntry } from '../chart/entries.ts'
import { pendingAt } from '../chart/pending.ts'
import { BAG } from '../protocols/ward.ts'
import { useNow, useSession, useZone } from '../store/useChart.ts'
import type { Instant, TimeZone } from '../time.ts'
import { fromTenths, tenthsOf } from '../units.ts'
import {
  numberText,
  rateText,
  relativeText,
  unitsPerHourText,
  unitsText,
  whenText,
} from '../wording.ts'
import { BagLine } from './BagLine.tsx'
import { ceaseText } from './infusionWords.ts'
import classes from './NowPanel.module.css'
import { ProcedureLine } from './ProcedureLine.tsx'
import { rateDeviates } from './rateDeviates.ts'
import { Icon } from './ui/Icon.tsx'
import { Spoken } from './ui/Spoken.tsx'

/** What the pump does now, the one big figure of the chart; a change that waits never shows as if it ran. */
export function NowPanel({ chart }: { chart: Chart }) {
  return (
    <section className={classes.section} aria-labelledby="now">
      <h2 id="now" className={classes.label}>
        Now
      </h2>
      <Running chart={chart} />
      <BagLine chart={chart} />
      <ProcedureLine chart={chart} />
      <Waiting chart={chart} />
      <HighBaseline chart={chart} />
    </section>
  )
}

/** NOMO-12: with a baseline already above the lower target the APTT may not measure heparin here. */
function HighBaseline({ chart }: { chart: Chart }) {
  const now = useNow()
  const isHigh = chart.results.some(
    (result) =>
      !result.struck &&
      cautionsOn(chart, result, now).some(({ code }) => code === 'baseline-prolonged'),
  )
  if (!isHigh) return null
  return (
    <p className={classes.detail}>
      The baseline APTT was already above the lower target: the APTT may not measure heparin in this
      patient. Ask haematology. (NOMO-12)
    </p>
  )
}

function Running({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const { status, rateMlPerHour, since, rateUnconfirmed } = chart.infusion
  if (rateUnconfirmed) {
    return (
      <>
        <p className={`${classes.state} ${classes.alert}`}>Read the pump</p>
        <p className={classes.detail}>
          The rate is unconfirmed: {whyUnconfirmed(chart)}. Only a stop is advised until two people
          have read the pump.
        </p>
      </>
    )
  }
  if (status !== 'running' || rateMlPerHour === null) return <Off chart={chart} />
  return (
    <>
      <p className={classes.rate}>
        {numberText(rateMlPerHour)}
        <span className={classes.unit}>
          <Spoken text={'\u00a0mL/hr'} />
        </span>
      </p>
      <p className={classes.detail}>
        {!bagBar(chart) && `${unitsPerHourText(deliveredUnitsPerHour(rateMlPerHour))} `}
        {since !== null && `since ${whenText(since, now, zone)}`}
        {bagBar(chart) && '; units/hr not known'}
      </p>
      {isDeviating(chart) && (
        <p className={classes.detail}>
          <b>A deviation from the protocol</b> (DEV-1)
        </p>
      )}
    </>
  )
}

const SETS_THE_PUMP: ReadonlySet<string> = new Set([
  'infusionStarted',
  'rateChanged',
  'infusionRestarted',
  'infusionResumed',
  'infusionRecommenced',
  'infusionStopped',
  'infusionCeased',
])

/** A kept stop came after the pump was set (CHART-10), or what had set it was struck out (CHART-1). */
function whyUnconfirmed({ entries, events }: Chart): string {
  const last = entries.findLast(({ kind }) => SETS_THE_PUMP.has(kind))
  const isLateStop = events.some(
    ({ kind, seq }) => seq === last?.seq && (kind === 'stop' || kind === 'cease'),
  )
  return isLateStop
    ? 'a stop kept on a tablet reached the chart after the pump was set again'
    : 'the entry that set it was struck out'
}

/** DEV-1: the figure is marked where it is shown. */
function isDeviating({ events, entries }: Chart): boolean {
  return rateDeviates(
    [...events].sort((a, b) => a.at - b.at),
    entries,
  )
}

/** What the pump really delivers: 14 mL/hr is 1,400 units/hr (INIT-8). */
function deliveredUnitsPerHour(mlPerHour: number): number {
  return fromTenths(tenthsOf<'mL/hr'>(mlPerHour) * BAG.unitsPerMl)
}

const OFF = {
  'not-started': 'Not started',
  running: 'Not recorded',
  stopped: 'Stopped',
  interrupted: 'Off',
  ceased: 'Ceased',
} as const

function Off({ chart }: { chart: Chart }) {
  const now = useNow()
  const zone = useZone()
  const { status, since } = chart.infusion
  return (
    <>
      <p className={classes.state}>{OFF[status]}</p>
      <p className={classes.detail}>
        {since !== null && status !== 'not-started' && `Since ${whenText(since, now, zone)}. `}
        {offDetail(chart, now, zone)}
      </p>
    </>
  )
}

function offDetail(chart: Chart, now: Instant, zone: TimeZone): string {
  const { stop, cease, interruption, status } = chart.infusion
  if (stop) return stopDetail(stop, now, zone)
  if (cease) return `Reason: ${ceaseText(cease.reason)}. No restart; only a new prescription.`
  if (interruption) return `It ran ${rateText(interruption.rateBeforeMlPerHour)}.`
  return status === 'not-started' ? prescribedText(chart) : ''
}

function stopDetail(stop: Stop, now: Instant, zone: TimeZone): string {
  const { rateBeforeMlPerHour, restartNotBefore } = stop
  const before = rateBeforeMlPerHour === null ? '' : `It ran ${rateText(rateBeforeMlPerHour)}. `
  if (restartNotBefore === null) return `${before}No hold: a medical officer decides.`
  const verb = restartNotBefore > now ? 'ends' : 'ended'
  return `${before}The hold ${verb} ${relativeText(restartNotBefore, now, zone)}.`
}

function prescribedText({ prescription }: Chart): string {
  if (prescription === null) return 'Nothing is prescribed yet.'
  const { bolusUnits, rateMlPerHour } = prescription.entry
  const bolus = bolusUnits === null ? 'no bolus' : `bolus ${unitsText(bolusUnits)}`
  const rate = rateMlPerHour === null ? 'no rate' : rateText(rateMlPerHour)
  return `Prescribed: ${bolus}, then ${rate}.`
}

const WAITING: Readonly<Record<PendingEntry['kind'], string>> = {
  bolusGiven: 'A bolus',
  infusionStarted: 'The start',
  rateChanged: 'A change',
  infusionRestarted: 'The restart',
  infusionResumed: 'The resume',
  infusionRecommenced: 'The recommencing',
}

/** SIGN-4 (a): the figure that waits is shown to its first signer alone. */
function Waiting({ chart }: { chart: Chart }) {
  const now = useNow()
  const { user } = useSession()
  const pending = pendingAt(chart, now)
  if (!pending) return null
  const step = pending.step === 'check' ? 'its second check' : 'the pump to be set and read back'
  const own = pending.by.userId === user.userId
  return (
    <p className={classes.waiting}>
      <Icon name="second" />
      <span>
        {WAITING[pending.kind]}
        {own && ` (${figureOf(pending.entry)})`} awaits {step}
      </span>
    </p>
  )
}

function figureOf(entry: PendingEntry): string {
  if (entry.kind === 'bolusGiven') return unitsText(entry.units)
  return rateText(entry.kind === 'rateChanged' ? entry.newRateMlPerHour : entry.rateMlPerHour)
}
