import { expect, test } from 'vitest'
import { pinOf } from '../server/support/ward.ts'
import { openChart, outside, prescription, started, t } from './support/tablet.ts'

const haematologist = { role: 'haematologist', name: 'Dr Ito', at: t(0) }
const NONE = { antiplatelets: [], anticoagulants: [], others: [] }
const signedBy = (user: string) => ({ signature: { pin: pinOf(user) } })

function warfarin(therapeutic: string) {
  return {
    ...NONE,
    anticoagulants: [{ agent: 'Warfarin', dose: '5 mg', lastDoseAt: null, therapeutic }],
  }
}

async function weighed() {
  const ward = await outside()
  const chart = await openChart(ward)
  await chart.done('rn.adams', 'recordWeight', { kg: 78, method: 'measured' })
  const answerTo = async (fields: object, user = 'mo.chen') => {
    const { status, body } = await chart.send(user, 'prescribe', fields)
    return status === 201 ? [201] : [status, ...(body.rules ?? [])]
  }
  return { ward, chart, answerTo }
}

test('BOL-3, CHART-6: an anticoagulant on the list asks for its restriction, over the wire and from the list on the chart', async () => {
  const { chart, answerTo } = await weighed()
  for (const therapeutic of ['yes', 'unknown']) {
    const medicines = warfarin(therapeutic)
    expect(await answerTo(prescription('vte', { medicines }))).toEqual([422, 'BOL-3'])
  }
  await chart.done('pharm.gray', 'recordMedicines', { medicines: warfarin('unknown') })
  expect(await answerTo(prescription('vte'))).toEqual([422, 'BOL-3'])
  const restricted = {
    restrictions: ['anticoagulated'],
    adviceFrom: [haematologist],
    bolusUnits: null,
  }
  expect(await answerTo(prescription('vte', restricted))).toEqual([201])
  expect((await chart.view()).restrictions).toEqual(['anticoagulated'])
})

test('CHART-6: an antiplatelet ceased: never on NSTEMI, elsewhere by the AMO’s name', async () => {
  const { answerTo } = await weighed()
  const ceasing = (more: object = {}) => ({
    medicines: { ...NONE, antiplatelets: [{ agent: 'Aspirin', plan: 'cease', ...more }] },
  })
  expect(await answerTo(prescription('nstemi', ceasing({ amo: 'Haddad' })))).toEqual([
    422,
    'CHART-6',
  ])
  expect(await answerTo(prescription('vte', ceasing()))).toEqual([422, 'CHART-6'])
  expect(await answerTo(prescription('vte', ceasing({ amo: 'Haddad' })))).toEqual([201])
})

test('CHART-3: the protocol prescribed is the one that the AMO chose for both indications', async () => {
  const { chart, answerTo } = await weighed()
  const secondIndication = {
    indication: 'Atrial fibrillation',
    amo: 'Haddad',
    protocol: 'vte',
    rationale: 'The clot',
  }
  const { status } = await chart.send('rn.adams', 'recordSecondIndication', { secondIndication })
  expect(status).toBe(400)
  const byNurse = await chart.send(
    'rn.adams',
    'recordSecondIndication',
    { secondIndication },
    signedBy('rn.adams'),
  )
  expect([byNurse.status, ...byNurse.body.rules]).toEqual([403, 'SIGN-2'])
  await chart.done('mo.chen', 'recordSecondIndication', { secondIndication }, signedBy('mo.chen'))
  expect(await answerTo(prescription('nstemi'))).toEqual([422, 'CHART-3'])
  expect(await answerTo(prescription('vte'))).toEqual([201])
})

test('CHART-4: precautions and risk: what is sent is kept, half an assessment and a risk that outweighs are refused', async () => {
  const { chart, answerTo } = await weighed()
  const considered = [
    'age',
    'renal-function',
    'bleeding',
    'falls',
    'other-medicines',
    'other-illness',
  ]
  const ask = (riskAssessment: object) => answerTo(prescription('vte', { riskAssessment }))
  expect(await ask({ considered, benefitOutweighsRisk: false })).toEqual([422, 'CHART-4'])
  expect(await ask({ considered: ['age'], benefitOutweighsRisk: true })).toEqual([422, 'CHART-4'])
  expect(await ask({ considered: ['luck'], benefitOutweighsRisk: true })).toEqual([400])
  const fields = prescription('vte', {
    precautions: ['ulcer'],
    riskAssessment: { considered, benefitOutweighsRisk: true },
  })
  expect(await answerTo(fields)).toEqual([201])
  expect((await chart.entries()).at(-1)).toMatchObject({ precautions: ['ulcer'] })
})

test('DEV-1: a deviation waits to be explained, last on the list; it is ended by AMO or registrar alone', async () => {
  const ward = await outside()
  const chart = await started(ward)
  const order = {
    resultSeq: null,
    rateMlPerHour: 11,
    reason: 'Bleeding gums',
    deviation: { reason: 'Bleeding gums', instructions: 'Stay at 11', until: 'ended' },
  }
  const { seq: deviationSeq } = await chart.done('amo.haddad', 'orderRate', order)
  const due = (await chart.view()).due
  expect(due.at(-1)).toMatchObject({
    kind: 'deviation-explained',
    status: 'due',
    overdueAt: null,
    owner: 'mo',
    rules: ['DEV-1'],
  })
  await chart.done('rn.adams', 'explainDeviation', {
    deviationSeq,
    to: 'Adams, Baker',
    copiedToRecord: true,
  })
  const kinds = (await chart.view()).due.map(({ kind }: { kind: string }) => kind)
  expect(kinds).not.toContain('deviation-explained')

  const end = async (user: string, more: object = {}) => {
    const fields = { deviationSeq, reason: 'Gums are dry', ...more }
    const { status, body } = await chart.send(user, 'endDeviation', fields, signedBy(user))
    return status === 201 ? [201] : [status, ...body.rules]
  }
  expect(await end('mo.chen')).toEqual([403, 'DEV-1'])
  expect(await end('reg.silva')).toEqual([422, 'DEV-1'])
  expect(await end('reg.silva', { amo: 'Haddad' })).toEqual([201])
  expect(await end('amo.haddad')).toEqual([422, 'DEV-1'])
})
