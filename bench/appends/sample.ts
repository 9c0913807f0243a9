const by = { userId: 'rn.adams', name: 'Adams, Jo', role: 'RN' } as const

/** What every contender writes into a note. */
export const NOTE =
  'Slept well, no bleeding seen at the site of the cannula, walks to the bathroom.'

/** A note as an entry: what every contender appends is of this size. */
export function noteEntry(chartId: string, seq: number, commandId: string) {
  return {
    chartId,
    seq,
    version: 1,
    commandId,
    by,
    kind: 'noteWritten',
    happenedAt: '2027-03-10T00:05:00Z',
    recordedAt: '2027-03-10T00:05:00Z',
    text: NOTE,
  } as const
}

/** The text of such an entry, for yardsticks that write one text again and again. */
export const bodyLike = JSON.stringify(
  noteEntry('00000000-0000-4000-8000-000000000001', 2, '00000000-0000-4000-8000-000000000002'),
)
