import { describe, expect, test } from 'vitest'
import { at, runningVte } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { type SharedTablet, sharedTablet } from './support/sharedTablet.ts'
import { startWard } from './support/ward.ts'

const IN_TIME = '2027-03-10T04:50:03Z'
const LEAVES = '2027-03-10T05:00:00Z'
const TOO_LATE = '2027-03-10T05:00:01Z'
const SENT = '2027-03-10T05:30:00Z'

/** How somebody leaves a tablet. */
const ways: readonly [string, (tablet: SharedTablet) => Promise<unknown>][] = [
  ['signed out', (tablet) => tablet.delete('/api/session')],
  ['signed out everywhere', (tablet) => tablet.delete('/api/sessions')],
  ['gave it to another person, who signed in', (tablet) => tablet.signIn('rn.baker')],
]

/** A tablet of the ward that rn.cole has left in one of these ways, half an hour ago. */
async function leftBy(leave: (tablet: SharedTablet) => Promise<unknown>, options = {}) {
  const ward = await startWard(options)
  const { chart } = await runningVte(ward)
  const tablet = sharedTablet(ward)
  await tablet.signIn('rn.cole')
  at(ward, LEAVES)
  await leave(tablet)
  at(ward, SENT)
  const bring = (command: object) =>
    tablet.post(`/api/charts/${chart.id}/captured`, { author: 'rn.cole', command, seenSeq: 9 })
  return { ward, chart, tablet, bring }
}

const sampleAt = (happenedAt: string) => ({
  commandId: newId(),
  expectedVersion: 8,
  kind: 'recordCollection',
  site: 'away-from-heparin',
  happenedAt,
})
const stopAt = (happenedAt: string) => ({
  commandId: newId(),
  expectedVersion: 8,
  kind: 'ceaseInfusion',
  reason: 'suspected-major-bleed',
  happenedAt,
})

describe.each(ways)('SIGN-7: whoever %s', (_, leave) => {
  test('is the author of what happened before it, however late it comes', async () => {
    const { bring } = await leftBy(leave)
    const sample = await bring(sampleAt(IN_TIME))
    expect(sample).toMatchObject({ status: 201, body: { entry: { by: { userId: 'rn.cole' } } } })
    const stop = await bring(stopAt(LEAVES))
    expect(stop).toMatchObject({ status: 201, body: { entry: { by: { userId: 'rn.cole' } } } })
  })

  test('is not the author of what happened after it: a person looks at a sample', async () => {
    const { bring } = await leftBy(leave)
    expect(await bring(sampleAt(TOO_LATE))).toMatchObject({
      status: 403,
      body: { type: '/problems/author-not-of-tablet', rules: ['SIGN-7'] },
    })
  })

  test('SIGN-5, H23: is not the author of a stop after it, which is taken and is nobody’s', async () => {
    const { bring } = await leftBy(leave)
    const command = stopAt(TOO_LATE)
    const replies = [await bring(command), await bring(command)]
    expect(replies.map(({ status }) => status)).toEqual([201, 201])
    expect(replies[0]?.body.entry).toMatchObject({ by: null, identity: 'unconfirmed' })
    expect(replies[1]?.body.entry.seq).toBe(replies[0]?.body.entry.seq)
  })
})

test('SIGN-7: whoever has come back is an author again', async () => {
  const signedInAgain = await leftBy(async (tablet) => {
    await tablet.delete('/api/session')
    await tablet.signIn('rn.cole')
  })
  expect((await signedInAgain.bring(sampleAt(TOO_LATE))).status).toBe(201)
  const switchedBack = await leftBy(async (tablet) => {
    await tablet.signIn('rn.baker')
    await tablet.switchTo('rn.cole')
  })
  expect((await switchedBack.bring(sampleAt(TOO_LATE))).status).toBe(201)
})

test('SIGN-7: leaving a second time moves nothing that happened between', async () => {
  const { ward, bring } = await leftBy((tablet) => tablet.signIn('rn.baker'))
  await ward.services.sessions.endAllOf('rn.cole')
  expect((await bring(sampleAt(TOO_LATE))).status).toBe(403)
})

test('SIGN-5: a stop after the shift of the last sign-in is nobody’s', async () => {
  const { ward, bring } = await leftBy(async () => {})
  const before = await bring(stopAt(IN_TIME))
  expect(before.body.entry.by).toMatchObject({ userId: 'rn.cole' })
  at(ward, '2027-03-11T05:30:00Z')
  const hours = 24 * 3_600_000
  ward.realTime.moveTo((ward.realTime.now() + hours) as ReturnType<typeof ward.realTime.now>)
  const after = await bring(stopAt('2027-03-11T05:00:00Z'))
  expect(after).toMatchObject({ status: 201, body: { entry: { by: null } } })
})

describe.each(databases)('CHART-10, SIGN-7 on $name', ({ open }) => {
  test('a sample after its author had left goes on the record in the name of who looked at it', async () => {
    const { chart, tablet } = await leftBy((each) => each.signIn('rn.baker'), {
      database: await open(),
    })
    const relayed = `/api/charts/${chart.id}/relayed`
    const relay = (happenedAt: string, seenSeq: number) =>
      tablet.post(relayed, { author: 'rn.cole', command: sampleAt(happenedAt), seenSeq })
    const theirs = await relay(IN_TIME, 9)
    expect(theirs.body.entry).toMatchObject({ by: { userId: 'rn.cole' } })
    const late = await relay(TOO_LATE, 10)
    expect(late.body.entry).toMatchObject({
      by: { userId: 'rn.baker' },
      captured: { relayedBy: { userId: 'rn.baker' } },
    })
  })
})
