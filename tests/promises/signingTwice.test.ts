import { expect, test, vi } from 'vitest'
import { at, firstSignature, runningVte, secondSignature } from '../server/support/course.ts'
import { databases } from '../server/support/databases.ts'
import { pinOf, startWard } from '../server/support/ward.ts'

// The fault that is planted: the chart's own rule about the second signer is gone.
vi.mock('../../src/chart/decideSignatures.ts', async (original) => ({
  ...(await original<typeof import('../../src/chart/decideSignatures.ts')>()),
  checkerRefusal: () => null,
}))

test.each(databases)(
  'SIGN-3: where the chart would let one person sign twice, the database in $name refuses it',
  async ({ open }) => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const path = `/api/charts/${chart.id}`
    await adams.post(`${path}/commands`, firstSignature)
    at(ward, '2027-03-10T04:55:00Z')

    const twice = await adams.post(`${path}/commands`, {
      ...secondSignature,
      signature: { userId: 'rn.adams', pin: pinOf('rn.adams') },
    })

    expect(twice.status).toBe(422)
    expect(twice.body).toMatchObject({ type: '/problems/same-person', rules: ['SIGN-3'] })
    expect(await chart.view()).toMatchObject({ seq: 10, infusion: { rateMlPerHour: 14 } })
    expect(ward.faults).toEqual([])
    const once = await adams.post(`${path}/commands`, secondSignature)
    expect(once.status).toBe(201)
  },
)
