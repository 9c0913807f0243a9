import { describe, expect, test } from 'vitest'
import { plusMinutes } from '../../src/time.ts'
import { at, firstSignature, runningVte, secondSignature } from './support/course.ts'
import { newId } from './support/databases.ts'
import { type Device, pinOf, startWard } from './support/ward.ts'

const commands = (id: string) => `/api/charts/${id}/commands`

async function titrating() {
  const ward = await startWard()
  const course = await runningVte(ward)
  const { status } = await course.adams.post(commands(course.chart.id), firstSignature)
  expect(status).toBe(201)
  at(ward, '2027-03-10T04:55:40Z')
  return { ward, ...course }
}

async function wrongPins(device: Device, id: string, userId: string, times: number) {
  const statuses: number[] = []
  for (let count = 0; count < times; count += 1) {
    const reply = await device.post(commands(id), {
      ...secondSignature,
      commandId: newId(),
      signature: { userId, pin: '000000' },
    })
    statuses.push(reply.status)
  }
  return statuses
}

describe('first signatures', () => {
  test('SIGN-3: a wrong PIN is refused and nothing is written', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)

    const reply = await adams.post(commands(chart.id), {
      ...firstSignature,
      signature: { pin: '204812' },
    })

    expect(reply.status).toBe(403)
    expect(reply.body).toMatchObject({
      type: '/problems/signature-refused',
      status: 403,
      rules: ['SIGN-3'],
    })
    expect(await chart.view()).toMatchObject({ seq: 9, version: 8, pending: null })
  })

  test('SIGN-3: another person PIN does not sign for the session', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)

    const reply = await adams.post(commands(chart.id), {
      ...firstSignature,
      signature: { pin: pinOf('rn.baker') },
    })

    expect(reply.body.type).toBe('/problems/signature-refused')
  })

  test('SIGN-2: the right PIN of a person who may not is a refusal with its rule', async () => {
    const ward = await startWard()
    const { chart } = await runningVte(ward)
    const cole = await ward.signIn('rn.cole')

    const reply = await cole.post(commands(chart.id), {
      ...firstSignature,
      signature: { pin: pinOf('rn.cole') },
    })

    expect(reply.status).toBe(403)
    expect(reply.body.type).not.toBe('/problems/signature-refused')
    expect(reply.body.rules.length).toBeGreaterThan(0)
  })

  test('SIGN-1: an administrator gives no clinical command, a stop included', async () => {
    const ward = await startWard()
    const { chart } = await runningVte(ward)
    const hall = await ward.signIn('admin.hall')

    const stop = await chart.send(hall, 'ceaseInfusion', {
      reason: 'suspected-major-bleed',
      signature: { pin: pinOf('admin.hall') },
    })

    expect(stop.status).toBe(403)
    expect(stop.body.rules).toContain('SIGN-1')
    expect((await hall.get('/api/wards/7-west/board')).status).toBe(200)
  })
})

describe('second signatures', () => {
  test('SIGN-3: unknown signer, wrong PIN and a signer of another ward get one answer', async () => {
    const { chart, adams } = await titrating()
    const signatures = [
      { userId: 'rn.nobody', pin: '738256' },
      { userId: 'rn.baker', pin: '738257' },
      { userId: 'rn.ivers', pin: pinOf('rn.ivers') },
    ]

    const replies = []
    for (const signature of signatures) {
      replies.push(await adams.post(commands(chart.id), { ...secondSignature, signature }))
    }

    expect(replies.map((reply) => reply.status)).toEqual([403, 403, 403])
    expect(replies[1]?.body).toEqual(replies[0]?.body)
    expect(replies[2]?.body).toEqual(replies[0]?.body)
    expect(await chart.view()).toMatchObject({ seq: 10, pending: { actSeq: 10 } })
  })

  test('SIGN-3: the same person never signs both', async () => {
    const { chart, adams } = await titrating()

    const reply = await adams.post(commands(chart.id), {
      ...secondSignature,
      signature: { userId: 'rn.adams', pin: pinOf('rn.adams') },
    })

    expect(reply.status).toBe(422)
    expect(reply.body.rules).toContain('SIGN-3')
  })

  test('SIGN-3: the second signer needs no session of their own', async () => {
    const { chart, adams } = await titrating()

    const reply = await adams.post(commands(chart.id), secondSignature)

    expect(reply.body.entry.by.userId).toBe('rn.baker')
    expect((await adams.get('/api/session')).body.user.userId).toBe('rn.adams')
  })

  test('no entry and no reply ever holds a PIN', async () => {
    const { chart, adams } = await titrating()
    await adams.post(commands(chart.id), secondSignature)

    const record = await adams.get(`/api/charts/${chart.id}/entries`)

    const told = JSON.stringify(record.body)
    for (const pin of ['204811', '738256', pinOf('mo.chen')]) expect(told).not.toContain(pin)
    expect(told).not.toContain('"signature"')
  })
})

describe('wrong PINs', () => {
  test('SIGN-3: after five the person is held back on that device, with Retry-After, for the right PIN too', async () => {
    const { chart, adams } = await titrating()

    const statuses = await wrongPins(adams, chart.id, 'rn.baker', 6)
    const right = await adams.post(commands(chart.id), secondSignature)

    expect(statuses).toEqual([403, 403, 403, 403, 403, 429])
    expect(right.status).toBe(429)
    expect(right.body.type).toBe('/problems/too-many-tries')
    expect(right.headers['retry-after']).toBe('300')
  })

  test('SIGN-3: guesses sent all at once are counted before any is judged', async () => {
    const { chart, adams } = await titrating()

    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const [status] = await wrongPins(adams, chart.id, 'rn.baker', 1)
        return status
      }),
    )

    expect(statuses.filter((status) => status === 403)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  })

  test('a colleague, and the same person elsewhere, can still sign', async () => {
    const { ward, chart, adams } = await titrating()
    await wrongPins(adams, chart.id, 'rn.baker', 6)
    const okafor = await ward.signIn('mo.okafor')

    const elsewhere = await okafor.post(commands(chart.id), secondSignature)

    expect(elsewhere.status).toBe(201)
    const note = await chart.send(adams, 'strikeOut', {
      struckSeq: 2,
      reason: 'Wrong bed scale',
      signature: { pin: pinOf('rn.adams') },
    })
    expect(note.status).not.toBe(429)
  })

  test('SIGN-3: signing in again does not begin the count anew', async () => {
    const { ward, chart, adams } = await titrating()
    await wrongPins(adams, chart.id, 'rn.baker', 5)
    const again = await ward.signIn('rn.adams')

    expect((await again.post(commands(chart.id), secondSignature)).status).toBe(429)
  })

  test('the wait passes with real time', async () => {
    const { ward, chart, adams } = await titrating()
    await wrongPins(adams, chart.id, 'rn.baker', 6)

    ward.realTime.moveTo(plusMinutes(ward.realTime.now(), 5))

    expect((await adams.post(commands(chart.id), secondSignature)).status).toBe(201)
  })

  test('a right PIN forgets the wrong ones before it', async () => {
    const { chart, adams } = await titrating()

    expect(await wrongPins(adams, chart.id, 'rn.baker', 4)).not.toContain(429)
    expect((await adams.post(commands(chart.id), secondSignature)).status).toBe(201)
    expect(await wrongPins(adams, chart.id, 'rn.baker', 5)).not.toContain(429)
  })

  test('wrong passwords are held back in the same way', async () => {
    const { stranger } = await startWard()
    const statuses: number[] = []
    for (const password of ['1', '2', '3', '4', '5', 'demonstration']) {
      statuses.push((await stranger.post('/api/session', { userId: 'rn.adams', password })).status)
    }

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    const colleague = await stranger.post('/api/session', {
      userId: 'rn.baker',
      password: 'demonstration',
    })
    expect(colleague.status).toBe(200)
  })
})

describe('stops', () => {
  const cease = { reason: 'suspected-major-bleed' }

  test('SIGN-5: a stop with the right PIN is confirmed', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)

    const reply = await chart.send(adams, 'ceaseInfusion', {
      ...cease,
      signature: { pin: pinOf('rn.adams') },
    })

    expect(reply.body.entry).toMatchObject({ identity: 'confirmed' })
  })

  test.each([
    ['a wrong PIN', { signature: { pin: '111111' } }],
    ['an empty signature', { signature: {} }],
    ['no signature', {}],
  ])(
    'SIGN-5: a stop with %s is taken as unconfirmed and its signature is due',
    async (_, signature) => {
      const ward = await startWard()
      const { chart, adams } = await runningVte(ward)

      const reply = await chart.send(adams, 'ceaseInfusion', { ...cease, ...signature })

      expect(reply.status).toBe(201)
      expect(reply.body.entry).toMatchObject({
        identity: 'unconfirmed',
        by: { userId: 'rn.adams' },
      })
      const { infusion, due } = await chart.view()
      expect(infusion.status).toBe('ceased')
      expect(due.map((item: { kind: string }) => item.kind)).toContain('signature')
    },
  )

  test('SIGN-5: a stop is taken from a person who is held back, and with any version', async () => {
    const { chart, adams } = await titrating()
    await wrongPins(adams, chart.id, 'rn.adams', 8)

    const reply = await adams.post(commands(chart.id), {
      commandId: newId(),
      expectedVersion: 0,
      kind: 'stopInfusion',
      reason: 'concern',
      happenedAt: '2027-03-10T04:55:00Z',
      signature: { pin: pinOf('rn.adams') },
    })

    expect(reply.status).toBe(201)
    expect(reply.body.entry.identity).toBe('confirmed')
  })

  test('SIGN-5: twenty stops in a row are all taken', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    for (let count = 0; count < 20; count += 1) {
      const reply = await chart.send(adams, 'ceaseInfusion', {
        ...cease,
        signature: { pin: '000000' },
      })
      expect(reply.status).toBe(201)
    }
  })
})
