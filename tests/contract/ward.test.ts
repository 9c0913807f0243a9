import { expect, test } from 'vitest'
import {
  type Outside,
  openChart,
  outside,
  prescribed,
  resulted,
  started,
  t,
} from './support/tablet.ts'

interface Event {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server sent and asserts on it
  readonly data: any
}

/** Reads a ward's stream as a browser does: frames end at a blank line. */
async function stream(ward: Outside, user: string, wardId: string) {
  const leave = new AbortController()
  const response = await fetch(`${ward.base}/api/wards/${wardId}/stream`, {
    headers: { cookie: await ward.cookieOf(user) },
    signal: leave.signal,
  })
  const frames = framesOf(response)
  async function next(name: string): Promise<Event> {
    for (;;) {
      const { value, done } = await frames.next()
      if (done) throw new Error('the stream ended')
      if (value.name === name) return value
    }
  }
  return { response, next, leave: () => leave.abort() }
}

async function* framesOf(response: Response): AsyncGenerator<Event, undefined> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const frames = text.split('\n\n')
    text = frames.pop() ?? ''
    for (const frame of frames) yield framed(frame)
  }
  return undefined
}

function framed(frame: string): Event {
  const field = (name: string) =>
    frame
      .split('\n')
      .filter((line) => line.startsWith(`${name}: `))
      .map((line) => line.slice(name.length + 2))
      .join('\n')
  return { name: field('event'), data: JSON.parse(field('data')) }
}

test('the stream: first where every open chart stands, then each entry, and a beat when the clock is put', async () => {
  const ward = await outside()
  const chart = await openChart(ward)
  const events = await stream(ward, 'rn.baker', '7-west')
  expect(events.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect((await events.next('ward')).data).toEqual({
    now: t(0),
    charts: [{ chartId: chart.id, seq: 1 }],
  })
  const entry = await chart.done('rn.adams', 'writeNote', { text: 'A note' })
  expect((await events.next('entry')).data).toEqual({ chartId: chart.id, entry })
  await ward.clock(7)
  expect((await events.next('beat')).data).toEqual({ now: t(7) })
  const other = await openChart(ward)
  expect((await events.next('entry')).data).toMatchObject({
    chartId: other.id,
    entry: { kind: 'chartOpened', seq: 1 },
  })
  events.leave()
})

test('SIGN-4: a mismatch is told on the stream as the entry it is, a refusal is not', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, '98.0')
  const events = await stream(ward, 'rn.baker', '7-west')
  await events.next('ward')
  await chart.send('rn.adams', 'changeRate', { resultSeq: body.entry.seq, newRateMlPerHour: 13 })
  const act = await chart.done('rn.adams', 'changeRate', {
    resultSeq: body.entry.seq,
    newRateMlPerHour: 12,
  })
  expect((await events.next('entry')).data.entry.seq).toBe(act.seq)
  await chart.check('rn.baker', act.seq, { checkedResultText: '98', checkedRateMlPerHour: 13 })
  expect((await events.next('entry')).data.entry.kind).toBe('secondCheckMismatched')
  events.leave()
})

test('a stream carries its own ward only', async () => {
  const ward = await outside()
  const events = await stream(ward, 'rn.ivers', 'ccu')
  expect((await events.next('ward')).data.charts).toEqual([])
  await openChart(ward)
  await ward.clock(1)
  expect((await events.next('beat')).data).toEqual({ now: t(1) })
  events.leave()
})

test('TIME-1: the board: most urgent first, with its first due item as next', async () => {
  const ward = await outside()
  const early = await started(ward)
  const idle = await prescribed(ward)
  await ward.clock(100)
  const later = await prescribed(ward)
  await later.twice(
    'startInfusion',
    { rateMlPerHour: 14, bag: { units: 25_000, volumeMl: 250 } },
    { checkedRateMlPerHour: 14, pumpReadBackMlPerHour: 14 },
  )
  await ward.clock(370)
  const held = await started(ward)
  const top = await resulted(ward, held, 740, '130.0')
  expect(top.body.advice.kind).toBe('stop')
  const { status, body } = await ward.call('rn.adams', 'GET', '/api/wards/7-west/board')
  expect(status).toBe(200)
  expect(body.now).toBe(t(780))
  expect(body.charts.map((line: { chartId: string }) => line.chartId)).toEqual([
    held.id,
    early.id,
    later.id,
    idle.id,
  ])
  const lines = body.charts as { chartId: string; next: unknown; infusion: unknown; bed: string }[]
  for (const line of lines) {
    const chart = await ward.call('rn.adams', 'GET', `/api/charts/${line.chartId}`)
    expect(line.next).toEqual(chart.body.due[0] ?? null)
    expect(line.infusion).toEqual(chart.body.infusion)
    expect(line.bed).toBe('12')
    expect(line).toMatchObject({ patient: { surname: 'Nguyen' } })
  }
})

test('TIME-8, HIT-1: with no platelet count anywhere the board keeps the order of what is due at the pumps', async () => {
  const ward = await outside()
  const overdue = await started(ward)
  const stopped = await started(ward)
  await ward.clock(20)
  const due = await started(ward)
  await ward.clock(60)
  const soon = await started(ward)
  const { body } = await resulted(ward, stopped, 200, '150.0')
  await stopped.done('rn.adams', 'stopInfusion', {
    reason: 'nomogram',
    resultSeq: body.entry.seq,
  })
  await ward.clock(300)
  const pending = await started(ward)
  await ward.clock(395)
  const order = await pending.done('amo.haddad', 'orderRate', {
    resultSeq: null,
    rateMlPerHour: 13,
    reason: 'Less',
    deviation: { reason: 'Oozing', instructions: 'Watch the wound' },
  })
  await pending.done('rn.adams', 'changeRate', { orderSeq: order.seq, newRateMlPerHour: 13 })
  const board = await ward.call('rn.adams', 'GET', '/api/wards/7-west/board')
  expect(board.body.charts.map((line: { chartId: string }) => line.chartId)).toEqual(
    [stopped, overdue, pending, due, soon].map(({ id }) => id),
  )
})
