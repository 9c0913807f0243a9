import type { CheckRequest, Command, CommandOf, OpenChart } from '../src/chart/commands.ts'
import { decide } from '../src/chart/decide.ts'
import { decideCheck } from '../src/chart/decideCountersign.ts'
import type { Entry } from '../src/chart/entries.ts'
import type { Signer } from '../src/chart/people.ts'
import type { Instant } from '../src/time.ts'
import type { Account } from './accountRows.ts'
import type { Accounts } from './accounts.ts'
import { type CapturedDesk, createCapturedDesk } from './capturedDesk.ts'
import type { ChartAccess } from './chartAccess.ts'
import type { Clock } from './clock.ts'
import { commandHash } from './commandHash.ts'
import type { Kept } from './entryStore.ts'
import { notFound, unknownWard } from './problems.ts'
import { type Order, replay, type Settling, settle } from './settle.ts'
import { type Signatures, signerOf } from './signatures.ts'
import { createTurns } from './turns.ts'

/** Whose session sends a command, from which device, and on which clock it is recorded (the server's, unless given). */
export interface Sender {
  readonly by: Account
  readonly device: string
  readonly clock?: Clock
}

/**
 * The one way to the record. Each method gives the entry that the command made, at once or when it was sent before
 * under the same id, and throws `Refused` or a `Problem` otherwise.
 */
export interface CommandDesk extends CapturedDesk {
  open(command: OpenChart, sender: Sender): Promise<Entry>
  carryOut(chartId: string, command: Command, sender: Sender): Promise<Entry>
  check(chartId: string, request: CheckRequest, sender: Sender): Promise<Entry>
  /** What a command left, for a reply that was lost. */
  lookUp(chartId: string, commandId: string, sender: Sender): Promise<Entry>
}

/** What the desk works with. */
export interface DeskTools extends Settling {
  readonly accounts: Accounts
  readonly signatures: Signatures
  readonly chartAccess: ChartAccess
  readonly clock: Clock
}

/** A desk over the record: it proves signatures, lets `decide` judge, appends and tells the ward. */
export function createCommandDesk(tools: DeskTools): CommandDesk {
  const { store, accounts, signatures, chartAccess } = tools
  const inTurn = createTurns()
  const alike = createTurns()

  /** One after the other on each chart, so that a stream of notes overtakes nobody; a stop waits for none of them. */
  function settled(order: Order): Promise<Entry> {
    return order.isStop ? settle(tools, order) : inTurn(order.chartId, () => settle(tools, order))
  }

  async function demandChart(chartId: string, sender: Sender): Promise<void> {
    if (!(await chartAccess.of(chartId, sender.by))) throw notFound()
  }

  async function signerFor(command: Command, chartId: string, sender: Sender): Promise<Signer> {
    const { by, device } = sender
    const { userId: sessionOf } = by
    if (isStop(command)) return signatures.proveIfPossible(by, command.signature?.pin, device)
    if (command.kind === 'countersign') {
      return signatures.prove({ ...command.signature, device, sessionOf }, chartId)
    }
    if ('signature' in command && command.signature) {
      const { pin } = command.signature
      return signatures.prove({ userId: sessionOf, pin, device, sessionOf }, chartId)
    }
    return signerOf(by, 'confirmed')
  }

  /**
   * What a command left when it was sent before. Whoever moved a chart to another ward still learns that it moved: the
   * reply to it may have been lost.
   */
  async function keptFor(chartId: string, commandId: string, sender: Sender): Promise<Kept | null> {
    const kept = await store.kept(chartId, commandId)
    const isOwnTransfer =
      kept?.entry.kind === 'wardTransferred' && kept.entry.by.userId === sender.by.userId
    if (!isOwnTransfer) await demandChart(chartId, sender)
    return kept
  }

  async function isWard(wardId: string): Promise<boolean> {
    return (await accounts.wards()).some((ward) => ward.wardId === wardId)
  }

  const now = (sender: Sender): Instant => (sender.clock ?? tools.clock).now()

  async function carryOut(chartId: string, command: Command, sender: Sender): Promise<Entry> {
    const hash = commandHash(command)
    const kept = await keptFor(chartId, command.commandId, sender)
    if (kept) return replay(kept, hash)
    await demandChart(chartId, sender)
    const signer = await signerFor(command, chartId, sender)
    if (command.kind === 'transferWard' && !(await isWard(command.wardId))) {
      throw unknownWard('wardId')
    }
    return settled({
      chartId,
      commandId: command.commandId,
      hash,
      expectedVersion: command.expectedVersion,
      isStop: isStop(command),
      decide: (chart) => decide(chart, command, signer, now(sender)),
    })
  }

  return {
    ...createCapturedDesk(tools),

    async open(command, sender) {
      if (!sender.by.wardIds.includes(command.wardId)) throw notFound()
      const signer = signerOf(sender.by, 'confirmed')
      return settled({
        chartId: command.commandId,
        commandId: command.commandId,
        hash: commandHash(command),
        expectedVersion: null,
        isStop: false,
        decide: () => decide(null, command, signer, now(sender)),
      })
    },

    /** A command tapped twice waits for itself: its PIN is proven, and counted, once. A stop waits for nothing. */
    carryOut: (chartId, command, sender) =>
      isStop(command)
        ? carryOut(chartId, command, sender)
        : alike(`${chartId} ${command.commandId}`, () => carryOut(chartId, command, sender)),

    async check(chartId, request, sender) {
      const hash = commandHash(request)
      const kept = await keptFor(chartId, request.commandId, sender)
      if (kept) return replay(kept, hash)
      await demandChart(chartId, sender)
      const signer = await signatures.name(request.userId, chartId)
      return settled({
        chartId,
        commandId: request.commandId,
        hash,
        expectedVersion: null,
        isStop: false,
        decide: (chart) => {
          if (!chart) throw notFound()
          return decideCheck(chart, request, signer, now(sender))
        },
      })
    },

    async lookUp(chartId, commandId, sender) {
      const kept = await keptFor(chartId, commandId, sender)
      if (!kept) throw notFound()
      return replay(kept, kept.commandHash)
    },
  }
}

function isStop(
  command: Command,
): command is CommandOf<'stopInfusion'> | CommandOf<'ceaseInfusion'> {
  return command.kind === 'stopInfusion' || command.kind === 'ceaseInfusion'
}
