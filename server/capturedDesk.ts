import type { Chart } from '../src/chart/chart.ts'
import type { Command } from '../src/chart/commands.ts'
import {
  type CapturedFact,
  type CapturedStop,
  decideCapturedFact,
  decideCapturedStop,
} from '../src/chart/decideCaptured.ts'
import type { Decision } from '../src/chart/decision.ts'
import type { Entry } from '../src/chart/entries.ts'
import { mayUse } from '../src/chart/policy.ts'
import { type Instant, instantOf } from '../src/time.ts'
import type { Account } from './accountRows.ts'
import { notToBeKept } from './captureProblems.ts'
import type { ChartAccess } from './chartAccess.ts'
import type { Clock } from './clock.ts'
import { commandHash } from './commandHash.ts'
import { notFound, Refused } from './problems.ts'
import { replay, type Settling, settle } from './settle.ts'
import { signerOf } from './signatures.ts'

/** What a tablet kept: a command as it was captured, with the chart that was on its screen. */
export interface Capture {
  readonly command: Command
  /** The last entry of the chart that was on the tablet; null where there was none. */
  readonly seenSeq: number | null
  /** Nobody stated when it happened: the tablet counted back to it, by its own clock. */
  readonly isTimeCounted: boolean
}

/** Where it comes from: whose act it was, and the wards that the tablet belongs to. */
interface CapturedFrom {
  /** Null: nobody was signed in. */
  readonly author: Account | null
  readonly wardIds: readonly string[]
}

/** The way to the record for what was captured without a session or without the server (SIGN-5, CHART-10). */
export interface CapturedDesk {
  /** A stop is taken whatever has happened since; a fact only onto the chart its author saw. */
  keep(chartId: string, capture: Capture, from: CapturedFrom): Promise<Entry>
  /** A fact that met a newer chart, put on the record by a person who has looked. */
  relay(chartId: string, capture: Capture, author: Account, relayedBy: Account): Promise<Entry>
}

interface CapturedTools extends Settling {
  readonly chartAccess: ChartAccess
  readonly clock: Clock
}

/** The desk over the record; nothing here asks for a session, a PIN, or that nobody tried too often. */
export function createCapturedDesk(tools: CapturedTools): CapturedDesk {
  const { store, chartAccess, clock } = tools

  /** @throws the 404 that an unknown chart gets */
  async function demandOwn(chartId: string, { command }: Capture, from: CapturedFrom) {
    const { author } = from
    const happenedAt = instantOf(command.happenedAt)
    if (author && (await chartAccess.of(chartId, author))) return
    // An emergency access that has ended meanwhile was open when it happened.
    if (author && (await chartAccess.of(chartId, author, happenedAt))) return
    const record = await store.record(chartId)
    const wards = record ? wardsSince(record.entries, happenedAt) : []
    const rightful = rightfulWards(command, from)
    if (!wards.some((wardId) => rightful.includes(wardId))) throw notFound()
  }

  async function settled(
    chartId: string,
    capture: Capture,
    decide: (chart: Chart) => Decision,
  ): Promise<Entry> {
    const { command, seenSeq } = capture
    const hash = hashOf(capture)
    const kept = await store.kept(chartId, command.commandId)
    if (kept) return replay(kept, hash)
    return settle(tools, {
      chartId,
      commandId: command.commandId,
      hash,
      expectedVersion: command.expectedVersion,
      seenSeq,
      isStop: isKeptStop(command),
      decide(chart) {
        if (!chart) throw notFound()
        return decide(chart)
      },
    })
  }

  function factOnto(chart: Chart, capture: Capture, author: Account, relayedBy: Account | null) {
    const { command, seenSeq } = capture
    const relay = relayedBy && {
      userId: relayedBy.userId,
      name: relayedBy.name,
      role: relayedBy.role,
    }
    const ask = { chart, command: keptFact(command), at: clock.now() }
    const seen = { seq: seenSeq ?? chart.seq }
    return decideCapturedFact(ask, seen, signerOf(author, 'confirmed'), relay)
  }

  return {
    async keep(chartId, capture, from) {
      const { command } = capture
      const { author } = from
      if (!isKeptStop(command) && author === null) throw notToBeKept()
      if (!isKeptStop(command)) keptFact(command)
      await demandOwn(chartId, capture, from)
      return settled(chartId, capture, (chart) =>
        isKeptStop(command) || author === null
          ? decideCapturedStop(
              { chart, command: keptStop(command), at: clock.now() },
              author,
              notBefore(chart, capture),
            )
          : factOnto(chart, capture, author, null),
      )
    },

    async relay(chartId, capture, author, relayedBy) {
      keptFact(capture.command)
      if (!(await chartAccess.of(chartId, relayedBy))) throw notFound()
      const refusal = mayUse(capture.command.kind, relayedBy, clock.now())
      if (refusal) throw new Refused(refusal)
      return settled(chartId, capture, (chart) => factOnto(chart, capture, author, relayedBy))
    },
  }
}

/** Two pages of a tablet may count another time of one stop: nobody said it, so it is the same stop, and the first stands. */
function hashOf({ command, isTimeCounted }: Capture): string {
  if (!isTimeCounted || !isKeptStop(command)) return commandHash(command)
  const { happenedAt: _, lateReason: __, ...said } = command
  return commandHash(said)
}

/** What the tablet showed when the stop was made was on the record by then; null where a person stated the time. */
function notBefore({ entries }: Chart, { isTimeCounted, seenSeq }: Capture): Instant | null {
  const seen = isTimeCounted ? entries.find(({ seq }) => seq === seenSeq) : undefined
  return seen ? instantOf(seen.recordedAt) : null
}

/** A stop is the tablet's; a fact is its author's, who has a right to the chart (SIGN-1), or a colleague's to relay. */
function rightfulWards(command: Command, { author, wardIds }: CapturedFrom): readonly string[] {
  return isKeptStop(command) ? wardIds : (author?.wardIds ?? [])
}

/** Whether a command is one that nothing may hold up (SIGN-5). */
export function isKeptStop(command: Command): command is CapturedStop {
  return command.kind === 'stopInfusion' || command.kind === 'ceaseInfusion'
}

function keptStop(command: Command): CapturedStop {
  if (isKeptStop(command)) return command
  throw notToBeKept()
}

/** @throws 403 for whatever else: nothing that authorises a dose is captured without the server */
function keptFact(command: Command): CapturedFact {
  if (command.kind === 'recordCollection' || command.kind === 'recordObservation') return command
  throw notToBeKept()
}

/** The ward that a chart was on at an instant, and those it has been on since: a stop outlives a transfer. */
function wardsSince(entries: readonly Entry[], at: Instant): string[] {
  const moves = entries.flatMap((entry) =>
    entry.kind === 'chartOpened' || entry.kind === 'wardTransferred'
      ? [{ wardId: entry.wardId, at: instantOf(entry.happenedAt) }]
      : [],
  )
  const then = moves.findLast((move) => move.at <= at) ?? moves[0]
  return then ? moves.slice(moves.indexOf(then)).map(({ wardId }) => wardId) : []
}
