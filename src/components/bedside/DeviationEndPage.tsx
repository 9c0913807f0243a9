import { deviationInForce } from '../../chart/deviationAt.ts'
import { instantOf } from '../../time.ts'
import { Banner } from '../ui/Banner.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { CannotNow } from './CannotNow.tsx'
import { DeviationTold } from './DeviationTold.tsx'
import { deviationShown } from './deviationsOn.ts'
import { NoDeviation } from './NoDeviation.tsx'
import { emptyFault, TimedAct } from './TimedAct.tsx'
import { usePageDraft } from './usePageDraft.ts'

const FIELDS = {
  why: 'Why does it end?',
  amo: 'Name of the AMO it is ended for',
} as const

const RULES = ['DEV-1']
const EMPTY = { reason: '', amo: '' }

/** Ends the deviation in force, by the AMO or a registrar for a named AMO (DEV-1). */
export function DeviationEndPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Ending />
    </AtBedside>
  )
}

function Ending() {
  const { chart, user, now } = useBedside()
  const [draft, set, clear] = usePageDraft('deviation-end', EMPTY)
  const inForce = deviationInForce(chart, now)
  const shown = inForce && deviationShown(chart, inForce.seq, now)
  if (!shown) return <NoDeviation />
  const isRegistrar = user.role === 'registrar'
  if (!isRegistrar && user.role !== 'AMO') return <CannotNow problem={NOT_YOURS} />
  return (
    <TimedAct
      kind="endDeviation"
      title="End the deviation"
      meaning="This deviation has ended. The next usable sample is read by the nomogram, from the running rate."
      submitLabel="Sign its end"
      fault={() =>
        emptyFault(draft.reason, {
          reason: 'Write why it ends.',
          rules: RULES,
          field: FIELDS.why,
        }) ??
        (isRegistrar
          ? emptyFault(draft.amo, {
              reason: 'Name the AMO it is ended for.',
              rules: RULES,
              field: FIELDS.amo,
            })
          : null)
      }
      make={(common) => ({
        ...common,
        kind: 'endDeviation',
        deviationSeq: shown.seq,
        reason: draft.reason.trim(),
        ...(isRegistrar ? { amo: draft.amo.trim() } : {}),
      })}
      onDone={() => clear()}
    >
      <DeviationTold deviation={shown.deviation} by={shown.by} at={instantOf(shown.happenedAt)} />
      <Banner tone="quiet" title="Its APTT results stay as they are">
        The nomogram does not act on results that came while it was in force; it acts on the next
        APTT that is collected. (DEV-1)
      </Banner>
      <TextField
        kind="text"
        label={FIELDS.why}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      {isRegistrar && (
        <TextField label={FIELDS.amo} value={draft.amo} onChange={(amo) => set({ amo })} />
      )}
    </TimedAct>
  )
}

const NOT_YOURS = {
  title: 'Only an AMO, or a registrar for an AMO, ends a deviation',
  next: 'Call the registrar or the AMO. STOP stays open to everybody.',
  rules: ['DEV-1'],
}
