import type { Entry, EntryOf } from '../../chart/entries.ts'

type Figures = Pick<
  EntryOf<'countersigned'>,
  'checkedResultText' | 'checkedCollectedAt' | 'checkedRateMlPerHour' | 'checkedUnits'
>

/** The blind figures that agreed, as the record has them: the countersign brings them again (SIGN-4 c). */
export function checkedFigures(entries: readonly Entry[], actSeq: number): Figures {
  const matched = entries.findLast(
    (entry): entry is EntryOf<'secondCheckMatched'> =>
      entry.kind === 'secondCheckMatched' && entry.actSeq === actSeq,
  )
  if (!matched) return {}
  const { checkedResultText, checkedCollectedAt, checkedRateMlPerHour, checkedUnits } = matched
  return {
    ...(checkedResultText === undefined ? {} : { checkedResultText }),
    ...(checkedCollectedAt === undefined ? {} : { checkedCollectedAt }),
    ...(checkedRateMlPerHour === undefined ? {} : { checkedRateMlPerHour }),
    ...(checkedUnits === undefined ? {} : { checkedUnits }),
  }
}
