import type { EntryKind } from '../../chart/entries.ts'
import { isMedicalOfficer } from '../../chart/people.ts'
import { entryText } from '../entryText.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { entryLine } from './entryWords.ts'
import { given } from './given.ts'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'
import { useSeq } from './useSeq.ts'

const FIELDS = {
  which: 'Which entry?',
  why: 'Why is it wrong?',
} as const

const EMPTY: { readonly seq: string | null; readonly reason: string } = { seq: null, reason: '' }
const NEVER: ReadonlySet<EntryKind> = new Set([
  'chartOpened',
  'chartClosed',
  'countersigned',
  'entryStruckOut',
  'actWithdrawn',
  'secondCheckMatched',
  'secondCheckMismatched',
])

/** Strikes out a wrong entry with a reason; it stays readable (CHART-1). */
export function StrikeOutPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <StrikeOut />
    </AtBedside>
  )
}

function StrikeOut() {
  const { chart, entries, user, now, zone } = useBedside()
  const named = useSeq()
  const [draft, set, clear] = usePageDraft('strike-out', EMPTY, { seq: named, reason: named })
  const mine = entries
    .filter(({ seq, kind, by }) => {
      const isAllowed = by?.userId === user.userId || isMedicalOfficer(user)
      return isAllowed && !NEVER.has(kind) && !chart.struck.has(seq)
    })
    .toReversed()
  const struckSeq = draft.seq ?? (named === null ? null : String(named))
  if (mine.length === 0) {
    return (
      <ActFrame title="Nothing here is yours to strike out">
        <p>An entry is struck out by its author or by an MO. (CHART-1)</p>
      </ActFrame>
    )
  }
  return (
    <TimedAct
      kind="strikeOut"
      title="Strike out a wrong entry"
      meaning="Struck out. The entry stays readable; nothing is done at the pump by it. What followed from it goes to the MO."
      submitLabel="Strike out"
      fault={() =>
        struckSeq === null
          ? { reason: 'Choose the entry.', rules: ['CHART-1'], field: FIELDS.which }
          : emptyFault(draft.reason, {
              reason: 'Say why it is struck out.',
              rules: ['CHART-1'],
              field: FIELDS.why,
            })
      }
      make={({ expectedVersion, happenedAt }) => ({
        kind: 'strikeOut',
        expectedVersion,
        happenedAt,
        struckSeq: Number(given(struckSeq)),
        reason: draft.reason.trim(),
      })}
      onDone={() => clear()}
    >
      <ChoiceField
        label={FIELDS.which}
        choices={mine.map((entry) => ({
          value: String(entry.seq),
          label: entryLine(entry, now, zone),
          // A figure that awaits its check is on no screen (SIGN-4 a).
          hint: entry.seq === chart.pending?.actSeq ? '' : entryText(entry, zone),
        }))}
        value={struckSeq}
        onChange={(seq) => set({ seq })}
      />
      <TextField
        kind="text"
        label={FIELDS.why}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </TimedAct>
  )
}
