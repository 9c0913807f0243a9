import { type Entry, isPendingKind } from '../../chart/entries.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { entryText } from '../entryText.ts'
import { useBedside } from './BedsideContext.ts'
import { entryLine } from './entryWords.ts'

/** Entries that came meanwhile, each in a line. */
export function NewsList({ news }: { news: readonly Entry[] }) {
  const { now, zone } = useBedside()
  return (
    <ul>
      {news.map((entry) => (
        <li key={entry.seq}>{newsLine(entry, now, zone)}</li>
      ))}
    </ul>
  )
}

/** What is new with its figures, save that of an act that waits for its second check (SIGN-4). */
function newsLine(entry: Entry, now: Instant, zone: TimeZone): string {
  const line = entryLine(entry, now, zone)
  const text = isPendingKind(entry.kind) ? '' : entryText(entry, zone)
  return text === '' ? line : `${line}: ${text}`
}
