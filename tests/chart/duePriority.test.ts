import { describe, expect, test } from 'vitest'
import { type DueAbout, type DueStatus, stamped } from '../../src/chart/dueItem.ts'
import { instantOf, plusMinutes } from '../../src/time.ts'

const NOW = instantOf('2027-03-10T12:00:00Z')

/** An item as it stands in a status at `NOW`. */
function item(status: DueStatus, more: { about?: DueAbout; stopAdvised?: boolean } = {}) {
  const dueAt = { waiting: 60, soon: 20, due: 0, overdue: -60 }[status]
  return stamped(
    {
      kind: 'mo-decision',
      dueAt: plusMinutes(NOW, dueAt),
      overdueAt: plusMinutes(NOW, dueAt + 30),
      owner: 'mo',
      rules: ['TIME-8'],
      anchor: { seq: 1, at: NOW },
      ...more,
    },
    NOW,
  )
}

// What interrupts before it is overdue, typed by hand from the display rules: a stop, a stop-band result, a
// suspension, a platelet alert, pump (or bag) and chart differing. Everything else waits in its place.
const INTERRUPTS: Readonly<Record<DueAbout, boolean>> = {
  referred: false,
  early: false,
  old: false,
  amended: false,
  'superseded-stop-band': true,
  'stop-band-not-usable': false, // by its `stopAdvised`, below
  'provisional-stop': true,
  suspension: true,
  'bedside-fact': true,
  'strike-out': false,
  'no-protocol': false,
  'bolus-order': false,
  'no-restart-rate': false,
  'restart-late': false,
  'stay-off': false,
  interruption: false,
  'read-the-pump': true,
  'act-check': false,
  'pump-read-back': false,
  'keep-check': false,
  countersign: false,
  recollect: false,
  'rate-order': false,
  'weight-differs': false,
  'minor-bleeding': false,
  clots: false,
  'adverse-event': false,
  'platelet-alert': true,
  'wrong-bag': true,
  'procedure-end': false,
}

describe('three priorities', () => {
  test.each(Object.entries(INTERRUPTS) as [DueAbout, boolean][])(
    'TIME-8: %s, due and not overdue, is of high priority: %s',
    (about, interrupts) => {
      expect(item('due', { about }).priority).toBe(interrupts ? 'high' : 'medium')
    },
  )

  test('TIME-8: overdue, or a stop advised, is high; due is medium; soon and later are low', () => {
    expect((['overdue', 'due', 'soon', 'waiting'] as const).map((s) => item(s).priority)).toEqual([
      'high',
      'medium',
      'low',
      'low',
    ])
    expect(item('waiting', { stopAdvised: true }).priority).toBe('high')
  })

  test('TIME-8: to the minute: low until it is due, high from the minute that it is overdue', () => {
    const at = (minutes: number) =>
      stamped(
        { ...item('due'), dueAt: NOW, overdueAt: plusMinutes(NOW, 30) },
        plusMinutes(NOW, minutes),
      ).priority
    expect([-1, 0, 29, 30].map(at)).toEqual(['low', 'medium', 'medium', 'high'])
  })

  test('SIGN-2: what is never overdue never becomes high', () => {
    const never = stamped({ ...item('due'), overdueAt: null }, plusMinutes(NOW, 10_000))
    expect(never).toMatchObject({ status: 'due', priority: 'medium' })
  })
})
