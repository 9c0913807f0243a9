import type { Entry, EntryOf } from '../../chart/entries.ts'
import { isPendingKind, type PendingEntry } from '../../chart/entries.ts'
import { instantOf } from '../../time.ts'
import { numberText, rateText, unitsText, whenText } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { CheckDone } from './CheckDone.tsx'
import styles from './CheckHandover.module.css'
import { PENDING_WORDS } from './pendingWords.ts'
import { RuleTags } from './RuleTags.tsx'

/** Nothing waits for a second check: why, and, where two differences voided the act, both figures (SIGN-4 b). */
export function CheckOver() {
  const { chart, entries, now, zone } = useBedside()
  const act = entries.findLast((entry): entry is PendingEntry => isPendingKind(entry.kind))
  const after = act ? entries.filter(({ seq }) => seq > act.seq) : []
  const differed = after.filter(isCheckMismatch)
  const isDone = after.some((entry) => entry.kind === 'countersigned' && entry.actSeq === act?.seq)
  if (act && isDone) return <CheckDone actSeq={act.seq} />
  return (
    <ActFrame title="No act waits for a second check">
      {act && differed.length >= 2 && <BothFigures act={act} differed={differed} />}
      {act && differed.length < 2 && (
        <Banner tone="soon" title={`${PENDING_WORDS[act.kind].name}: not done`}>
          It was signed by {act.by.name} at {whenText(instantOf(act.recordedAt), now, zone)} and has
          lapsed or was made void. Nothing happened by it; the pump stays as it is. If it was
          changed, record the rate found. <RuleTags rules={['SIGN-8', 'SIGN-9']} />
        </Banner>
      )}
      <div className={styles.buttons}>
        {act && (
          <LinkButton href={`/charts/${chart.chartId}/bedside-fact`}>
            Record what was found
          </LinkButton>
        )}
        <LinkButton look="primary" href={`/charts/${chart.chartId}`}>
          Back to the chart
        </LinkButton>
      </div>
    </ActFrame>
  )
}

type Mismatch = EntryOf<'secondCheckMismatched'>

function isCheckMismatch(entry: Entry): entry is Mismatch {
  return entry.kind === 'secondCheckMismatched' && entry.step === 'check'
}

function BothFigures({ act, differed }: { act: PendingEntry; differed: readonly Mismatch[] }) {
  const { chart } = useBedside()
  const result = 'shown' in act ? act.shown.resultText : null
  return (
    <Banner tone="stop" title="The two figures differed twice: the first signature is void">
      <p>
        {act.by.name} signed{result === null ? '' : ` APTT ${result},`} {figureOf(act)}.
      </p>
      {differed.map((entry) => (
        <p key={entry.seq}>
          {entry.by.name} keyed
          {entry.checkedResultText === undefined ? '' : ` APTT ${entry.checkedResultText},`}{' '}
          {checkedFigure(entry)}.
        </p>
      ))}
      <p>
        Look at the report and the table together, then sign anew. The pump stays at{' '}
        {chart.infusion.rateMlPerHour === null ? 'off' : rateText(chart.infusion.rateMlPerHour)}.{' '}
        <RuleTags rules={['SIGN-4']} />
      </p>
    </Banner>
  )
}

function figureOf(act: PendingEntry): string {
  if (act.kind === 'bolusGiven') return unitsText(act.units)
  return rateText(act.kind === 'rateChanged' ? act.newRateMlPerHour : act.rateMlPerHour)
}

function checkedFigure({ checkedUnits, checkedRateMlPerHour }: Mismatch): string {
  if (checkedUnits !== undefined) return unitsText(checkedUnits)
  return checkedRateMlPerHour === undefined
    ? 'no figure'
    : `${numberText(checkedRateMlPerHour)} mL/hr`
}
