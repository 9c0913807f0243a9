import { expect, test } from 'vitest'
import { keptSinceText, letGoText, statedText } from '../../src/components/outbox/outboxWords.ts'
import type { OutboxItem } from '../../src/store/outboxItem.ts'
import { isoOf, plusHours } from '../../src/time.ts'
import { NOW } from '../support/fakeWard.ts'

const ZONE = 'Australia/Sydney'
const YESTERDAY = isoOf(plusHours(NOW, -30))
const ITEM: OutboxItem = {
  id: '11111111-0000-4000-8000-000000000001',
  chartId: 'one',
  bed: '4',
  patient: { surname: 'Singh', given: 'P', dateOfBirth: '1950-01-01', mrn: '901' },
  author: { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' },
  command: {
    kind: 'recordCollection',
    expectedVersion: 1,
    happenedAt: YESTERDAY,
    site: 'away-from-heparin',
  },
  keptAt: YESTERDAY,
  keptWall: 0,
  seenSeq: 1,
  sent: false,
  needsPerson: true,
  refusal: null,
  note: null,
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('SIGN-7: what the chart keeps of an item that was let go says on which day it happened', () => {
  expect(plain(letGoText(ITEM, 'Not drawn.', ZONE))).toBe(
    'Kept on a tablet and not recorded: APTT sample collected at Tue 09 Mar 2027 09:00, by Adams, Jo (RN). Not drawn.',
  )
})

test('SIGN-7: where the tablet did not know the time, no day is told either', () => {
  const { happenedAt: _, ...command } = ITEM.command
  expect(statedText({ command } as Pick<OutboxItem, 'command'>, ZONE)).toBe(
    'at a time that the tablet did not know',
  )
})

test('what waits since another day says since which; of today the clock time is enough', () => {
  expect(plain(keptSinceText(ITEM, NOW, ZONE))).toBe(' since Tue 09 Mar 2027 09:00')
  expect(keptSinceText({ keptAt: isoOf(NOW) }, NOW, ZONE)).toBe(' since 15:00')
  expect(keptSinceText({ keptAt: null }, NOW, ZONE)).toBe('')
})
