import { describe, expect, test } from 'vitest'
import { at, firstSignature, opening, runningVte, secondSignature } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { startWard } from './support/ward.ts'

const commands = (id: string) => `/api/charts/${id}/commands`

describe.each(databases)('a command sent again on $name', ({ open }) => {
  test('SIGN-8: gets the same reply, and nothing is written', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)

    const first = await adams.post(commands(chart.id), firstSignature)
    at(ward, '2027-03-10T04:58:00Z')
    const again = await adams.post(commands(chart.id), firstSignature)

    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(await chart.view()).toMatchObject({ seq: 10, version: 9 })
  })

  test('gets the same reply with its fields in another order', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const first = await adams.post(commands(chart.id), firstSignature)

    const turned = Object.fromEntries(Object.entries(firstSignature).reverse())
    const again = await adams.post(commands(chart.id), turned)

    expect(again.body).toEqual(first.body)
  })

  test('SIGN-8: gets the same reply when the signature would now fail', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const first = await adams.post(commands(chart.id), firstSignature)

    at(ward, '2027-03-10T09:00:00Z')
    const again = await adams.post(commands(chart.id), {
      ...firstSignature,
      signature: { pin: '999999' },
    })

    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
  })

  test('all at once writes one entry and answers all alike', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)

    const replies = await Promise.all(
      Array.from({ length: 6 }, () => adams.post(commands(chart.id), firstSignature)),
    )

    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201, 201, 201, 201])
    expect(new Set(replies.map((reply) => reply.body.entry.hash)).size).toBe(1)
    expect(await chart.view()).toMatchObject({ seq: 10 })
  })

  test('SIGN-8: another body under the same id is refused', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    await adams.post(commands(chart.id), firstSignature)

    const other = await adams.post(commands(chart.id), { ...firstSignature, newRateMlPerHour: 13 })

    expect(other.status).toBe(422)
    expect(other.body.type).toBe('/problems/command-id-taken')
  })

  test('SIGN-8: another second signer under the same id is another body', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    await adams.post(commands(chart.id), firstSignature)
    at(ward, '2027-03-10T04:55:40Z')
    await adams.post(commands(chart.id), secondSignature)

    const other = await adams.post(commands(chart.id), {
      ...secondSignature,
      signature: { userId: 'mo.chen', pin: '310274' },
    })

    expect(other.status).toBe(422)
  })

  test('SIGN-4: a mismatch sent again gets the same 422 and counts once', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    await adams.post(commands(chart.id), firstSignature)
    at(ward, '2027-03-10T04:55:40Z')
    const wrong = { ...secondSignature, commandId: newId(), checkedRateMlPerHour: 13 }

    const first = await adams.post(commands(chart.id), wrong)
    const again = await adams.post(commands(chart.id), wrong)

    expect(first.status).toBe(422)
    expect(first.body.rules).toContain('SIGN-4')
    expect(again.status).toBe(422)
    expect(again.body).toEqual(first.body)
    expect(JSON.stringify(first.body)).not.toMatch(/\b1[23]\b(?!:)/)
    const { body } = await adams.get(`/api/charts/${chart.id}/entries?after=10`)
    expect(body.entries).toMatchObject([
      { kind: 'secondCheckMismatched', commandId: wrong.commandId },
    ])
    expect(await chart.view()).toMatchObject({ pending: { actSeq: 10 } })
  })

  test('a stop sent again without its PIN is the same stop', async () => {
    const ward = await startWard({ database: await open() })
    const { chart, adams } = await runningVte(ward)
    const stop = {
      commandId: newId(),
      expectedVersion: 8,
      kind: 'ceaseInfusion',
      reason: 'suspected-major-bleed',
      happenedAt: '2027-03-10T04:50:00Z',
    }

    const first = await adams.post(commands(chart.id), { ...stop, signature: { pin: '204811' } })
    const again = await adams.post(commands(chart.id), stop)

    expect(first.status).toBe(201)
    expect(again.body).toEqual(first.body)
  })

  test('opening a chart again gives the same chart', async () => {
    const ward = await startWard({ database: await open() })
    const adams = await ward.signIn('rn.adams')
    at(ward, '2027-03-09T21:30:00Z')
    const command = opening()

    const first = await adams.post('/api/charts', command)
    const again = await adams.post('/api/charts', command)

    expect(first.status).toBe(201)
    expect(first.body.entry).toMatchObject({ chartId: command.commandId, seq: 1, version: 1 })
    expect(again.body).toEqual(first.body)
    expect((await adams.post('/api/charts', { ...command, bed: '13' })).status).toBe(422)
  })
})

describe('a lost reply', () => {
  test('is looked up by the command id, without signing again', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    const first = await adams.post(commands(chart.id), firstSignature)

    const found = await adams.get(`${commands(chart.id)}/${firstSignature.commandId}`)

    expect(found.status).toBe(201)
    expect(found.body).toEqual(first.body)
  })

  test('of a mismatch is its 422', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    await adams.post(commands(chart.id), firstSignature)
    at(ward, '2027-03-10T04:55:40Z')
    const wrong = { ...secondSignature, checkedRateMlPerHour: 13 }
    const first = await adams.post(commands(chart.id), wrong)

    const found = await adams.get(`${commands(chart.id)}/${wrong.commandId}`)

    expect(found.status).toBe(422)
    expect(found.body).toEqual(first.body)
  })

  test('of a blind check is the card', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    await adams.post(commands(chart.id), firstSignature)
    at(ward, '2027-03-10T04:52:00Z')
    const check = {
      commandId: newId(),
      actSeq: 10,
      userId: 'rn.baker',
      checkedResultText: '98.0',
      checkedRateMlPerHour: 12,
    }
    const card = await adams.post(`/api/charts/${chart.id}/checks`, check)

    const found = await adams.get(`${commands(chart.id)}/${check.commandId}`)

    expect(card.status).toBe(200)
    expect(card.body).toMatchObject({ setPumpToMlPerHour: 12, giveUnits: null })
    expect(found.body).toEqual(card.body)
  })

  test('of a result carries use and advice', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    const { body } = await adams.get(`/api/charts/${chart.id}/entries?after=8`)

    const found = await adams.get(`${commands(chart.id)}/${body.entries[0].commandId}`)

    expect(found.body).toMatchObject({
      use: 'usable',
      advice: { kind: 'change', newRateMlPerHour: 12 },
    })
  })

  test('of a command that never arrived is 404', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)

    expect((await adams.get(`${commands(chart.id)}/${newId()}`)).status).toBe(404)
  })
})
