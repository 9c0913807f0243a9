import type { Append, Appended } from './appendRows.ts'
import { isDatabaseFault } from './databaseFaults.ts'

/** So many entries share one commit at the most. */
const MOST_IN_A_GROUP = 128
/** A group that takes longer keeps nobody else waiting: it may wait for a lock, and the next in line be a stop (SIGN-5). */
export const LONGEST_TURN_MS = 50

/** How entries come to the record. */
export interface WaysToCommit {
  /** One entry in a transaction of its own. */
  alone(append: Append): Promise<Appended>
  /**
   * Entries of different charts in one transaction. Gives, by chart and after the commit, those that are on the record;
   * nothing of the others is.
   */
  together(group: readonly Append[]): Promise<ReadonlyMap<string, Appended>>
}

interface Waiting {
  readonly append: Append
  readonly settle: (outcome: Promise<Appended>) => void
}

/**
 * Lets entries that come while others are being committed share the next commit, and with it one forced write. What
 * comes alone goes alone. What could not go with the others is tried by itself: none fails for its neighbours.
 */
export function createGroupCommit({ alone, together }: WaysToCommit): WaysToCommit['alone'] {
  let queue: Waiting[] = []
  let isWriting = false

  /** In the order they came, one of each chart. */
  function takeGroup(): Waiting[] {
    const group = new Map<string, Waiting>()
    const rest: Waiting[] = []
    for (const waiting of queue) {
      const { chartId } = waiting.append.entry
      if (group.size === MOST_IN_A_GROUP || group.has(chartId)) rest.push(waiting)
      else group.set(chartId, waiting)
    }
    queue = rest
    return [...group.values()]
  }

  /** Those of a group that are on the record. What was wrong with the group is for each of them to hear by itself. */
  async function committed(group: readonly Waiting[]): Promise<ReadonlyMap<string, Appended>> {
    if (group.length === 1) return new Map()
    try {
      return await together(group.map(({ append }) => append))
    } catch (error) {
      if (isDatabaseFault(error)) throw error
      return new Map()
    }
  }

  /** Each hears its own outcome; the turn is over when all have. */
  async function commit(group: readonly Waiting[]): Promise<void> {
    const done = committed(group)
    const outcomes = group.map(async ({ append, settle }) => {
      const outcome = done.then((added) => added.get(append.entry.chartId) ?? alone(append))
      settle(outcome)
      await outcome
    })
    await Promise.allSettled(outcomes)
  }

  async function write(): Promise<void> {
    isWriting = true
    while (queue.length > 0) await endOrPatience(commit(takeGroup()))
    isWriting = false
  }

  return (append) =>
    new Promise((settle) => {
      queue.push({ append, settle })
      if (!isWriting) void write()
    })
}

async function endOrPatience(turn: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_TURN_MS)
  })
  await Promise.race([turn, patience])
  clearTimeout(timer)
}
