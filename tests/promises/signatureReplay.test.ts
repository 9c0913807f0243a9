import { expect, test } from 'vitest'
import {
  at,
  firstSignature,
  openChart,
  runningVte,
  secondSignature,
  vtePrescription,
} from '../server/support/course.ts'
import { newId } from '../server/support/databases.ts'
import { type Device, pinOf, type Reply, startWard, type TestWard } from '../server/support/ward.ts'
import { measured } from './support/experiment.ts'

type Body = Readonly<Record<string, unknown>>

/** A patient whose chart stands exactly where the first one's does, and who is another person. */
const TWIN = {
  mrn: '9000018',
  surname: 'Nguyen',
  given: 'Alex',
  dateOfBirth: '1951-03-09',
  sex: 'female',
}

/** Every request that differs from a captured one in one field, at the top or in what was shown and signed. */
function alteredIn(body: Body): { field: string; body: Body }[] {
  const other = (value: unknown): unknown => {
    if (typeof value === 'number') return value + 1
    if (typeof value === 'string')
      return /^\d{4}-\d{2}-\d{2}T/.test(value) ? '2027-03-10T04:49:00Z' : `${value}1`
    return value === null ? 'x' : value
  }
  return Object.entries(body).flatMap(([field, value]) => {
    if (field === 'commandId' || field === 'kind') return []
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([inner, kept]) => ({
        field: `${field}.${inner}`,
        body: { ...body, [field]: { ...value, [inner]: other(kept) } },
      }))
    }
    return [{ field, body: { ...body, [field]: other(value) } }]
  })
}

async function twinOf(ward: TestWard, adams: Device, chen: Device) {
  const patient = TWIN
  at(ward, '2027-03-09T21:30:00Z')
  const chart = await openChart(adams, { patient })
  const shown = {
    ...secondSignature.shown,
    mrn: TWIN.mrn,
    resultText: null,
    collectedAt: null,
    oldRateMlPerHour: null,
  }
  await chart.done(adams, 'recordWeight', { kg: 78, method: 'measured' })
  await chart.done(chen, 'prescribe', {
    ...vtePrescription,
    bolusUnits: 6000,
    rateMlPerHour: 14,
    signature: { pin: pinOf('mo.chen') },
  })
  at(ward, '2027-03-09T22:00:00Z')
  const own = { signature: { pin: pinOf('rn.adams') }, shown }
  const second = { signature: { userId: 'rn.baker', pin: pinOf('rn.baker') }, shown }
  await chart.done(adams, 'giveBolus', { orderSeq: 3, units: 6000, ...own })
  await chart.done(adams, 'countersign', { actSeq: 4, checkedUnits: 6000, ...second })
  const bag = { units: 25_000, volumeMl: 250 }
  await chart.done(adams, 'startInfusion', { rateMlPerHour: 14, bag, ...own })
  await chart.done(adams, 'countersign', {
    actSeq: 6,
    checkedRateMlPerHour: 14,
    pumpReadBackMlPerHour: 14,
    ...second,
  })
  at(ward, '2027-03-10T04:00:00Z')
  await chart.done(adams, 'recordCollection', { site: 'away-from-heparin' })
  at(ward, '2027-03-10T04:45:00Z')
  await chart.done(adams, 'recordResult', { text: '98.0', sample: { collectionSeq: 8 } })
  at(ward, '2027-03-10T04:50:03Z')
  return chart
}

/** What became of a replayed request: refused, or the entry it left. */
interface Replayed {
  readonly how: string
  readonly reply: Reply
  readonly added: number
}

test('SIGN-8, SIGN-3: a captured signature signs nothing else: not under another command id, not with another field, not on another chart, not for another person', async () => {
  const ward = await startWard()
  const { chart, adams, chen } = await runningVte(ward)
  const twin = await twinOf(ward, adams, chen)
  const baker = await ward.signIn('rn.baker')
  const path = (id: string) => `/api/charts/${id}/commands`
  const replays: Replayed[] = []

  const lengthOf = async (id: string) =>
    (await adams.get(`/api/charts/${id}/entries`)).body.entries.length as number

  async function replay(how: string, device: Device, id: string, body: Body): Promise<Replayed> {
    const before = await lengthOf(id)
    const reply = await device.post(path(id), body)
    const one = { how, reply, added: (await lengthOf(id)) - before }
    replays.push(one)
    return one
  }
  async function replayAll(captured: Body): Promise<void> {
    const again = { ...captured, commandId: newId() }
    await replay('another command id', adams, chart.id, again)
    for (const { field, body } of alteredIn(captured)) {
      if (field !== 'signature.pin') await replay(`${field}, its own id`, adams, chart.id, body)
      await replay(`${field}, another id`, adams, chart.id, { ...body, commandId: newId() })
    }
    await replay('another chart', adams, twin.id, captured)
    await replay('another chart and id', adams, twin.id, again)
    await replay('another person’s session', baker, chart.id, again)
    await replay('no session', ward.stranger, chart.id, captured)
  }

  const first = await adams.post(path(chart.id), firstSignature)
  expect(first.status).toBe(201)
  await replayAll(firstSignature)
  at(ward, '2027-03-10T04:55:40Z')
  const second = await adams.post(path(chart.id), secondSignature)
  expect(second.status).toBe(201)
  await replayAll(secondSignature)

  for (const { how, reply, added } of replays) {
    expect(reply.status, how).toBeGreaterThanOrEqual(400)
    expect(reply.status, how).toBeLessThan(500)
    // A mismatch of a blind check leaves its entry (SIGN-4), and no act.
    expect(added, how).toBe(0)
  }
  expect(replays.length).toBeGreaterThan(60)
  expect(await chart.view()).toMatchObject({ version: 10, infusion: { rateMlPerHour: 12 } })

  // The same request again is the same act: one entry, however often it is sent.
  const length = await lengthOf(chart.id)
  for (const captured of [firstSignature, secondSignature]) {
    expect((await adams.post(path(chart.id), captured)).status).toBe(201)
  }
  expect(await lengthOf(chart.id)).toBe(length)

  // Planted: a replay that is accepted is seen. What was shown is made that of the twin, as its own signer sees it.
  const accepted = await replay('planted', adams, twin.id, {
    ...firstSignature,
    commandId: newId(),
    shown: { ...firstSignature.shown, mrn: TWIN.mrn },
  })
  expect(accepted).toMatchObject({ reply: { status: 201 }, added: 1 })

  measured({
    promise: 12,
    what: 'Two captured signatures replayed under another command id, with each field altered, on a chart that stands alike, in other sessions',
    figure: `${replays.length - 1} replays, 0 taken`,
  })
})
