import { expect, test } from 'vitest'
import { clockText } from '../../src/wording.ts'
import { bag, noBleeding, prescribed, running } from './support/wards.ts'

const ZONE = 'Australia/Sydney'

// Clocks go back at 16:00 UTC on 3 April 2027 and forward at 16:00 UTC on 2 October 2027.
const nights = [
  { what: 'back', day: '2027-04-03T00:00:00Z', restart: '02:30\u00a0AEST' },
  { what: 'forward', day: '2027-10-02T00:00:00Z', restart: '03:30\u00a0AEDT' },
]
for (const { what, day, restart } of nights) {
  test(`NOMO-8, TIME-3, H8, H11: the hold is 90 elapsed minutes in the night the clocks go ${what}`, () => {
    const course = running({ day })
    const resultSeq = course.result('150.0', { collected: '14:00', resulted: '14:50' })
    course.at('15:00').do('adams', 'stopInfusion', { reason: 'nomogram', resultSeq })
    course.do('chen', 'assessBleeding', noBleeding)
    const { stop } = course.infusion

    expect(stop?.restartNotBefore).toBe(course.time('16:30'))
    expect(clockText(course.time('16:30'), ZONE)).toBe(restart)
    course.at('16:29:59')
    const restartNow = { rateMlPerHour: 12, orderSeq: null }
    expect(course.refused('adams', 'restartInfusion', restartNow).code).toBe('hold-not-over')
    course.at('16:30').both('restartInfusion', restartNow)
    expect(course.infusion.rateMlPerHour).toBe(12)
  })

  test(`NOMO-8, NOMO-7, H11: 6 h and 24 h are elapsed time in the night the clocks go ${what}`, () => {
    const course = prescribed({ day })
    course.at('12:00').both('startInfusion', { rateMlPerHour: 14, bag })
    expect(course.item('aptt-collection').due).toBe(course.iso('18:00'))
    for (const collected of ['18:00', '24:00']) {
      const resultSeq = course.result('60.0', { collected })
      course.do('adams', 'keepRate', { resultSeq })
    }

    expect(course.run).toBe(2)
    expect(course.item('aptt-collection').due).toBe(course.iso('48:00'))
  })

  test(`NOMO-9, H11: 5 h 30 min to usable is elapsed time in the night the clocks go ${what}`, () => {
    const course = prescribed({ day })
    course.at('12:00').both('startInfusion', { rateMlPerHour: 14, bag })

    expect(course.use(course.result('98.0', { collected: '17:29' }))).toBe('early')
    expect(course.use(course.result('98.0', { collected: '17:30' }))).toBe('usable')
  })
}
