import { describe, expect, test } from 'vitest'
import { measured, sized } from './support/experiment.ts'
import { callsBefore, courseOnFailingDisk, type Failing } from './support/failingDisk.ts'
import { planted } from './support/planted.ts'

const full = { call: 'pwrite64', error: 'ENOSPC', file: 'log' } as const
const failsAtWriting = { call: 'pwrite64', error: 'EIO', file: 'log' } as const
const failsAtForcing = { call: 'fsync', error: 'EIO', file: 'log' } as const
const readOnly = { call: 'pwrite64', error: 'EROFS', file: 'log' } as const
const overQuota = { call: 'pwrite64', error: 'EDQUOT', file: 'log' } as const

/** One fault in the middle of a course, and one that lasts; in the torture at every place, the server's start included. */
async function allFaults(): Promise<Failing[]> {
  const { pwrite64, fsync } = await callsBefore()
  return sized(
    [
      { ...failsAtForcing, from: fsync + 4, to: fsync + 4 },
      { ...full, from: pwrite64 + 20, to: null },
    ],
    [
      ...upTo(fsync + 20).flatMap((from) => [{ ...failsAtForcing, from, to: from }]),
      ...[full, failsAtWriting, readOnly, overQuota].flatMap((kind, shift) =>
        upTo(pwrite64 + 60)
          .filter((from) => from % 12 === shift * 3)
          .map((from, index) => ({ ...kind, from, to: index % 3 === 0 ? null : from + index })),
      ),
      ...(['pwrite64', 'fsync'] as const).flatMap((call) =>
        upTo(4).map((from) => ({ call, error: 'EIO', file: 'database', from, to: null }) as const),
      ),
    ],
  )
}

function upTo(end: number): number[] {
  return Array.from({ length: end }, (_, index) => index + 1)
}

describe('CHART-1: on a disk that is full, fails or is read-only', () => {
  test('nothing is acknowledged that is not kept, reading goes on, and afterwards all is there once', async () => {
    const faults = await allFaults()
    const courses = []
    for (const fault of faults) courses.push(await courseOnFailingDisk(fault))

    expect(courses.flatMap((course) => course.faults)).toEqual([])
    expect(courses.flatMap((course) => course.unread)).toEqual([])
    const failed = courses.reduce((sum, course) => sum + course.failed, 0)
    const denied = courses.reduce((sum, course) => sum + course.denied, 0)
    expect(failed).toBeGreaterThan(denied)
    expect(denied).toBeGreaterThan(0)
    const refusals = courses.flatMap(({ refusal }) => refusal ?? [])
    for (const refusal of refusals) expect(refusal).toContain('cannot be opened')
    measured({
      promise: 2,
      what: 'A course over a disk that fails: each fsync of the log once, writes full, failing, read-only or over quota, for good and for a while',
      figure: `${courses.length} faults, ${failed} replies 503 and ${refusals.length} refused starts: 0 acknowledged and lost, 0 denied and kept, 0 reads failed`,
    })
  })

  test('a server that does not listen when a commit fails is caught', async () => {
    const { pwrite64 } = await callsBefore()

    const { faults } = await courseOnFailingDisk(
      { ...full, from: pwrite64 + 20, to: null },
      planted('deafCommit'),
    )

    expect(faults.join('\n')).toContain('was acknowledged and is lost')
  })

  test('a server that denies what may still come back from the log is caught', async () => {
    const plant = planted('fakeProof')
    const { fsync } = await callsBefore(plant)

    // The second command is a fact: before a signature the count of wrong PINs is what would fail.
    const { faults } = await courseOnFailingDisk(
      { ...failsAtForcing, from: fsync + 2, to: null },
      plant,
    )

    expect(faults.join('\n')).toContain('was denied and is there')
  })
})
