import { expect, test } from 'vitest'
import { auditCsv } from '../../src/audit/auditCsv.ts'
import { METRIC_IDS } from '../../src/audit/metrics.ts'
import type { AuditReport } from '../../src/audit/report.ts'
import { isoOf } from '../../src/time.ts'
import { running } from '../chart/support/wards.ts'
import { auditOf } from './support/ward.ts'

function reportOf(wardId = '7-west'): AuditReport {
  const course = running()
  course.result('60.0', { collected: '14:00' })
  course.result('62.0', { collected: '20:00' })
  const from = isoOf(course.time('00:00'))
  const to = isoOf(course.time('999:00'))
  return { wardId, periods: [{ name: 'whole', from, to, ...auditOf(course) }] }
}

/** The rows of a table without quotes in it. */
const rowsOf = (csv: string) => csv.split('\r\n').map((row) => row.split(','))

test('AUDIT-1: the CSV has a head, a row for each metric, and numbers beside their counts', () => {
  const rows = rowsOf(auditCsv(reportOf()))
  const metrics = rows.map((row) => row[4])

  expect(metrics).toEqual(['metric', 'infusions', ...METRIC_IDS, undefined])
  const inRange = rows.find((row) => row[4] === 'time-in-range') ?? []
  expect(inRange.slice(4, 10)).toEqual([
    'time-in-range',
    'Time in therapeutic range',
    '360',
    '360',
    'minutes',
    '100',
  ])
  expect(inRange.at(-1)).toBe('00000000-0000-4000-8000-000000000001')
  // Nothing to count: no percentage, not 0.
  const concordance = rows.find((row) => row[4] === 'concordance') ?? []
  expect(concordance.slice(6, 10)).toEqual(['0', '0', '', ''])
})

test('AUDIT-1: the CSV names no patient', () => {
  expect(auditCsv(reportOf())).not.toMatch(/nguyen|alex|9000017|1951/i)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['7 "west"', '"7 ""west"""'],
  ['7, west', '"7, west"'],
  ['7\nwest', '"7\nwest"'],
  ['7-west', '7-west'],
])(
  'AUDIT-1: the cell %j stands as %j in the CSV: no spreadsheet runs it, none loses it',
  (ward, told) => {
    const second = auditCsv(reportOf(ward)).split('\r\n')[1] ?? ''
    expect(second.startsWith(`${told},whole,`)).toBe(true)
  },
)
