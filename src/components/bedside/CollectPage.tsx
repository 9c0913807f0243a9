import { useLocation } from 'wouter'
import { dueItems } from '../../chart/due.ts'
import type { Site } from '../../chart/fields.ts'
import { overdueText, relativeText } from '../../wording.ts'
import { anchorText } from '../anchorWords.ts'
import { WillBeKept } from '../outbox/WillBeKept.tsx'
import type { Fault } from '../ui/FaultContext.ts'
import { TextField } from '../ui/TextField.tsx'
import { ActForm, type Built } from './ActForm.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { happenedFields } from './happened.ts'
import { SITE_LABEL, SitePicker } from './SitePicker.tsx'
import { StatedTimeField } from './StatedTimeField.tsx'
import { NOW, type StatedTime } from './statedTime.ts'
import { usePageDraft } from './usePageDraft.ts'

interface Draft {
  readonly site: Site | null
  readonly accession: string
  readonly time: StatedTime
}

const WHEN = 'When was it collected?'
const SITE_FAULT: Fault = {
  reason: 'Say where the sample was taken.',
  rules: ['NOMO-13'],
  field: SITE_LABEL,
}
const EMPTY: Draft = { site: null, accession: '', time: NOW }

/** Records that an APTT sample was collected: when, from where. */
export function CollectPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Collect />
    </AtBedside>
  )
}

function Collect() {
  const { chart, now, zone, serverNow } = useBedside()
  const [, go] = useLocation()
  const [draft, set, clear] = usePageDraft('collect', EMPTY)

  const build = (expectedVersion: number): Built => {
    if (draft.site === null) return { kind: 'missing', ...SITE_FAULT }
    const when = happenedFields({ label: WHEN, stated: draft.time }, serverNow(), zone)
    if (when.kind === 'missing') return when
    const accession = draft.accession.trim()
    return {
      kind: 'act',
      act: {
        kind: 'recordCollection',
        expectedVersion,
        ...when.fields,
        site: draft.site,
        ...(accession === '' ? {} : { accession }),
      },
    }
  }
  return (
    <ActFrame title="APTT sample collected">
      <DueLine />
      <WillBeKept />
      <ActForm
        build={build}
        submitLabel="Record the collection"
        onDone={() => {
          clear()
          go(`/charts/${chart.chartId}`)
        }}
      >
        <StatedTimeField
          label={WHEN}
          stated={draft.time}
          onStated={(time) => set({ time })}
          now={now}
          zone={zone}
        />
        <SitePicker site={draft.site} onSite={(site) => set({ site })} />
        <TextField
          label="Laboratory number, if the tube has one"
          value={draft.accession}
          onChange={(accession) => set({ accession })}
        />
      </ActForm>
    </ActFrame>
  )
}

function DueLine() {
  const { chart, entries, now, zone } = useBedside()
  const due = dueItems(chart, now).find(({ kind }) => kind === 'aptt-collection')
  if (!due) return null
  const when =
    due.status === 'overdue'
      ? overdueText(due.dueAt, now, zone)
      : relativeText(due.dueAt, now, zone)
  return (
    <p>
      APTT {due.status === 'overdue' ? when : `due ${when}`}: {anchorText(due, entries, now, zone)}.
    </p>
  )
}
