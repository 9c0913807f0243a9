import { expect, test } from 'vitest'
import { lastAptts } from '../../src/components/handoverAssessment.ts'
import type { Course } from '../chart/support/course.ts'
import { running } from '../chart/support/wards.ts'

const newest = ({ chart, entries, now }: Course) =>
  lastAptts({ chart, entries, now, zone: 'UTC', ward: '7 West' })[0]

test('SIGN-4, HAND-1: while a change awaits its check the handover keeps its band back', () => {
  const course = running()
  const resultSeq = course.result('98.0', { collected: '14:00', resulted: '14:50' })
  expect(newest(course)).toMatchObject({ text: '98.0', band: expect.stringContaining('95.1') })

  course.do('adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  expect(newest(course)).toMatchObject({
    text: '98.0',
    band: 'Kept back',
    done: 'Awaits the second check',
  })
})
