import { describe, expect, test } from 'vitest'
import { weakPin } from '../../server/weakPin.ts'
import { openChart } from './support/course.ts'
import { databases } from './support/databases.ts'
import { type Device, startWard, type TestWard } from './support/ward.ts'

const FIRST = 'what hall has told'
const OWN = 'what larsen alone knows'
const nurse = {
  userId: 'rn.larsen',
  name: 'Larsen, Bo',
  role: 'RN',
  wardIds: ['7-west'],
  competencies: { learningPackageUntil: '2028-01-01T00:00:00Z', ivUnits: false, notation: false },
}

async function added(ward: TestWard): Promise<{ hall: Device; larsen: Device }> {
  const hall = await ward.signIn('admin.hall')
  expect((await hall.post('/api/accounts', { ...nurse, password: FIRST })).status).toBe(201)
  return { hall, larsen: await ward.signIn('rn.larsen', FIRST) }
}

/** Whether a note that Larsen signs is taken: a signature that is given is proven. */
async function signsWith(larsen: Device, pin: string): Promise<number> {
  const chart = await openChart(larsen, { patient: newPatient() })
  return (await chart.send(larsen, 'writeNote', { text: 'x', signature: { pin } })).status
}

let patients = 0

function newPatient() {
  patients += 1
  const mrn = `81${patients}`
  return { mrn, surname: 'Ng', given: 'Al', dateOfBirth: '1951-03-09', sex: 'female' }
}

describe.each(databases)('secrets in $name', ({ open }) => {
  test('SIGN-3: a first PIN is set by the person, under a password that nobody else chose', async () => {
    const ward = await startWard({ database: await open() })
    const { larsen } = await added(ward)
    expect((await larsen.get('/api/session')).body.toChoose).toEqual({ password: true, pin: true })
    expect(await signsWith(larsen, '402913')).toBe(403)

    const tooSoon = await larsen.put('/api/session/pin', { password: FIRST, pin: '402913' })
    expect(tooSoon.status).toBe(422)
    expect(tooSoon.body.type).toBe('/problems/own-password-first')
    expect(
      (await larsen.put('/api/session/password', { password: FIRST, newPassword: OWN })).status,
    ).toBe(204)
    expect((await larsen.put('/api/session/pin', { password: OWN, pin: '402913' })).status).toBe(
      204,
    )

    expect((await larsen.get('/api/session')).body.toChoose).toEqual({
      password: false,
      pin: false,
    })
    expect(await signsWith(larsen, '402914')).toBe(403)
    expect(await signsWith(larsen, '402913')).toBe(201)
    await expect(ward.signIn('rn.larsen', FIRST)).rejects.toThrow('401')
  })

  test('SIGN-3: an administrator withdraws a PIN and learns none', async () => {
    const ward = await startWard({ database: await open() })
    const { hall, larsen } = await added(ward)
    await larsen.put('/api/session/password', { password: FIRST, newPassword: OWN })
    await larsen.put('/api/session/pin', { password: OWN, pin: '402913' })

    const { userId, ...said } = nurse
    const reply = await hall.put(`/api/accounts/${userId}`, { ...said, withdrawPin: true })

    expect(reply.body).toMatchObject({ hasPin: false, passwordIsTemporary: false })
    expect(await signsWith(larsen, '402913')).toBe(403)
    expect((await larsen.get('/api/session')).body.toChoose).toEqual({ password: false, pin: true })
    expect((await hall.put(`/api/accounts/${userId}`, { ...said, pin: '402913' })).status).toBe(400)
  })

  test('a wrong password changes neither secret, and is counted like a wrong sign-in', async () => {
    const ward = await startWard({ database: await open() })
    const adams = await ward.signIn('rn.adams')
    const wrong = { password: 'not this one', pin: '402913' }
    for (let tries = 0; tries < 5; tries += 1) {
      const reply = await adams.put('/api/session/pin', wrong)
      expect(reply.status).toBe(403)
      expect(reply.body).toMatchObject({ rules: ['SIGN-3'], field: 'password' })
    }

    const right = await adams.put('/api/session/pin', { ...wrong, password: 'demonstration' })

    expect(right.status).toBe(429)
    expect(await ward.services.accounts.pinFits('rn.adams', '402913')).toBe(false)
  })
})

test.each([
  ['000000', 'It repeats the same digits.'],
  ['121212', 'It repeats the same digits.'],
  ['123123', 'It repeats the same digits.'],
  ['123456', 'Its digits follow each other.'],
  ['567890', 'Its digits follow each other.'],
  ['654321', 'Its digits follow each other.'],
  ['090351', 'It reads as a date.'],
  ['510309', 'It reads as a date.'],
  ['402913', null],
  ['135790', null],
])('SIGN-3: the PIN %s: %s', async (pin, weakness) => {
  expect(weakPin(pin)).toBe(weakness)
  const adams = await (await startWard()).signIn('rn.adams')
  const reply = await adams.put('/api/session/pin', { password: 'demonstration', pin })
  expect(reply.status).toBe(weakness === null ? 204 : 422)
  if (weakness !== null) {
    expect(reply.body).toMatchObject({ detail: weakness, rules: ['SIGN-3'], field: 'pin' })
  }
})

test.each([
  ['rn.adams is the best', 'It has the user id in it.'],
  ['aaaabbbbcccc', 'It is made of few different characters.'],
  ['demonstration', 'It is the present password.'],
])('a password of one’s own is not “%s”', async (newPassword, detail) => {
  const adams = await (await startWard()).signIn('rn.adams')
  const reply = await adams.put('/api/session/password', { password: 'demonstration', newPassword })
  expect(reply.status).toBe(422)
  expect(reply.body).toMatchObject({ detail, field: 'newPassword' })
})

test('nobody’s secrets are set without a session', async () => {
  const { stranger } = await startWard()
  const pin = { password: 'demonstration', pin: '402913' }
  expect((await stranger.put('/api/session/pin', pin)).status).toBe(401)
})
