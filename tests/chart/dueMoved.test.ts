import { expect, test } from 'vitest'
import { dueMoved } from '../../src/chart/dueMoved.ts'
import { isoOf } from '../../src/time.ts'
import { running } from './support/wards.ts'

function movedOf(course: ReturnType<typeof running>) {
  return [...dueMoved(course.chart, course.now)].map(([kind, { from, bySeq }]) => ({
    kind,
    from: isoOf(from),
    bySeq,
  }))
}

test('SIGN-7: a late entry moves a due time, which shows the old and the new; the next change ends that', () => {
  const course = running()
  const due = course.item('aptt-collection')
  course.now = due.dueAt
  expect(movedOf(course)).toEqual([])

  const { seq } = course.do('adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 12,
    reason: 'Read during the transfer',
    happenedAt: isoOf((due.dueAt - 2 * 60 * 60_000) as typeof due.dueAt),
    lateReason: 'The tablet was on another ward',
  })
  const moved = movedOf(course).filter(({ kind }) => kind === 'aptt-collection')
  expect(moved).toEqual([{ kind: 'aptt-collection', from: due.due, bySeq: seq }])
  expect(course.item('aptt-collection').due > due.due).toBe(true)

  course.now = (course.now + 60_000) as typeof course.now
  course.do('baker', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 12,
    reason: 'Read again',
  })
  expect(movedOf(course).filter(({ kind }) => kind === 'aptt-collection')).toEqual([])
})

test('SIGN-7: an entry on time moves nothing that would have to be explained', () => {
  const course = running()
  course.do('adams', 'recordBedsideFact', {
    fact: 'pump-found-at',
    rateMlPerHour: 12,
    reason: 'Read at the bedside',
  })
  expect(movedOf(course)).toEqual([])
})
