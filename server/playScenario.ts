import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { Chart, Pending } from '../src/chart/chart.ts'
import {
  type CheckRequest,
  type Command,
  checkRequest,
  command,
  type OpenChart,
  openChart,
} from '../src/chart/commands.ts'
import type { Entry } from '../src/chart/entries.ts'
import { boundResultSeq } from '../src/chart/foldFacts.ts'
import { shownNow } from '../src/chart/shownNow.ts'
import { type Instant, isoOf } from '../src/time.ts'
import { Refused } from './problems.ts'
import { baselineSteps, isRelative, momentOf, type Scenario, type Step } from './scenario.ts'

/** Who acts, and when the record is told. */
export interface Cue {
  readonly userId: string
  readonly at: Instant
}

/** Where a scenario is played: each act gives the entry that it made, or throws `Refused`. */
export interface Stage {
  pinOf(userId: string): string
  open(command: OpenChart, cue: Cue): Promise<Entry>
  carryOut(chartId: string, command: Command, cue: Cue): Promise<Entry>
  check(chartId: string, request: CheckRequest, cue: Cue): Promise<Entry>
  chart(chartId: string): Promise<Chart>
}

/** A scenario to be played; `afterStep` is told how the chart stands after each of its steps. */
export interface Play {
  readonly scenario: Pick<Scenario, 'chart' | 'baseline' | 'steps'>
  readonly anchor: Instant
  readonly stage: Stage
  readonly afterStep?: (step: Step, chart: Chart, at: Instant) => void
}

/** What a step's command is made from. */
interface Scene {
  readonly chart: Chart
  readonly anchor: Instant
  readonly labels: ReadonlyMap<string, number>
  readonly pinOf: (userId: string) => string
}

/**
 * Plays a whole patient and gives the chart as it stands at the end. Signers see what the chart shows them and key their
 * own PIN; the figures of doses and checks are the scenario's.
 * @throws Error naming the step whose answer is not the one the scenario tells
 */
export async function playScenario(play: Play): Promise<Chart> {
  const { scenario, anchor, stage, afterStep } = play
  const chartId = await open(play)
  const labels = new Map<string, number>()
  const before = baselineSteps(scenario)
  for (const [index, step] of [...before, ...scenario.steps].entries()) {
    const at = momentOf(step.at, anchor)
    const scene = { chart: await stage.chart(chartId), anchor, labels, pinOf: stage.pinOf }
    const name = `step ${index + 1 - before.length}, ${step.does} at ${step.at}`
    const entry = await attempt(step, name, () => act(stage, step, scene, at))
    if (entry && step.as) labels.set(step.as, entry.seq)
    afterStep?.(step, await stage.chart(chartId), at)
  }
  return stage.chart(chartId)
}

async function open({ scenario, anchor, stage }: Play): Promise<string> {
  const { at, by, ...fields } = scenario.chart
  const moment = momentOf(at, anchor)
  const command = z.parse(openChart, {
    ...fields,
    commandId: randomUUID(),
    happenedAt: isoOf(moment),
  })
  const entry = await stage.open(command, { userId: by, at: moment })
  return entry.chartId
}

/** The entry of a step, or null where it was refused as it must be. */
async function attempt(
  { refused }: Step,
  name: string,
  perform: () => Promise<Entry>,
): Promise<Entry | null> {
  let entry: Entry
  try {
    entry = await perform()
  } catch (error) {
    const code = error instanceof Refused ? error.refusal.code : null
    if (refused !== undefined && code === refused) return null
    throw new Error(`${name}: ${code ?? error}`, { cause: error })
  }
  if (refused !== undefined) throw new Error(`${name}: was not refused as ${refused}`)
  return entry
}

async function act(stage: Stage, step: Step, scene: Scene, at: Instant): Promise<Entry> {
  const { chartId } = scene.chart
  const cue = { userId: step.by, at }
  return step.does === 'check'
    ? stage.check(chartId, z.parse(checkRequest, checkOf(step, scene)), cue)
    : stage.carryOut(chartId, z.parse(command, commandOf(step, scene, at)), cue)
}

function checkOf(step: Step, scene: Scene): object {
  return { commandId: randomUUID(), userId: step.by, ...fieldsOf(step, scene) }
}

function commandOf(step: Step, scene: Scene, at: Instant): object {
  const fields = fieldsOf(step, scene)
  return {
    commandId: randomUUID(),
    expectedVersion: scene.chart.version,
    kind: step.does,
    happenedAt: isoOf(at),
    ...fields,
    ...shownTo(step, scene.chart, fields),
    ...signatureOf(step, scene),
  }
}

/** The command's own fields: entries by number, times as instants, and the entry that it is about. */
function fieldsOf(step: Step, scene: Scene): Record<string, unknown> {
  const { at: _at, by: _by, does, as: _as, refused: _refused, leaves: _leaves, ...told } = step
  const fields = resolved(told, '', scene) as Record<string, unknown>
  return { ...aboutLatest(does, scene.chart, fields), ...fields }
}

function resolved(value: unknown, name: string, scene: Scene): unknown {
  if (Array.isArray(value)) return value.map((each) => resolved(each, name, scene))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, resolved(each, key, scene)]),
    )
  }
  if (typeof value !== 'string') return value
  if (name.endsWith('Seq')) return labelled(value, scene)
  if (name === 'expiry' && isRelative(value)) return dateOf(momentOf(value, scene.anchor))
  return isTimeName(name) && isRelative(value) ? isoOf(momentOf(value, scene.anchor)) : value
}

/** The calendar date in UTC: a label's expiry, told so that it never comes (`+400d`). */
function dateOf(at: Instant): string {
  return isoOf(at).slice(0, 'yyyy-mm-dd'.length)
}

function labelled(label: string, { labels }: Scene): number {
  const seq = labels.get(label)
  if (seq === undefined) throw new Error(`no earlier step is called "${label}"`)
  return seq
}

function isTimeName(name: string): boolean {
  return name === 'at' || name === 'until' || name.endsWith('At')
}

/** The entry that an act is about, where the scenario names none: the latest fit one. */
function aboutLatest(does: Step['does'], chart: Chart, told: Record<string, unknown>): object {
  const { bolusOrders, pending, owed, prescription } = chart
  const resultSeq = latest('apttResulted', chart)
  switch (does) {
    case 'giveBolus':
      return { orderSeq: bolusOrders.at(-1)?.seq }
    case 'recordResult':
      return { sample: { collectionSeq: latest('apttCollected', chart) } }
    case 'changeRate':
      return 'orderSeq' in told ? {} : { resultSeq }
    case 'stopInfusion':
      return told['reason'] === 'nomogram' ? { resultSeq } : {}
    case 'keepRate':
    case 'orderRate':
    case 'orderBolus':
      return { resultSeq }
    case 'restartInfusion':
      return { orderSeq: null }
    case 'recommenceInfusion':
      return { orderSeq: prescription?.seq }
    case 'nameMoTold':
      return { actSeq: chart.moUntold[0]?.actSeq }
    case 'check':
    case 'countersign':
    case 'withdraw':
      return { actSeq: pending?.actSeq ?? owed.at(-1)?.actSeq }
    default:
      return {}
  }
}

function latest(kind: Entry['kind'], { entries }: Chart): number | undefined {
  return entries.findLast((entry) => entry.kind === kind)?.seq
}

const SHOWN: ReadonlySet<Step['does']> = new Set([
  'giveBolus',
  'startInfusion',
  'changeRate',
  'keepRate',
  'resumeInfusion',
  'recommenceInfusion',
  'restartInfusion',
])
const UNSIGNED: ReadonlySet<Step['does']> = new Set([
  'recordWeight',
  'recordCollection',
  'recordResult',
  'interruptInfusion',
  'recordBedsideFact',
  'withdraw',
  'transferWard',
  'writeNote',
  'recordEducation',
  'recordHandover',
  'orderBloods',
  'recordBloods',
])

/** What the signer sees (SIGN-8): the chart as it stands, with the result that the act answers. */
function shownTo({ does }: Step, chart: Chart, fields: Record<string, unknown>): object {
  if (SHOWN.has(does)) {
    const entry = { ...fields } as unknown as Pending['entry']
    const act = { actSeq: 0, entry, recordedAt: chart.openedAt, matched: null, mismatches: 0 }
    return { shown: shownNow(chart, boundResultSeq({ ...chart, pending: act })) }
  }
  if (does !== 'countersign') return {}
  if (chart.pending?.actSeq === fields['actSeq']) {
    return { shown: shownNow(chart, boundResultSeq(chart)) }
  }
  const kept = chart.owed.find(({ actSeq }) => actSeq === fields['actSeq'])?.kept
  return kept ? { shown: shownNow(chart, kept.resultSeq, kept.rateMlPerHour) } : {}
}

function signatureOf({ does, by }: Step, { pinOf }: Scene): object {
  if (UNSIGNED.has(does)) return {}
  const pin = pinOf(by)
  return { signature: does === 'countersign' ? { userId: by, pin } : { pin } }
}
