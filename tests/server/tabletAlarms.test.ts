import { expect, test, vi } from 'vitest'
import { at, runningVte } from './support/course.ts'
import { sharedTablet } from './support/sharedTablet.ts'
import { startWard } from './support/ward.ts'

const PATH = '/api/tablet/alarms'
const NAMES = /nguyen|alex|9000017|1951|98\.0|\b14\b/i

/** A chart on 7-west whose APTT waits to be acted on, and a tablet of the ward that its nurse has locked. */
async function stand(userId = 'rn.baker') {
  const ward = await startWard()
  const { chart, adams } = await runningVte(ward)
  const tablet = sharedTablet(ward)
  await tablet.signIn(userId)
  await tablet.put('/api/session/lock', undefined)
  return { ward, chart, adams, tablet }
}

/** A name, a number of a patient or a figure of a dose in what a tablet is told. */
const leaksOf = (body: object) => JSON.stringify({ ...body, now: '' }).match(NAMES)

test('TIME-8, H9, H57: a locked tablet is told bed, task and time of what alarms on its ward, and nothing of who', async () => {
  const { chart, tablet } = await stand()
  expect((await tablet.get('/api/wards/7-west/board')).status).toBe(401)
  const { status, body } = await tablet.get(`${PATH}?wardId=7-west`)
  expect(status).toBe(200)
  const { alarms, ...rest } = body
  expect(rest).toEqual({
    now: '2027-03-10T04:50:03Z',
    timeZone: 'Australia/Sydney',
    known: true,
    damaged: 0,
  })
  const titration = {
    chartId: chart.id,
    ward: '7 West',
    bed: '12',
    kind: 'titration',
    about: null,
    stopAdvised: false,
    owner: 'nurse',
    dueAt: '2027-03-10T04:45:00Z',
    overdueAt: '2027-03-10T05:15:00Z',
    seq: 9,
  }
  expect(alarms).toContainEqual(titration)
  for (const alarm of alarms) {
    expect(Object.keys(alarm).sort()).toEqual(Object.keys(titration).sort())
  }
  expect(leaksOf(body)).toBeNull()
  expect(leaksOf({ bed: 12, patient: { surname: 'Nguyen' } })).not.toBeNull()
})

test('TIME-3, H9: a restart that falls due is told to a locked tablet, and to one whose session has ended', async () => {
  const { ward, chart, adams, tablet } = await stand()
  const pin = { signature: { pin: '204811' } }
  await chart.done(adams, 'recordResult', { text: '118.4', sample: { collectionSeq: 8 } })
  await chart.done(adams, 'stopInfusion', { reason: 'nomogram', resultSeq: 10, ...pin })
  at(ward, '2027-03-10T06:19:00Z')
  const kinds = async () => {
    const { body } = await tablet.get(PATH)
    return body.alarms.map(({ kind }: { kind: string }) => kind)
  }
  expect(await kinds()).not.toContain('restart')
  at(ward, '2027-03-10T06:20:30Z')
  expect(await kinds()).toContain('restart')
  await tablet.delete('/api/session')
  expect(await kinds()).toContain('restart')
})

test('H57: a tablet that the ward does not know is told nothing; another ward answers as none does, and is not read', async () => {
  const { ward, tablet } = await stand('rn.ivers')
  const reading = vi.spyOn(ward.services.store, 'openCharts')
  const [there, nowhere] = [
    await tablet.get(`${PATH}?wardId=7-west`),
    await tablet.get(`${PATH}?wardId=9-west`),
  ]
  expect([there.status, nowhere.status]).toEqual([404, 404])
  expect(there.body).toEqual(nowhere.body)
  const unknown = await ward.stranger.get(`${PATH}?wardId=7-west`)
  expect(unknown.body).toMatchObject({ known: false, alarms: [] })
  expect(reading).not.toHaveBeenCalled()
  expect((await tablet.get(PATH)).body).toMatchObject({ known: true, alarms: [] })
  expect(reading).toHaveBeenCalledTimes(1)
  expect((await tablet.get(`${PATH}?chartId=1`)).status).toBe(400)
})

test('a chart that no longer proves itself is counted, and nothing is told of it', async () => {
  const { ward, tablet } = await stand()
  const { store } = ward.services
  const record = store.record.bind(store)
  vi.spyOn(store, 'record').mockImplementation(async (chartId) => {
    const found = await record(chartId)
    return found && { ...found, intact: false }
  })
  expect((await tablet.get(PATH)).body).toMatchObject({ alarms: [], damaged: 1 })
})
