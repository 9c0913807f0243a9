import { describe, expect, test } from 'vitest'
import { baselineValues } from '../chart/support/wards.ts'
import { openChart, opening, runningVte } from './support/course.ts'
import { newId } from './support/databases.ts'
import { startWard } from './support/ward.ts'

describe('what the server does not take', () => {
  test('a content type other than JSON is 415', async () => {
    const { stranger } = await startWard()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const reply = await stranger.post('/api/session', '{}', { 'content-type': type })
      expect(reply.status).toBe(415)
      expect(reply.headers['content-type']).toContain('application/problem+json')
    }
  })

  test('a body over 64 kB is 413, one just below is read', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const command = JSON.stringify(opening({ happenedAt: '2027-03-10T00:00:00Z' }))

    const large = await adams.post('/api/charts', command.padEnd(65_537, ' '))
    const fits = await adams.post('/api/charts', command.padEnd(65_536, ' '))

    expect(large.status).toBe(413)
    expect(fits.status).toBe(201)
  })

  test('a foreign Origin is 403; the own one and none are taken', async () => {
    const { app, stranger } = await startWard()
    const health = (origin: string) =>
      app.inject({ url: '/api/health', headers: { host: 'ward.example:8080', origin } })

    expect((await health('https://evil.example')).statusCode).toBe(403)
    expect((await health('http://ward.example:9090')).statusCode).toBe(403)
    expect((await health('null')).statusCode).toBe(403)
    expect((await health('http://ward.example:8080')).statusCode).toBe(200)
    expect((await stranger.get('/api/health')).status).toBe(200)
  })

  test('JSON that is none, an empty body and a list are 400', async () => {
    const { stranger } = await startWard()
    for (const body of ['{"userId":', '', '[]', 'null']) {
      const reply = await stranger.post('/api/session', body)
      expect(reply.status).toBe(400)
      expect(reply.body.errors.length).toBeGreaterThan(0)
    }
  })

  test('a key that would change what objects are is refused', async () => {
    const { stranger } = await startWard()
    const reply = await stranger.post('/api/session', '{"__proto__":{"role":"MO"},"userId":"x"}')
    expect(reply.status).toBe(400)
  })
})

describe('what a malformed command is told', () => {
  const cases: [string, object, { field: string; detail: string }][] = [
    [
      'an unknown field',
      { text: 'x', colour: 'red' },
      { field: 'colour', detail: 'There is no such field here. Leave it out.' },
    ],
    ['a missing field', {}, { field: 'text', detail: 'Missing. Give text.' }],
    ['a wrong type', { text: 5 }, { field: 'text', detail: 'Give text.' }],
    ['an empty text', { text: '  ' }, { field: 'text', detail: 'Write something here.' }],
    [
      'too long a text',
      { text: 'x'.repeat(65_001) },
      { field: 'text', detail: 'Give at most 65000 characters.' },
    ],
    [
      'no UUID',
      { text: 'x', commandId: '7' },
      { field: 'commandId', detail: 'Give a UUID such as 6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01.' },
    ],
    [
      'a local time',
      { text: 'x', happenedAt: '2027-03-10T04:50:00+11:00' },
      { field: 'happenedAt', detail: 'Give an instant in UTC, such as 2027-04-03T13:30:00Z.' },
    ],
    [
      'no version',
      { text: 'x', expectedVersion: undefined },
      { field: 'expectedVersion', detail: 'Missing. Give a number.' },
    ],
    [
      'a broken version',
      { text: 'x', expectedVersion: 1.5 },
      { field: 'expectedVersion', detail: 'Give a whole number.' },
    ],
    [
      'an unknown kind',
      { text: 'x', kind: 'runAway' },
      { field: 'kind', detail: 'Give one of the values that the contract lists.' },
    ],
  ]
  test.each(cases)('%s', async (_, fields, error) => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)

    const reply = await chart.send(adams, 'writeNote', fields)

    expect(reply.status).toBe(400)
    expect(reply.body).toMatchObject({ type: '/problems/malformed', status: 400 })
    expect(reply.body.errors).toContainEqual(error)
    expect(await chart.view()).toMatchObject({ seq: 1 })
  })

  test('the closest form of a sample is the one that is corrected', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const chart = await openChart(adams)

    const reply = await chart.send(adams, 'recordResult', {
      text: '98.0',
      sample: { collectedAt: 'noon', site: 'away-from-heparin' },
    })

    expect(reply.body.errors).toEqual([
      {
        field: 'sample.collectedAt',
        detail: 'Give an instant in UTC, such as 2027-04-03T13:30:00Z.',
      },
    ])
  })

  test('a nested field is named with its place in the list', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')

    const reply = await adams.post('/api/charts', opening({ allergies: [{ to: 'penicillin' }] }))

    expect(reply.body.errors).toEqual([
      { field: 'allergies.0.reaction', detail: 'Missing. Give text.' },
    ])
  })

  test('no error repeats what was sent', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')

    const reply = await adams.post(
      '/api/charts',
      opening({ patient: { surname: 'Secretname', sex: 5 }, diagnosis: 'Secretillness' }),
    )

    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).not.toContain('Secret')
  })
})

describe('what does not exist', () => {
  test('an unknown chart and a chart of another ward answer the same, wherever they are asked for', async () => {
    const ward = await startWard()
    const { chart } = await runningVte(ward)
    const ivers = await ward.signIn('rn.ivers')
    const command = {
      commandId: newId(),
      expectedVersion: 0,
      kind: 'ceaseInfusion',
      reason: 'head-injury',
      happenedAt: '2027-03-10T04:50:00Z',
    }
    const check = { commandId: newId(), actSeq: 4, userId: 'rn.ivers' }

    const ask = async (id: string) => [
      await ivers.get(`/api/charts/${id}`),
      await ivers.get(`/api/charts/${id}/entries`),
      await ivers.get(`/api/charts/${id}/commands/${id}`),
      await ivers.post(`/api/charts/${id}/commands`, command),
      await ivers.post(`/api/charts/${id}/checks`, check),
    ]
    const others = await ask(chart.id)
    const unknown = await ask(newId())

    expect(others.map((reply) => reply.status)).toEqual([404, 404, 404, 404, 404])
    expect(others.map((reply) => reply.body)).toEqual(unknown.map((reply) => reply.body))
    expect(await chart.view()).toMatchObject({ seq: 9 })
  })

  test('an unknown ward and another ward answer the same', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    const ask = async (wardId: string) => [
      await adams.get(`/api/wards/${wardId}/board`),
      await adams.get(`/api/wards/${wardId}/people`),
      await adams.get(`/api/wards/${wardId}/stream`),
      await adams.post('/api/charts', opening({ wardId })),
    ]
    const others = await ask('ccu')
    const unknown = await ask('9-east')

    expect(others.map((reply) => reply.status)).toEqual([404, 404, 404, 404])
    expect(others.map((reply) => reply.body)).toEqual(unknown.map((reply) => reply.body))
  })

  test('an address that the contract does not have is a problem, not a page', async () => {
    const { stranger } = await startWard()
    const reply = await stranger.get('/api/nothing')
    expect(reply.status).toBe(404)
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })
})

describe('reading', () => {
  test('entries after a seq, with the version', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)

    const { body } = await adams.get(`/api/charts/${chart.id}/entries?after=7`)

    expect(body.version).toBe(8)
    expect(body.entries.map((entry: { seq: number }) => entry.seq)).toEqual([8, 9])
    expect((await adams.get(`/api/charts/${chart.id}/entries?after=-1`)).status).toBe(400)
    expect((await adams.get(`/api/charts/${chart.id}/entries?before=1`)).status).toBe(400)
  })

  test('the board has the most urgent chart first, each with its first due item', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    const collectedAt = '2027-03-09T21:00:00Z'
    await chart.done(adams, 'recordBloods', { collectedAt, ...baselineValues })
    const sample = { collectedAt, site: 'away-from-heparin' }
    await chart.done(adams, 'recordResult', { text: '29.0', sample })
    await openChart(adams, {
      bed: '3',
      patient: { ...opening().patient, mrn: '9000018', surname: 'Singh', given: 'Priya' },
    })

    const { body } = await adams.get('/api/wards/7-west/board')

    expect(body.now).toBe('2027-03-10T04:50:03Z')
    expect(body.charts).toHaveLength(2)
    expect(body.charts[0]).toMatchObject({
      chartId: chart.id,
      bed: '12',
      patient: { surname: 'Nguyen' },
      infusion: { status: 'running', rateMlPerHour: 14, suspended: [], stop: null },
      next: { kind: 'titration', status: 'due', owner: 'nurse' },
    })
    expect(body.charts[1].patient.surname).toBe('Singh')
  })

  test('the chart view has every field of the contract', async () => {
    const ward = await startWard()
    const { chart } = await runningVte(ward)

    const view = await chart.view()

    expect(view).toMatchObject({
      chartId: chart.id,
      seq: 9,
      version: 8,
      open: true,
      now: '2027-03-10T04:50:03Z',
      patient: { mrn: '9000017' },
      wardId: '7-west',
      bed: '12',
      weight: { kg: 78, method: 'measured' },
      protocol: { id: 'vte', version: '402.3' },
      restrictions: [],
      infusion: {
        status: 'running',
        suspended: [],
        rateMlPerHour: 14,
        since: '2027-03-09T22:00:00Z',
        stop: null,
      },
      pending: null,
      owed: [],
      therapeuticRun: 0,
      results: [
        {
          seq: 9,
          text: '98.0',
          collectedAt: '2027-03-10T04:00:00Z',
          use: 'usable',
          advice: { kind: 'change', newRateMlPerHour: 12 },
        },
      ],
    })
  })

  test('SIGN-2: the people who may sign second on a ward', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')

    const { body } = await adams.get('/api/wards/7-west/people')

    expect(body.people.map((person: { userId: string }) => person.userId).sort()).toEqual([
      'amo.haddad',
      'en.evans',
      'mo.chen',
      'mo.okafor',
      'pharm.gray',
      'reg.silva',
      'rn.adams',
      'rn.baker',
    ])
  })

  test('nothing of the API is kept in a cache', async () => {
    const ward = await startWard()
    const adams = await ward.signIn('rn.adams')
    expect((await adams.get('/api/wards/7-west/board')).headers['cache-control']).toBe('no-store')
    expect((await adams.get('/api/nothing')).status).toBe(404)
  })
})
