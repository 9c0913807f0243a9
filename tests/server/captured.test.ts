import { describe, expect, test } from 'vitest'
import { instantOf } from '../../src/time.ts'
import { at, runningVte } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { type SharedTablet, sharedTablet } from './support/sharedTablet.ts'
import { pinOf, startWard } from './support/ward.ts'

const NOW = '2027-03-10T04:50:03Z'

/** A tablet of the ward on which somebody has signed in, and a chart that runs. */
async function stand(userId = 'rn.cole', options = {}) {
  const ward = await startWard(options)
  const { chart, adams } = await runningVte(ward)
  const tablet = sharedTablet(ward)
  if (userId !== '') await tablet.signIn(userId)
  return { ward, chart, adams, tablet, path: `/api/charts/${chart.id}/captured` }
}

function stop(more: object = {}) {
  return {
    commandId: newId(),
    expectedVersion: 0,
    kind: 'ceaseInfusion',
    reason: 'suspected-major-bleed',
    happenedAt: NOW,
    ...more,
  }
}
function sample(more: object = {}) {
  return {
    commandId: newId(),
    expectedVersion: 8,
    kind: 'recordCollection',
    site: 'away-from-heparin',
    happenedAt: NOW,
    ...more,
  }
}

async function entriesOf(tablet: { get: SharedTablet['get'] }, chartId: string) {
  return (await tablet.get(`/api/charts/${chartId}/entries?after=0`)).body.entries
}

describe.each(databases)('SIGN-5 on $name', ({ open }) => {
  test('a stop with nobody signed in is on the record of nobody, once, and both signatures are owed', async () => {
    const { chart, adams, tablet, path } = await stand('rn.cole', { database: await open() })
    await tablet.delete('/api/session')
    const command = stop()
    const body = { author: null, command }
    const replies = [await tablet.post(path, body), await tablet.post(path, body)]
    expect(replies.map(({ status }) => status)).toEqual([201, 201])
    const [first] = replies
    expect(first?.body.entry).toMatchObject({ by: null, identity: 'unconfirmed' })
    const view = await chart.view()
    expect(view.infusion.status).toBe('ceased')
    expect(view.due.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['signature', 'second-check']),
    )
    const ofIt = (await entriesOf(adams, chart.id)).filter(
      (entry: { commandId: string }) => entry.commandId === command.commandId,
    )
    expect(ofIt).toHaveLength(1)
  })
})

test('SIGN-5: one stop sent first in the session, its reply lost, and then by the tablet is one entry', async () => {
  const { chart, tablet, path } = await stand()
  const command = stop()
  const commands = `/api/charts/${chart.id}/commands`
  const inSession = await tablet.post(commands, { ...command, signature: { pin: '665019' } })
  const again = await tablet.post(path, { author: 'rn.cole', command })
  expect([inSession.status, again.status]).toEqual([201, 201])
  expect(again.body.entry.seq).toBe(inSession.body.entry.seq)
  const turned = stop()
  expect((await tablet.post(path, { author: 'rn.cole', command: turned })).status).toBe(201)
  const reply = await tablet.post(commands, { ...turned, signature: { pin: '665019' } })
  expect(reply.status).toBe(201)
})

test('SIGN-5: a stop keeps an author whose account has ended, and one who never was on the tablet is nobody', async () => {
  const { ward, tablet, path } = await stand()
  await ward.services.accounts.end('rn.cole', 'admin.hall')
  const ended = await tablet.post(path, { author: 'rn.cole', command: stop() })
  expect(ended.body.entry.by).toMatchObject({ userId: 'rn.cole' })
  const forged = await tablet.post(path, { author: 'mo.okafor', command: stop() })
  expect(forged.body.entry.by).toBeNull()
})

test('SIGN-5, H23: a stop follows its patient to another ward; a chart of another ward is the 404 of none', async () => {
  const { chart, adams, tablet, path } = await stand()
  await chart.done(adams, 'transferWard', { wardId: 'ccu', bed: '3' })
  const before = stop({ happenedAt: '2027-03-10T04:40:00Z' })
  expect((await tablet.post(path, { author: null, command: before })).status).toBe(201)
  const elsewhere = await stand('rn.ivers')
  const others = [
    await elsewhere.tablet.post(elsewhere.path, { author: null, command: stop() }),
    await elsewhere.tablet.post(elsewhere.path, { author: 'rn.ivers', command: stop() }),
    await elsewhere.tablet.post(`/api/charts/${newId()}/captured`, {
      author: null,
      command: stop(),
    }),
  ]
  expect(others.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(new Set(others.map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

test('a tablet that the ward does not know brings nothing and is shown nobody', async () => {
  const { ward, tablet, path } = await stand('')
  tablet.plant('tablet', 'somebody-elses')
  const reply = await tablet.post(path, { author: null, command: stop() })
  expect(reply).toMatchObject({ status: 401, body: { type: '/problems/unknown-tablet' } })
  const list = await tablet.get('/api/tablet/charts')
  expect(list.body).toEqual({ now: NOW, known: false, charts: [] })
  expect((await ward.stranger.get('/api/tablet/charts')).body.known).toBe(false)
})

test('CHART-10, SIGN-3: nothing that authorises a dose is captured, and no fact without its author', async () => {
  const { tablet, path } = await stand()
  const refused = [
    { author: 'rn.cole', command: { ...sample(), kind: 'writeNote', text: 'x', site: undefined } },
    { author: 'rn.cole', command: withdrawal() },
    { author: null, command: sample() },
  ]
  for (const body of refused) {
    const reply = await tablet.post(path, body)
    expect(reply).toMatchObject({ status: 403, body: { type: '/problems/not-to-be-kept' } })
  }
})

function withdrawal() {
  return {
    commandId: newId(),
    expectedVersion: 8,
    kind: 'withdraw',
    actSeq: 4,
    happenedAt: NOW,
  }
}

test('SIGN-7: a fact is taken from who was on shift on the tablet when it happened, and from nobody else', async () => {
  const { ward, tablet, path } = await stand()
  const reply = await tablet.post(path, { author: 'rn.adams', command: sample(), seenSeq: 9 })
  expect(reply).toMatchObject({ status: 403, body: { type: '/problems/author-not-of-tablet' } })
  ward.realTime.moveTo(instantOf('2026-11-21T22:00:00Z'))
  at(ward, '2027-03-10T17:50:03Z')
  const tooLate = sample({ happenedAt: '2027-03-10T17:40:00Z' })
  expect((await tablet.post(path, { author: 'rn.cole', command: tooLate })).status).toBe(403)
  const inTime = await tablet.post(path, { author: 'rn.cole', command: sample(), seenSeq: 9 })
  expect(inTime).toMatchObject({
    status: 201,
    body: { entry: { by: { userId: 'rn.cole' }, lateReason: expect.stringMatching(/Kept on/) } },
  })
})

test('SIGN-1, BLEED-0: a fact is taken from nobody who has no right to the chart, though the tablet has; their stop is', async () => {
  const { chart, tablet, path } = await stand()
  await tablet.delete('/api/session')
  await tablet.signIn('rn.ivers')
  expect((await tablet.get(`/api/charts/${chart.id}`)).status).toBe(404)
  const observed = {
    ...{ commandId: newId(), expectedVersion: 8, happenedAt: NOW },
    ...{ kind: 'recordObservation', bleeding: 'major-suspected', sites: [] },
  }
  const kept = { author: 'rn.ivers', seenSeq: 9, command: observed }
  expect((await tablet.post(path, kept)).status).toBe(404)
  expect((await chart.view()).infusion.suspended).toEqual([])
  expect((await tablet.post(path, { author: 'rn.ivers', command: stop() })).status).toBe(201)
})

test('SIGN-1: an administrator puts no kept fact on a chart', async () => {
  const { chart, adams, tablet } = await stand()
  await chart.done(adams, 'writeNote', { text: 'News' })
  await tablet.delete('/api/session')
  await tablet.signIn('admin.hall')
  const kept = { author: 'rn.cole', seenSeq: 10, command: sample() }
  const reply = await tablet.post(`/api/charts/${chart.id}/relayed`, kept)
  expect(reply).toMatchObject({
    status: 403,
    body: { type: expect.stringContaining('not-clinical') },
  })
  expect((await entriesOf(adams, chart.id)).at(-1).kind).toBe('noteWritten')
})

test('CHART-10, H35: a kept sample that meets a newer chart is told what is new, and goes on the record when a person has looked', async () => {
  const { chart, adams, tablet, path } = await stand()
  await chart.done(adams, 'writeNote', { text: 'Family told' })
  const command = sample()
  const met = await tablet.post(path, { author: 'rn.cole', command, seenSeq: 9 })
  expect(met).toMatchObject({
    status: 409,
    body: { version: 8, entries: [{ kind: 'noteWritten' }] },
  })
  const relay = { author: 'rn.cole', command, seenSeq: 10 }
  const relayed = `/api/charts/${chart.id}/relayed`
  const noSession = sharedTablet(await startWard())
  expect((await noSession.post(relayed, relay)).status).toBe(401)
  await tablet.signIn('rn.baker')
  const reply = await tablet.post(relayed, relay)
  expect(reply).toMatchObject({
    status: 201,
    body: {
      entry: { by: { userId: 'rn.cole' }, captured: { relayedBy: { userId: 'rn.baker' } } },
    },
  })
})

test('SIGN-5: the list of a stop without a session says who and where of what may run, and no figure', async () => {
  const { chart, adams, tablet } = await stand()
  await tablet.delete('/api/session')
  const { body } = await tablet.get('/api/tablet/charts')
  expect(body).toEqual({
    now: NOW,
    known: true,
    charts: [
      {
        chartId: chart.id,
        wardId: '7-west',
        bed: '12',
        patient: { surname: 'Nguyen', given: 'Alex', dateOfBirth: '1951-03-09', mrn: '9000017' },
        seq: 9,
        version: 8,
      },
    ],
  })
  await chart.done(adams, 'ceaseInfusion', { reason: 'treatment-complete' })
  expect((await tablet.get('/api/tablet/charts')).body.charts).toEqual([])
})

test('SIGN-5, H23, CHART-1: a chart whose pump has to be read is on that list, also where it says that nothing runs', async () => {
  const { ward, chart, tablet } = await stand()
  const chen = await ward.signIn('mo.chen')
  const start = (await entriesOf(chen, chart.id)).find(
    ({ kind }: { kind: string }) => kind === 'infusionStarted',
  )
  const signature = { pin: pinOf('mo.chen') }
  await chart.done(chen, 'strikeOut', { struckSeq: start.seq, reason: 'Wrong line', signature })
  const { infusion } = await chart.view()
  expect(infusion).toMatchObject({ status: 'not-started', rateUnconfirmed: true })
  await tablet.delete('/api/session')
  const { body } = await tablet.get('/api/tablet/charts')
  expect(body.charts).toMatchObject([{ chartId: chart.id }])
})

test('SIGN-5: from another site’s page nothing is captured', async () => {
  const { tablet, path } = await stand()
  const headers = { origin: 'https://elsewhere.example' }
  const reply = await tablet.post(path, { author: null, command: stop() }, headers)
  expect(reply.status).toBe(403)
})
