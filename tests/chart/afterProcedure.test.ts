import { describe, expect, test } from 'vitest'
import { given } from './support/given.ts'
import { clean, ended, ordered, plan, type Told } from './support/planned.ts'
import { advisedBy, bag, deviation, prescribed, prescriptionOf, running } from './support/wards.ts'

describe('recommencing after it', () => {
  interface Edge {
    readonly name: string
    readonly told: Told
    readonly early: string
    readonly first: string
  }
  const edges: readonly Edge[] = [
    {
      name: 'surgery at very high risk',
      told: { procedure: 'surgery', more: { veryHighThromboticRisk: true } },
      early: '26:39',
      first: '26:40',
    },
    { name: 'surgery', told: { procedure: 'surgery' }, early: '44:39', first: '44:40' },
    {
      name: 'central venous catheter',
      told: { procedure: 'central-venous-catheter' },
      early: '22:39',
      first: '22:40',
    },
    { name: 'biopsy', told: { procedure: 'biopsy' }, early: '22:39', first: '22:40' },
    { name: 'lumbar puncture', told: {}, early: '22:40', first: '22:41' },
    {
      name: 'traumatic lumbar puncture',
      told: { site: { bloodSeen: 'seen' } },
      early: '44:39',
      first: '44:40',
    },
    {
      name: 'spinal or epidural catheter',
      told: { procedure: 'neuraxial-catheter' },
      early: '22:40',
      first: '22:41',
    },
    {
      name: 'spinal or epidural catheter with blood',
      told: { procedure: 'neuraxial-catheter', site: { bloodSeen: 'seen' } },
      early: '44:39',
      first: '44:40',
    },
  ]
  test.each(edges)('PROC-1, RECOM-1, H32: $name: refused at $early, taken at $first', (edge) => {
    const { course } = ended(edge.told)
    const again = ordered(course.at('21:00'))
    const refusal = given(course.at(edge.early))
      .when('adams', 'recommenceInfusion', again)
      .thenRefused('too-early-after-procedure', 'PROC-1')
    expect(refusal.facts.earliest).toBe(course.iso(edge.first))
    // Stated ahead of the server's clock it is as early as before (SIGN-7).
    given(course)
      .when('adams', 'recommenceInfusion', { ...again, happenedAt: course.iso(edge.first) })
      .thenRefused('too-early-after-procedure')
    course.at(edge.first).both('recommenceInfusion', again)
    expect(course.infusion).toMatchObject({ status: 'running', rateMlPerHour: 13 })
  })

  test('PROC-1, NOMO-8: the APTT is due 6 h after the actual recommencing', () => {
    const { course } = ended()
    const again = ordered(course.at('21:00'))
    course.at('22:50').both('recommenceInfusion', again)
    expect(course.item('aptt-collection').due).toBe(course.iso('28:50'))
  })
})

test('PROC-1: not before haemostasis is confirmed, whatever the time; a later look tells it', () => {
  const { course, planSeq } = ended({ procedure: 'biopsy', site: { haemostasis: 'not-confirmed' } })
  const again = ordered(course.at('21:00'))
  given(course.at('30:00'))
    .when('adams', 'recommenceInfusion', again)
    .thenRefused('haemostasis-not-confirmed', 'PROC-1')
  course.do('adams', 'endProcedure', { planSeq, haemostasis: 'confirmed' })
  // A look stated earlier, recorded later, does not undo the latest one.
  course.do('adams', 'endProcedure', {
    planSeq,
    haemostasis: 'not-confirmed',
    happenedAt: course.iso('29:30'),
  })
  expect(course.chart.procedures[0]?.end?.at).toBe(course.time('20:40'))
  given(course)
    .when('adams', 'recommenceInfusion', again)
    .thenEntry({ kind: 'infusionRecommenced' })
})

test('PROC-1: blood seen at a later look delays to 24 hours from then, and stays seen', () => {
  const { course, planSeq } = ended()
  const again = ordered(course.at('21:00'))
  course.at('22:00').do('adams', 'endProcedure', {
    planSeq,
    haemostasis: 'confirmed',
    bloodSeen: 'seen',
  })
  course.at('22:30').do('adams', 'endProcedure', { planSeq, ...clean })
  const refusal = given(course.at('45:59'))
    .when('adams', 'recommenceInfusion', again)
    .thenRefused('too-early-after-procedure')
  expect(refusal.facts.earliest).toBe(course.iso('46:00'))
})

test('PROC-1: ceased for it and its end not on the chart: refused, until it is ended, cancelled or moved ahead', () => {
  const course = running()
  const planSeq = plan(course.at('09:00'), 'lumbar-puncture', '20:00')
  course.at('10:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  const again = ordered(course)
  given(course)
    .when('adams', 'recommenceInfusion', again)
    .thenRefused('procedure-end-missing', 'PROC-1')
  course.do('adams', 'moveProcedure', { planSeq, bookedAt: course.iso('60:00'), reason: 'Put off' })
  given(course.at('10:05'))
    .when('adams', 'recommenceInfusion', again)
    .thenEntry({ kind: 'infusionRecommenced' })
})

test('PROC-1: ceased for another reason, the booking bars from the opening of its window', () => {
  const course = running()
  const planSeq = plan(course.at('09:00'), 'lumbar-puncture', '20:00')
  course.at('10:00').do('adams', 'ceaseInfusion', { reason: 'other', text: 'Line lost' })
  const again = ordered(course)
  expect(course.at('12:59').decide('adams', 'recommenceInfusion', again).kind).toBe('accepted')
  given(course.at('13:00'))
    .when('adams', 'recommenceInfusion', again)
    .thenRefused('procedure-end-missing')
  course.do('adams', 'cancelProcedure', { planSeq, reason: 'Not needed' })
  expect(course.decide('adams', 'recommenceInfusion', again).kind).toBe('accepted')
})

test('PROC-1, RECOM-1: with no plan on the chart nothing is known and nothing refused', () => {
  const course = running()
  course.at('10:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  course.at('10:10').both('recommenceInfusion', ordered(course))
  expect(course.infusion.status).toBe('running')
})

test('PROC-1, DEV-1: a deviation signed in knowledge of the end goes sooner; one from before, or for a contraindication, does not', () => {
  const later = ended()
  const again = ordered(later.course.at('21:00'), { deviation })
  expect(later.course.decide('adams', 'recommenceInfusion', again).kind).toBe('accepted')
  later.course.do('adams', 'endProcedure', {
    planSeq: later.planSeq,
    haemostasis: 'confirmed',
    bloodSeen: 'seen',
  })
  given(later.course)
    .when('adams', 'recommenceInfusion', again)
    .thenRefused('too-early-after-procedure')

  const other = ended()
  const contraindicated = ordered(other.course.at('21:00'), {
    deviation,
    contraindications: ['active-bleeding'],
    adviceFrom: advisedBy(other.course, 'haematologist'),
  })
  given(other.course)
    .when('adams', 'recommenceInfusion', contraindicated)
    .thenRefused('too-early-after-procedure')
})

test('PROC-1, SIGN-8: an end told between first signature and check voids it; a booking that moved refuses the check', () => {
  const course = running()
  const planSeq = plan(course.at('09:00'), 'lumbar-puncture', '60:00')
  course.at('10:00').do('adams', 'ceaseInfusion', { reason: 'other', text: 'Line lost' })
  const act = course.do('adams', 'recommenceInfusion', ordered(course))
  course.do('adams', 'moveProcedure', { planSeq, bookedAt: course.iso('12:00'), reason: 'Sooner' })
  expect(course.refusal(course.check('baker', act.seq)).code).toBe('procedure-end-missing')
  given(course)
    .when('baker', 'countersign', course.countersign(act.seq))
    .thenRefused('procedure-end-missing')
  course.do('adams', 'endProcedure', { planSeq, ...clean })
  expect(course.chart.pending).toBeNull()
})

describe('no bolus after it', () => {
  test('BOL-5, BOL-9, H32: the end itself brings the restriction, and no later prescription loses it', () => {
    const { course } = ended()
    expect(course.chart.restrictions).toEqual(['post-procedure'])
    course.at('22:41').both('recommenceInfusion', ordered(course))
    expect(course.chart.restrictions).toEqual(['post-procedure'])
    const resultSeq = course.result('35.0', { collected: '29:00', resulted: '29:40' })
    given(course)
      .when('chen', 'orderBolus', { resultSeq, units: 5000, adviceFrom: [] })
      .thenRefused('no-bolus-after-procedure', 'BOL-5')
  })

  test('BOL-5: a bolus prescribed or ordered before is not given after it', () => {
    const course = prescribed({ prescription: { bolusUnits: 6000 } })
    const orderSeq = course.chart.prescription?.seq ?? 0
    const planSeq = plan(course, 'biopsy', '07:15')
    course.at('07:20').do('adams', 'endProcedure', { planSeq, ...clean })
    given(course)
      .when('adams', 'giveBolus', { orderSeq, units: 6000 })
      .thenRefused('no-bolus-after-procedure', 'BOL-5')
    given(course)
      .when(
        'chen',
        'prescribe',
        prescriptionOf(course, 'vte', { bolusUnits: 6000, rateMlPerHour: 14 }),
      )
      .thenRefused('no-bolus-after-procedure')
  })

  test('BOL-5, RECOM-1: heparin ceased for a procedure that nobody planned counts as after one when it is prescribed again', () => {
    const course = running()
    course.at('10:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
    ordered(course)
    expect(course.chart.restrictions).toEqual(['post-procedure'])
  })
})

test('PROC-1: a first start, a restart and a resume keep the time as well', () => {
  const course = prescribed()
  const planSeq = plan(course, 'lumbar-puncture', '07:15')
  const start = { rateMlPerHour: 14, bag }
  given(course.at('07:20'))
    .when('adams', 'startInfusion', start)
    .thenRefused('procedure-end-missing')
  course.do('adams', 'endProcedure', { planSeq, ...clean })
  given(course).when('adams', 'startInfusion', start).thenRefused('too-early-after-procedure')

  const off = running()
  const seq = plan(off.at('09:00'), 'lumbar-puncture', '10:00')
  off.do('adams', 'interruptInfusion', { reason: 'Transport' })
  off.at('10:10').do('adams', 'endProcedure', { planSeq: seq, ...clean })
  given(off.at('11:00'))
    .when('adams', 'resumeInfusion', { rateMlPerHour: 14 })
    .thenRefused('too-early-after-procedure', 'PROC-1')
})

describe('striking out', () => {
  test('CHART-1, PROC-1: a plan with an end is not struck before its end', () => {
    const { course, planSeq } = ended()
    given(course)
      .when('chen', 'strikeOut', { struckSeq: planSeq, reason: 'Wrong' })
      .thenRefused('strike-the-end-first', 'CHART-1')
  })

  test('CHART-1, PROC-1: an end struck out leaves the plan open, and recommencing waits for the right one', () => {
    const { course, end } = ended()
    const again = ordered(course.at('22:50'))
    course.do('adams', 'strikeOut', { struckSeq: end.seq, reason: 'Wrong time' })
    expect(course.chart.restrictions).toEqual([])
    given(course).when('adams', 'recommenceInfusion', again).thenRefused('procedure-end-missing')
  })

  test('CHART-1, PROC-1: a look struck out is not believed', () => {
    const { course, planSeq } = ended({ site: { haemostasis: 'not-confirmed' } })
    const look = course.at('22:50').do('adams', 'endProcedure', { planSeq, ...clean })
    const again = ordered(course)
    course.do('adams', 'strikeOut', { struckSeq: look.seq, reason: 'Wrong patient' })
    given(course)
      .when('adams', 'recommenceInfusion', again)
      .thenRefused('haemostasis-not-confirmed')
  })

  test('CHART-1, PROC-1: a cancellation or a move struck out brings the plan back as it was booked', () => {
    const course = running().at('09:00')
    const planSeq = plan(course, 'biopsy', '20:00')
    const moved = course.do('adams', 'moveProcedure', {
      planSeq,
      bookedAt: course.iso('30:00'),
      reason: 'x',
    })
    const cancelled = course.do('adams', 'cancelProcedure', { planSeq, reason: 'x' })
    course.do('adams', 'strikeOut', { struckSeq: cancelled.seq, reason: 'Wrong' })
    expect(course.item('procedure-cease').due).toBe(course.iso('24:00'))
    course.do('adams', 'strikeOut', { struckSeq: moved.seq, reason: 'Wrong' })
    expect(course.item('procedure-cease').due).toBe(course.iso('14:00'))
  })
})

test('PROC-1, H32: neither a restart nor a resume goes on into a procedure, or past one whose end is not on the chart', () => {
  const stopped = running()
  const planSeq = plan(stopped.at('08:30'), 'lumbar-puncture', '22:29')
  const resultSeq = stopped.result('150.0', { collected: '14:00', resulted: '14:50' })
  stopped.at('14:59').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  stopped.at('16:00').do('chen', 'assessBleeding', { finding: 'none', plan: 'restart' })
  const restart = { rateMlPerHour: 12, orderSeq: null }
  // It has to be off 6 h before.
  expect(stopped.at('16:28').dueOf('restart')).toHaveLength(1)
  expect(stopped.at('16:29').dueOf('restart')).toEqual([])
  expect(stopped.dueOf('procedure-cease')).toHaveLength(1)
  given(stopped)
    .when('adams', 'restartInfusion', restart)
    .thenRefused('procedure-end-missing', 'PROC-1')
  stopped.do('chen', 'cancelProcedure', { planSeq, reason: 'Not needed' })
  expect(stopped.dueOf('restart')).toHaveLength(1)
  given(stopped).when('adams', 'restartInfusion', restart).thenEntry({ kind: 'infusionRestarted' })

  const off = running()
  plan(off.at('09:00'), 'lumbar-puncture', '12:30')
  off.at('11:00').do('adams', 'interruptInfusion', { reason: 'Lumbar puncture' })
  given(off.at('13:00'))
    .when('adams', 'resumeInfusion', { rateMlPerHour: 14 })
    .thenRefused('procedure-end-missing', 'PROC-1')
})

test('PROC-1, DEV-1: a deviation ordered in knowledge of the booking restarts all the same', () => {
  const course = running()
  plan(course.at('09:00'), 'biopsy', '18:00')
  const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:50' })
  course.at('15:00').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
  const order = { resultSeq: null, rateMlPerHour: 12, reason: 'Biopsy goes on', deviation }
  const { seq: orderSeq } = course.at('16:00').do('haddad', 'orderRate', order)
  given(course.at('16:30'))
    .when('adams', 'restartInfusion', { rateMlPerHour: 12, orderSeq })
    .thenEntry({ kind: 'infusionRestarted' })
})
