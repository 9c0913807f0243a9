import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { holderOf } from '../../server/holder.ts'
import { emptySqliteWard, folderForTest, type Settings } from './support/emptyWard.ts'
import { measured, sized } from './support/experiment.ts'
import { planted } from './support/planted.ts'
import { NeverReady, type ServerProcess, startServer } from './support/serverProcess.ts'
import { serversOn } from './support/serversOn.ts'
import { DEMONSTRATION_FILE } from './support/storedRecord.ts'

/** The promise, on a machine that is free; where others share it, a refusal takes no longer than so many starts. */
const WITHIN_MS = 2_000
const WITHIN_STARTS = 8

interface Refused {
  readonly code: number | null
  readonly said: string
  readonly afterMs: number
}

/** Starts a server and gives it, or how it was refused and after how long. */
async function tryStart(env: Settings): Promise<ServerProcess | Refused> {
  const begun = performance.now()
  try {
    return await startServer({ env })
  } catch (error) {
    if (!(error instanceof NeverReady)) throw error
    return { code: error.code, said: error.said, afterMs: performance.now() - begun }
  }
}

function isServing(outcome: ServerProcess | Refused): outcome is ServerProcess {
  return 'address' in outcome
}

/** Starts two in the same instant, and ends those that serve. */
async function startTogether(env: Settings) {
  const outcomes = await Promise.all([tryStart(env), tryStart(env)])
  const serving = outcomes.filter(isServing)
  for (const server of serving) {
    server.kill('SIGKILL')
    await server.ended
  }
  return { serving, refused: outcomes.flatMap((one) => (isServing(one) ? [] : [one])) }
}

function demandRefusal(
  refused: Refused | undefined,
  holder: number | undefined,
  startMs: number,
): number {
  expect(refused?.code).toBe(1)
  expect(refused?.said).toContain(`in use by another server (process ${holder})`)
  const afterMs = refused?.afterMs ?? Number.POSITIVE_INFINITY
  expect(afterMs).toBeLessThan(Math.max(WITHIN_MS, WITHIN_STARTS * startMs))
  return afterMs
}

describe('one server alone has an embedded database', () => {
  test('a second one ends at once and names the first, also after one before was killed', async () => {
    const settings = await emptySqliteWard()
    const rounds = sized(2, 30)
    let longest = 0
    for (let round = 1; round <= rounds; round += 1) {
      const begun = performance.now()
      const first = await startServer({ env: settings })
      const startMs = performance.now() - begun
      const second = await tryStart(settings)
      if (isServing(second)) throw new Error('Two servers serve one database.')
      longest = Math.max(longest, demandRefusal(second, first.pid, startMs))
      first.kill('SIGKILL')
      await first.ended
    }
    measured({
      promise: 2,
      what: 'A second server on the embedded data of a serving one, each time after the one before was killed with -9',
      figure: `${rounds} of ${rounds} refused naming the holder, after ${Math.round(longest)} ms at the most`,
    })
  })

  test('of two that start in the same instant one serves, and the other names it', async () => {
    const pairs = sized(2, 40)
    let longest = 0
    const old = await emptySqliteWard()
    for (let pair = 1; pair <= pairs; pair += 1) {
      const settings = pair % 2 === 0 ? old : await emptySqliteWard()
      const begun = performance.now()
      const { serving, refused } = await startTogether(settings)
      const startMs = performance.now() - begun

      expect(serving).toHaveLength(1)
      longest = Math.max(longest, demandRefusal(refused[0], serving[0]?.pid, startMs))
    }
    measured({
      promise: 2,
      what: 'Two servers started in the same instant on one embedded database',
      figure: `${pairs} pairs: one served each time, the other ended after ${Math.round(longest)} ms at the most`,
    })
  })

  test('servers that take no lock are caught', async () => {
    const settings = { ...(await emptySqliteWard()), ...planted('noLock') }

    const [first, second] = await serversOn(settings, 2)

    expect([first?.said(), second?.said()]).toEqual([
      expect.stringContaining('ready at'),
      expect.stringContaining('ready at'),
    ])
  })

  test('a name that a killed server left is not told, and one on another machine is told with it', () => {
    const file = join(folderForTest(), DEMONSTRATION_FILE)
    const signed = (text: string) => {
      writeFileSync(`${file}-holder`, text)
      return holderOf(file)
    }

    expect(holderOf(file)).toBe('another process')
    expect(signed(`process ${process.pid} on ${hostname()}\n`)).toContain(`process ${process.pid}`)
    expect(signed(`process 4194305 on ${hostname()}\n`)).toBe('another process')
    expect(signed('process 12 on elsewhere\n')).toBe('another server (process 12 on elsewhere)')
    expect(signed('process')).toBe('another process')
  })
})
