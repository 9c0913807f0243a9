import { describe, expect, test } from 'vitest'
import type { Course, Fields } from './support/course.ts'
import { given } from './support/given.ts'
import { running } from './support/wards.ts'

const later = { collected: '14:20', resulted: '14:50' }

/** VTE at 14 mL/hr, 42.0 s of 14:00: +1 mL/hr. */
function lowResult() {
  const course = running()
  const resultSeq = course.result('42.0', { collected: '14:00', resulted: '14:30' })
  return { course, resultSeq }
}

function raised(course: Course, resultSeq: number) {
  return given(course).when('adams', 'changeRate', { resultSeq, newRateMlPerHour: 15 })
}

describe('no increase on a sample before what a later one says', () => {
  test('NOMO-9, SIGN-9, H13: not before a usable one, whatever it says; that one is acted on and the older is superseded', () => {
    for (const text of ['98.0', '62.0', '43.0']) {
      const { course, resultSeq } = lowResult()
      course.result(text, later)
      const refusal = raised(course, resultSeq).thenRefused('newer-result-first', 'NOMO-9')
      expect(refusal.facts.collectedAt).toBe(course.iso('14:20'))
    }
    const { course, resultSeq } = lowResult()
    const newer = course.result('43.0', later)
    course.both('changeRate', { resultSeq: newer, newRateMlPerHour: 15 })
    expect(course.use(resultSeq)).toBe('stale')
  })

  test('NOMO-2, NOMO-17, H44: not before one that may say stop, and the MO’s question about it stays', () => {
    const { course, resultSeq } = lowResult()
    const newer = course.result('> 100', later)
    raised(course, resultSeq).thenRefused('newer-result-first')
    expect(course.item('mo-decision', 'referred').anchor.seq).toBe(newer)
    // The MO lets the rate stand on it: the older one waits for an order of its own.
    const stays = { rateMlPerHour: 14, reason: 'Wait for the next' }
    course.do('chen', 'orderRate', { resultSeq: newer, ...stays })
    raised(course, resultSeq).thenRefused('newer-result-first')
    const raise = { resultSeq, rateMlPerHour: 15, reason: 'The low one is right' }
    const { seq: orderSeq } = course.do('chen', 'orderRate', raise)
    course.both('changeRate', { orderSeq, newRateMlPerHour: 15 })
    expect(course.infusion.rateMlPerHour).toBe(15)
  })

  test('NOMO-16: not while one in the stop band from the heparin line waits for the MO; once answered, it is', () => {
    const { course, resultSeq } = lowResult()
    const line = course.result('150.0', { ...later, site: 'heparin-line-or-limb' })
    raised(course, resultSeq).thenRefused('newer-says-stop', 'SIGN-9')
    const stays = { rateMlPerHour: 14, reason: 'Drawn from the line' }
    course.do('chen', 'orderRate', { resultSeq: line, ...stays })
    raised(course, resultSeq).thenEntry({ kind: 'rateChanged' })
  })

  test('NOMO-9: what was drawn earlier, was struck out, refused by the laboratory or only collected holds nothing back', () => {
    const course = running()
    course.result('> 100', { collected: '13:40', resulted: '13:50' })
    course.result('150.0', { collected: '13:50', site: 'heparin-line-or-limb' })
    const resultSeq = course.result('42.0', { collected: '14:00', resulted: '14:10' })
    const wrong = course.result('98.0', { collected: '14:12', resulted: '14:15' })
    course.do('adams', 'strikeOut', { struckSeq: wrong, reason: 'Another patient' })
    course.result('clotted', { collected: '14:20', resulted: '14:25' })
    course.at('14:30').do('adams', 'recordCollection', { site: 'away-from-heparin' })
    raised(course, resultSeq).thenEntry({ kind: 'rateChanged' })
  })

  test('TIME-8: a decrease on the older sample, a stop and the newer one’s own act go on', () => {
    const course = running()
    const older = course.result('98.0', { collected: '14:00', resulted: '14:30' })
    const newer = course.result('102.0', later)
    for (const resultSeq of [older, newer]) {
      expect(course.decide('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 }).kind).toBe(
        'accepted',
      )
    }
    expect(course.decide('adams', 'stopInfusion', { reason: 'concern' }).kind).toBe('accepted')
  })

  test('NOMO-9: two samples of one minute that both say more do not wait for each other; one that may say stop is waited for', () => {
    const course = running().at('14:00')
    const of = (text: string, accession: string) => {
      const sample = { collectedAt: course.iso('14:00'), site: 'away-from-heparin', accession }
      return course.do('adams', 'recordResult', { text, sample } as Fields<'recordResult'>).seq
    }
    const both = [of('42.0', 'A1'), of('43.0', 'B2')]
    expect(both.map((seq) => course.use(seq))).toEqual(['usable', 'usable'])
    for (const seq of both) {
      const fields = { resultSeq: seq, newRateMlPerHour: 15 }
      expect(course.decide('adams', 'changeRate', fields).kind).toBe('accepted')
    }
    of('> 100', 'C3')
    for (const seq of both) raised(course, seq).thenRefused('newer-result-first')
  })
})
