import { describe, expect, test } from 'vitest'
import { given } from './support/given.ts'
import { clean, ended, ordered, plan } from './support/planned.ts'
import { running } from './support/wards.ts'

describe('planning', () => {
  test('PROC-1: an MO plans it, booked ahead of the time it is planned at', () => {
    const course = running().at('09:00')
    const fields = { procedure: 'biopsy' as const, veryHighThromboticRisk: false, consulted: [] }
    given(course)
      .when('adams', 'planProcedure', { ...fields, bookedAt: course.iso('20:00') })
      .thenRefused('prescribers-only')
    given(course)
      .when('chen', 'planProcedure', { ...fields, bookedAt: course.iso('09:00') })
      .thenRefused('booked-in-the-past', 'PROC-1')
    given(course)
      .when('chen', 'planProcedure', { ...fields, bookedAt: course.iso('09:01') })
      .thenEntry({ kind: 'procedurePlanned' })
    given(course.at('11:30'))
      .when('chen', 'planProcedure', {
        ...fields,
        bookedAt: course.iso('11:00'),
        happenedAt: course.iso('10:00'),
        lateReason: 'Done in an emergency',
      })
      .thenEntry({ kind: 'procedurePlanned' })
  })

  test('PROC-1: surgery asks for what is planned before and after', () => {
    const course = running().at('09:00')
    for (const missing of ['planBefore', 'planAfter'] as const) {
      given(course)
        .when('chen', 'planProcedure', {
          procedure: 'surgery',
          bookedAt: course.iso('20:00'),
          veryHighThromboticRisk: true,
          consulted: [],
          planBefore: 'Cease',
          planAfter: 'Recommence',
          [missing]: undefined,
        })
        .thenRefused('surgery-plan-missing', 'PROC-1')
    }
    const consulted = [{ role: 'haematology', name: 'Dr Blood', at: course.iso('08:50') }] as const
    plan(course, 'surgery', '20:00', { consulted: [...consulted] })
    given(course)
      .when('chen', 'planProcedure', {
        procedure: 'biopsy',
        bookedAt: course.iso('20:00'),
        veryHighThromboticRisk: false,
        consulted: [{ ...consulted[0], at: course.iso('09:10') }],
      })
      .thenRefused('in-the-future', 'SIGN-7')
  })

  test('PROC-1: the same booking twice is refused', () => {
    const course = running().at('09:00')
    plan(course, 'biopsy', '20:00')
    expect(() => plan(course, 'biopsy', '20:00')).toThrow('already-planned')
    plan(course, 'lumbar-puncture', '20:00')
    expect(course.dueOf('procedure-cease')).toHaveLength(2)
  })

  test('PROC-1: moving, cancelling and ending ask for a plan that is open', () => {
    const { course, planSeq } = ended()
    const other = plan(course, 'biopsy', '44:00')
    const move = { bookedAt: course.iso('45:00'), reason: 'List changed' }
    given(course)
      .when('adams', 'moveProcedure', { planSeq, ...move })
      .thenRefused('procedure-has-ended', 'PROC-1')
    given(course)
      .when('adams', 'cancelProcedure', { planSeq, reason: 'x' })
      .thenRefused('procedure-has-ended')
    given(course)
      .when('adams', 'moveProcedure', { planSeq: other, ...move, bookedAt: course.iso('20:00') })
      .thenRefused('booked-in-the-past')
    course.do('adams', 'cancelProcedure', { planSeq: other, reason: 'Not needed' })
    given(course)
      .when('adams', 'endProcedure', { planSeq: other, ...clean })
      .thenRefused('no-such-procedure')
    given(course)
      .when('adams', 'cancelProcedure', { planSeq: other, reason: 'x' })
      .thenRefused('no-such-procedure')
    given(course)
      .when('adams', 'moveProcedure', { planSeq: 1, ...move })
      .thenRefused('no-such-procedure')
  })

  test('PROC-1, SIGN-7: the end is not older than the plan; at the spine it says whether blood was seen', () => {
    const course = running().at('09:00')
    const planSeq = plan(course, 'neuraxial-catheter', '10:00')
    given(course.at('10:30'))
      .when('adams', 'endProcedure', { planSeq, haemostasis: 'confirmed' })
      .thenRefused('blood-not-answered', 'PROC-1')
    given(course)
      .when('adams', 'endProcedure', {
        planSeq,
        ...clean,
        happenedAt: course.iso('08:59'),
        lateReason: 'x',
      })
      .thenRefused('ended-before-planned', 'SIGN-7')
    course.do('adams', 'endProcedure', { planSeq, ...clean })
    given(course)
      .when('adams', 'endProcedure', { planSeq, ...clean, happenedAt: course.iso('10:29') })
      .thenRefused('looked-before-end')
  })
})

describe('due items', () => {
  test('TIME-7: the cease is the nurse’s, due when the window opens, overdue when it closes', () => {
    const course = running().at('09:00')
    const seq = plan(course, 'biopsy', '20:00')
    const item = { due: course.iso('14:00'), overdue: course.iso('16:00'), owner: 'nurse' }
    expect(course.item('procedure-cease')).toMatchObject({
      ...item,
      rules: ['PROC-1', 'TIME-7'],
      anchor: { seq, at: course.time('20:00') },
    })
    const statusAt = (clock: string) => course.at(clock).item('procedure-cease').status
    expect(['13:29', '13:30', '14:00', '15:59', '16:00'].map(statusAt)).toEqual([
      'waiting',
      'soon',
      'due',
      'due',
      'overdue',
    ])
  })

  test('TIME-7: a moved booking moves both windows; a cancelled plan leaves nothing', () => {
    const course = running().at('09:00')
    const planSeq = plan(course, 'lumbar-puncture', '20:00')
    course.do('adams', 'moveProcedure', {
      planSeq,
      bookedAt: course.iso('44:00'),
      reason: 'List changed',
    })
    expect(course.item('procedure-cease')).toMatchObject({
      due: course.iso('37:00'),
      overdue: course.iso('38:00'),
    })
    course.do('adams', 'cancelProcedure', { planSeq, reason: 'Not needed' })
    expect(course.dueOf('procedure-cease')).toEqual([])
  })

  test('TIME-7: it stays through a stop or an interruption, which lead back to heparin, and ends with the cease', () => {
    const course = running().at('09:00')
    plan(course, 'biopsy', '20:00')
    course.do('adams', 'interruptInfusion', { reason: 'Transport' })
    expect(course.dueOf('procedure-cease')).toHaveLength(1)
    course.do('adams', 'ceaseInfusion', { reason: 'procedure' })
    expect(course.dueOf('procedure-cease')).toEqual([])
    expect(course.at('20:00').item('procedure-recommence', 'procedure-end')).toMatchObject({
      status: 'due',
      due: course.iso('20:00'),
      overdue: null,
      owner: 'nurse',
    })
  })

  test('TIME-7: recommencing is the MO’s from the end on, the nurse’s once prescribed, and ends with it', () => {
    const { course, end } = ended({ procedure: 'surgery', more: { veryHighThromboticRisk: true } })
    expect(course.item('procedure-recommence')).toMatchObject({
      owner: 'mo',
      status: 'waiting',
      due: course.iso('26:40'),
      overdue: course.iso('28:40'),
      anchor: { seq: end.seq, at: course.time('20:40') },
    })
    const again = ordered(course.at('21:00'))
    expect(course.item('procedure-recommence').owner).toBe('nurse')
    expect(course.at('28:40').item('procedure-recommence').status).toBe('overdue')
    course.both('recommenceInfusion', again)
    expect(course.dueOf('procedure-recommence')).toEqual([])
  })

  test('TIME-7: after a lumbar puncture no latest time is named, so it is never overdue', () => {
    const { course } = ended()
    expect(course.item('procedure-recommence')).toMatchObject({
      due: course.iso('22:41'),
      overdue: null,
    })
    expect(course.at('80:00').item('procedure-recommence').status).toBe('due')
  })

  test('TIME-7, BLEED-0: while suspended nothing reminds of recommencing', () => {
    const { course } = ended()
    course.do('adams', 'ceaseInfusion', { reason: 'suspected-major-bleed' })
    expect(course.dueOf('procedure-recommence')).toEqual([])
  })
})
