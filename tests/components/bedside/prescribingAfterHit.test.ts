import { expect, test } from 'vitest'
import { EMPTY_PRESCRIPTION } from '../../../src/components/bedside/prescribeDraft.ts'
import { prescribing } from '../../../src/components/bedside/prescription.ts'
import type { Course } from '../../chart/support/course.ts'
import { prescribed, running } from '../../chart/support/wards.ts'

const suspected = { event: 'suspected-hit', text: 'Platelets fell' } as const

function asksFor({ chart, now }: Course) {
  const draft = { ...EMPTY_PRESCRIPTION, protocol: 'vte' } as const
  return prescribing(draft, chart, now, 'Australia/Sydney').roles
}

test('RECOM-1, CHART-4: after suspected HIT the prescription asks for haematology’s name, also before the first start', () => {
  const fresh = prescribed().at('07:20')
  expect(asksFor(fresh)).toEqual([])
  fresh.do('adams', 'recordAdverseEvent', suspected)
  expect(asksFor(fresh)).toEqual(['haematologist'])

  const ceased = running().at('10:00')
  ceased.do('adams', 'ceaseInfusion', { reason: 'suspected-hit' })
  expect(asksFor(ceased)).toEqual(['haematologist'])
})

test('CHART-7: a change of protocol does not', () => {
  const course = running().at('10:00')
  course.do('adams', 'recordAdverseEvent', suspected)
  expect(asksFor(course)).toEqual([])
})
