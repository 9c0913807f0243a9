import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Append, Appended } from '../../server/appendRows.ts'
import { createGroupCommit, LONGEST_TURN_MS, type WaysToCommit } from '../../server/groupCommit.ts'
import { newId } from './support/databases.ts'
import { note, opening } from './support/entries.ts'

const appended = ({ entry }: Append): Appended => ({
  kind: 'appended',
  entry: { ...entry, hash: entry.commandId } as never,
})
const added = (group: readonly Append[]) =>
  new Map(group.map((append) => [append.entry.chartId, appended(append)]))

function entryOn(chartId: string): Append {
  return note(opening(chartId), 'Slept well.')
}

/** Ways to the record whose commits end when the test says so. */
function heldWays() {
  const begun: string[][] = []
  const ends: ((error?: unknown) => void)[] = []
  function held<T>(group: readonly Append[], outcome: () => T): Promise<T> {
    begun.push(group.map(({ entry }) => entry.chartId))
    return new Promise((resolve, reject) => {
      ends.push((error) => (error === undefined ? resolve(outcome()) : reject(error)))
    })
  }
  const ways: WaysToCommit = {
    alone: (append) => held([append], () => appended(append)),
    together: (group) => held(group, () => added(group)),
  }
  async function end(commit: number, error?: unknown): Promise<void> {
    await turned()
    ends[commit]?.(error)
    await turned()
  }
  return { ways, begun, end }
}

async function turned(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('entries that come while others are committed', () => {
  test('share the next commit, one of each chart; what comes first goes alone', async () => {
    const { ways, begun, end } = heldWays()
    const append = createGroupCommit(ways)

    const outcomes = ['a', 'b', 'c', 'b'].map((chartId) => append(entryOn(chartId)))
    await turned()
    expect(begun).toEqual([['a']])
    await end(0)
    expect(begun).toEqual([['a'], ['b', 'c']])
    await end(1)
    expect(begun).toEqual([['a'], ['b', 'c'], ['b']])
    await end(2)

    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 4 }, () => 'appended'),
    )
  })

  test('are acknowledged when their commit has ended, and not before', async () => {
    const { ways, end } = heldWays()
    const append = createGroupCommit(ways)
    const told: string[] = []
    for (const chartId of ['a', 'b', 'c']) {
      append(entryOn(chartId)).then(
        () => told.push(chartId),
        () => told.push(`failed: ${chartId}`),
      )
    }
    await end(0)
    expect(told).toEqual(['a'])
    await end(1)
    expect(told).toEqual(['a', 'b', 'c'])
  })

  test('each get their own outcome: one that could not go with the others is tried by itself', async () => {
    const alone: string[] = []
    const append = createGroupCommit({
      async alone(one) {
        alone.push(one.entry.chartId)
        return one.entry.chartId === 'taken' ? { kind: 'clash' } : appended(one)
      },
      together: async (group) => added(group.filter(({ entry }) => entry.chartId !== 'taken')),
    })

    const outcomes = await Promise.all(['a', 'b', 'taken', 'c'].map((id) => append(entryOn(id))))

    expect(outcomes.map(({ kind }) => kind)).toEqual(['appended', 'appended', 'clash', 'appended'])
    expect(alone).toEqual(['a', 'taken'])
  })

  test('are all tried by themselves where one spoils the group: none fails for its neighbours', async () => {
    const refused = new Error('signed before')
    const append = createGroupCommit({
      async alone(one) {
        if (one.entry.chartId === 'bad') throw refused
        return appended(one)
      },
      async together() {
        throw refused
      },
    })

    const outcomes = await Promise.allSettled(
      ['a', 'b', 'bad', 'c'].map((id) => append(entryOn(id))),
    )

    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(outcomes[2]).toMatchObject({ reason: refused })
  })

  test('a database that fails under a group is told to each of it, and the next ones are tried', async () => {
    const gone = Object.assign(new Error('Connection terminated'), { code: '57P01' })
    const { ways, begun, end } = heldWays()
    const append = createGroupCommit(ways)
    const outcomes = ['a', 'b', 'c'].map((chartId) => append(entryOn(chartId)))
    await end(0)
    const later = append(entryOn('d'))
    await end(1, gone)

    expect((await Promise.allSettled(outcomes)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ])
    expect(begun).toEqual([['a'], ['b', 'c'], ['d']])
    await end(2)
    expect((await later).kind).toBe('appended')
  })

  test('SIGN-5: wait for a commit that hangs no longer than their patience', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { ways, begun, end } = heldWays()
    const append = createGroupCommit(ways)
    const hangs = append(entryOn('hangs'))
    const next = append(entryOn('next'))

    await vi.advanceTimersByTimeAsync(LONGEST_TURN_MS - 1)
    expect(begun).toEqual([['hangs']])
    await vi.advanceTimersByTimeAsync(1)
    expect(begun).toEqual([['hangs'], ['next']])

    await end(1)
    expect((await next).kind).toBe('appended')
    await end(0)
    expect((await hangs).kind).toBe('appended')
  })

  test('are never more than 128 in one commit', async () => {
    const { ways, begun, end } = heldWays()
    const append = createGroupCommit(ways)
    for (let entry = 0; entry < 200; entry += 1) void append(entryOn(newId()))
    await end(0)
    await end(1)

    expect(begun.map((group) => group.length)).toEqual([1, 128, 71])
  })
})
