import { describe, expect, test } from 'vitest'
import { at, firstSignature, runningVte, secondSignature } from './support/course.ts'
import { databases } from './support/databases.ts'
import { startWard } from './support/ward.ts'

describe.each(databases)('the examples of the contract on $name', ({ open }) => {
  test('SIGN-4, NOMO-8: a titration by two nurses changes the rate at the read-back', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)

    const first = await adams.post(`/api/charts/${chart.id}/commands`, firstSignature)

    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({
      entry: {
        seq: 10,
        version: 9,
        kind: 'rateChanged',
        by: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
        recordedAt: '2027-03-10T04:50:03Z',
      },
      version: 9,
    })
    expect(await chart.view()).toMatchObject({
      infusion: { rateMlPerHour: 14 },
      pending: { actSeq: 10, step: 'check', lapsesAt: '2027-03-10T05:00:03Z' },
    })

    at(ward, '2027-03-10T04:55:40Z')
    const second = await adams.post(`/api/charts/${chart.id}/commands`, secondSignature)

    expect(second.status).toBe(201)
    expect(second.body).toMatchObject({
      entry: {
        seq: 11,
        version: 10,
        kind: 'countersigned',
        actSeq: 10,
        by: { userId: 'rn.baker', name: 'Baker, Lee', role: 'RN' },
      },
      version: 10,
    })
    const after = await chart.view()
    expect(after.infusion).toMatchObject({ rateMlPerHour: 12, since: '2027-03-10T04:55:00Z' })
    expect(after.pending).toBeNull()
    expect(after.due).toContainEqual(
      expect.objectContaining({
        kind: 'aptt-collection',
        dueAt: '2027-03-10T10:55:00Z',
        overdueAt: '2027-03-10T11:25:00Z',
        owner: 'nurse',
        rules: ['TIME-1', 'NOMO-8'],
        anchor: { seq: 11, at: '2027-03-10T04:55:00Z' },
        status: 'waiting',
      }),
    )
  })

  test('SIGN-5: an emergency stop is taken four versions behind, with nobody to countersign', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    await adams.post(`/api/charts/${chart.id}/commands`, firstSignature)
    at(ward, '2027-03-10T04:55:40Z')
    await adams.post(`/api/charts/${chart.id}/commands`, secondSignature)
    at(ward, '2027-03-10T05:10:20Z')
    const cole = await ward.signIn('rn.cole')

    const stop = await cole.post(`/api/charts/${chart.id}/commands`, {
      commandId: 'c2a1f4d8-1b7e-4e55-b7a9-93d0e4f5a603',
      expectedVersion: 6,
      kind: 'ceaseInfusion',
      reason: 'suspected-major-bleed',
      happenedAt: '2027-03-10T05:10:00Z',
      signature: { pin: '665019' },
    })

    expect(stop.status).toBe(201)
    expect(stop.body).toMatchObject({
      entry: {
        seq: 12,
        version: 11,
        kind: 'infusionCeased',
        reason: 'suspected-major-bleed',
        by: { userId: 'rn.cole' },
      },
      version: 11,
    })
    const after = await chart.view()
    expect(after.infusion).toMatchObject({
      status: 'ceased',
      suspended: ['suspected-major-bleed'],
      rateMlPerHour: null,
    })
    expect(after.owed).toEqual([12])
    const kinds = after.due.map((item: { kind: string }) => item.kind)
    expect(kinds).toEqual(expect.arrayContaining(['mo-decision', 'second-check']))
    expect(kinds).not.toContain('restart')
  })
})
