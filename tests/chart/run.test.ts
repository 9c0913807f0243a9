import { expect, test } from 'vitest'
import type { Course } from './support/course.ts'
import { bag, held, noBleeding, prescriptionOf, running } from './support/wards.ts'

function keep(course: Course, text: string, collected: string): number {
  const resultSeq = course.result(text, { collected })
  course.do('adams', 'keepRate', { resultSeq })
  return resultSeq
}

/** Therapeutic at 14:00 and 20:00, so collection is daily. */
function daily(): Course {
  const course = running()
  keep(course, '60.0', '14:00')
  keep(course, '70.0', '20:00')
  return course
}

test('NOMO-7, TIME-1: the first therapeutic result asks for the next APTT 6 h after its sample was collected', () => {
  const course = running()
  const resultSeq = course.result('60.0', { collected: '14:10', resulted: '15:00' })
  expect(course.dueOf('aptt-collection')).toEqual([])
  course.at('15:20').do('adams', 'keepRate', { resultSeq })

  expect(course.run).toBe(1)
  expect(course.item('aptt-collection')).toMatchObject({
    due: course.iso('20:10'),
    overdue: course.iso('20:40'),
    rules: ['TIME-1', 'NOMO-7'],
    anchor: { seq: resultSeq, at: course.time('14:10') },
  })
})

test('NOMO-7: the second consecutive one makes collection daily, and so does each further one', () => {
  const course = daily()
  expect(course.run).toBe(2)
  expect(course.item('aptt-collection').due).toBe(course.iso('44:00'))

  keep(course, '80.0', '44:00')
  expect(course.run).toBe(3)
  expect(course.item('aptt-collection').due).toBe(course.iso('68:00'))
})

test('NOMO-7, H30: a second one collected 5 h 29 min after the first is not counted and the due item stays', () => {
  const course = running()
  keep(course, '60.0', '14:00')
  const soon = course.result('61.0', { collected: '19:29' })

  expect(course.item('aptt-collection').due).toBe(course.iso('20:00'))
  course.do('adams', 'keepRate', { resultSeq: soon })
  expect(course.run).toBe(1)
  expect(course.item('aptt-collection').due).toBe(course.iso('20:00'))
  keep(course, '62.0', '20:00')
  expect(course.run).toBe(2)
})

test('NOMO-7: a second one collected 5 h 30 min after the first is counted', () => {
  const course = running()
  keep(course, '60.0', '14:00')
  keep(course, '61.0', '19:30')

  expect(course.run).toBe(2)
  expect(course.item('aptt-collection').due).toBe(course.iso('43:30'))
})

test('NOMO-7, TIME-1, H46: a tube too soon to count does not close the due item while it is away', () => {
  const course = running()
  keep(course, '60.0', '14:00')
  course.at('17:00').do('adams', 'recordCollection', { site: 'away-from-heparin' })

  expect(course.item('aptt-collection').due).toBe(course.iso('20:00'))
})

test('TIME-1: a usable tube closes the due item; too old without a result, it stands again', () => {
  const course = running()
  course.at('14:00').do('adams', 'recordCollection', { site: 'away-from-heparin' })
  expect(course.at('15:00').dueOf('aptt-collection')).toEqual([])

  expect(course.at('20:01').item('aptt-collection').due).toBe(course.iso('14:00'))
})

test('TIME-1, NOMO-9: an early tube or one from the line does not close the due item', () => {
  const course = running()
  course.at('11:00').do('adams', 'recordCollection', { site: 'away-from-heparin' })
  expect(course.item('aptt-collection').due).toBe(course.iso('14:00'))
  course.at('14:00').do('adams', 'recordCollection', { site: 'heparin-line-or-limb' })
  expect(course.item('aptt-collection').due).toBe(course.iso('14:00'))
})

test('TIME-1: waiting, soon from 30 min before, due, overdue 30 min after', () => {
  const course = running()
  const status = (clock: string) => course.at(clock).item('aptt-collection').status

  expect(['13:29', '13:30', '14:00', '14:29', '14:30'].map(status)).toEqual([
    'waiting',
    'soon',
    'due',
    'due',
    'overdue',
  ])
})

test('NOMO-7: an old therapeutic sample counts', () => {
  const course = running()
  course.result('60.0', { collected: '14:00', resulted: '14:30' })

  expect(course.at('20:30').run).toBe(1)
})

const ends: [string, (course: Course) => void][] = [
  [
    'a counted result out of range',
    (course) => {
      course.result('92.0', { collected: '44:00' })
    },
  ],
  [
    'a rate change',
    (course) => {
      const resultSeq = course.result('92.0', { collected: '44:00' })
      course.both('changeRate', { resultSeq, newRateMlPerHour: 13 })
    },
  ],
  [
    'a rate found on the pump',
    (course) => {
      course.at('22:00').do('adams', 'recordBedsideFact', {
        fact: 'pump-found-at',
        rateMlPerHour: 15,
        reason: 'Pump read',
      })
    },
  ],
  [
    'a bolus',
    (course) => {
      course.at('22:00').do('adams', 'recordBedsideFact', {
        fact: 'bolus-given',
        units: 1000,
        reason: 'Found',
      })
    },
  ],
  [
    'a stop',
    (course) => {
      course.at('22:00').do('adams', 'stopInfusion', { reason: 'concern' })
    },
  ],
  [
    'a stop and its resume',
    (course) => {
      course.at('22:00').do('adams', 'stopInfusion', { reason: 'concern' })
      course.at('22:10').both('resumeInfusion', { rateMlPerHour: 14 }, 'chen')
    },
  ],
  [
    'a cease',
    (course) => {
      course.at('22:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
    },
  ],
  [
    'a cease and its recommencing',
    (course) => {
      course.at('22:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
      const { seq } = course.do('chen', 'prescribe', {
        ...prescriptionOf(course, 'vte'),
        rateMlPerHour: 12,
      })
      course.at('30:00').both('recommenceInfusion', { orderSeq: seq, rateMlPerHour: 12 })
    },
  ],
  [
    'an interruption of 31 minutes',
    (course) => {
      course.at('22:00').do('adams', 'interruptInfusion', { reason: 'Transport' })
      course.at('22:31').both('resumeInfusion', { rateMlPerHour: 14 })
    },
  ],
  [
    'a change of protocol',
    (course) => {
      course.at('22:00').do('chen', 'prescribe', prescriptionOf(course, 'nstemi'))
    },
  ],
]
for (const [what, happens] of ends) {
  test(`NOMO-7: the run ends at ${what}`, () => {
    const course = daily()
    happens(course)
    expect(course.run).toBe(0)
  })
}

test('NOMO-7, INT-1: an interruption of 30 minutes leaves the run and the daily APTT as they were', () => {
  const course = daily()
  course.at('22:00').do('adams', 'interruptInfusion', { reason: 'Transport' })
  course.at('22:30').both('resumeInfusion', { rateMlPerHour: 14 })

  expect(course.run).toBe(2)
  expect(course.item('aptt-collection').due).toBe(course.iso('44:00'))
})

test('NOMO-7, NOMO-11, H4: the same therapeutic result entered twice counts once', () => {
  const course = running()
  course.at('14:00')
  const { seq: collectionSeq } = course.do('adams', 'recordCollection', {
    site: 'away-from-heparin',
  })
  const enter = () =>
    course.do('baker', 'recordResult', { text: '60.0', sample: { collectionSeq } })
  course.do('adams', 'keepRate', { resultSeq: enter().seq })
  enter()

  expect(course.run).toBe(1)
  expect(course.dueOf('mo-decision')).toEqual([])
  expect(course.item('aptt-collection').due).toBe(course.iso('20:00'))
})

test('NOMO-7, NOMO-11: an amended report out of range ends the run that its first version had counted in', () => {
  const course = daily()
  course.do('adams', 'recordResult', {
    text: '95.0',
    sample: { collectedAt: course.iso('20:00'), site: 'away-from-heparin' },
  })

  expect(course.run).toBe(0)
})

// What each clock counts from.
test('NOMO-8: 6 h from the actual start, as the countersign states it', () => {
  const course = running()
  expect(course.item('aptt-collection')).toMatchObject({
    due: course.iso('14:00'),
    rules: ['TIME-1', 'NOMO-8'],
  })
})

test('NOMO-8, BOL-8: a bolus given after the start moves the 6 h to the bolus', () => {
  const course = running({ prescription: { bolusUnits: 6000 } })
  course.at('08:20').both('giveBolus', { orderSeq: 3, units: 6000 })

  expect(course.item('aptt-collection')).toMatchObject({ due: course.iso('14:20') })
})

test('NOMO-8, BOL-8: a bolus given before the start leaves the 6 h with the start', () => {
  const course = running({ prescription: { bolusUnits: 6000 } })
  expect(course.chart.bolusOrders).toHaveLength(1)
  const early = runningAfterBolus()

  expect(early.item('aptt-collection').due).toBe(early.iso('14:00'))
})

function runningAfterBolus(): Course {
  const course = running({ prescription: { bolusUnits: 6000 } })
  const at = course.entries.findIndex(({ kind }) => kind === 'infusionStarted')
  course.entries = course.entries.slice(0, at)
  course.at('07:50').both('giveBolus', { orderSeq: 3, units: 6000 })
  course.at('08:00').both('startInfusion', { rateMlPerHour: 14, bag })
  return course
}

test('NOMO-8: 6 h from the actual rate change, not from its first signature or from when it was recorded', () => {
  const course = running()
  const resultSeq = course.result('92.0', { collected: '14:00', resulted: '14:40' })
  const act = course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 13 })
  course.at('14:48').sign('baker', act.seq, { happenedAt: course.iso('14:45') })

  expect(course.item('aptt-collection')).toMatchObject({
    due: course.iso('20:45'),
    anchor: { seq: act.seq + 1, at: course.time('14:45') },
  })
})

test('NOMO-8, TIME-3, H10: 6 h from the actual restart, not from the planned one', () => {
  const course = held()
  course.at('15:10').do('chen', 'assessBleeding', noBleeding)
  expect(course.dueOf('aptt-collection')).toEqual([])
  course.at('17:05').both('restartInfusion', { rateMlPerHour: 12, orderSeq: null })

  expect(course.item('aptt-collection').due).toBe(course.iso('23:05'))
})

test('NOMO-8, SIGN-5: 6 h from the resume after a provisional stop', () => {
  const course = running()
  course.at('12:00').do('adams', 'stopInfusion', { reason: 'concern' })
  course.at('12:20').both('resumeInfusion', { rateMlPerHour: 14 }, 'chen', 'adams')

  expect(course.item('aptt-collection').due).toBe(course.iso('18:20'))
})

test('NOMO-8, RECOM-1: 6 h from the actual recommencing', () => {
  const course = running()
  course.at('12:00').do('adams', 'ceaseInfusion', { reason: 'procedure' })
  expect(course.dueOf('aptt-collection')).toEqual([])
  const { seq } = course.do('chen', 'prescribe', {
    ...prescriptionOf(course, 'vte'),
    rateMlPerHour: 12,
  })
  course.at('20:10').both('recommenceInfusion', { orderSeq: seq, rateMlPerHour: 12 })

  expect(course.item('aptt-collection').due).toBe(course.iso('26:10'))
})
