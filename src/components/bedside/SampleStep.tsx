import type { Collection } from '../../chart/chart.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { relativeText } from '../../wording.ts'
import { ChoiceField } from '../ui/ChoiceField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import { SAMPLE_FIELDS } from './resultFields.ts'
import { SITE_WORDS, SitePicker } from './SitePicker.tsx'
import { StatedTimeField } from './StatedTimeField.tsx'
import { allCollections, awaitingResult, type SampleDraft } from './sampleChoice.ts'

interface SampleStepProps {
  sample: SampleDraft
  onSample: (change: Partial<SampleDraft>) => void
}

const STATED = 'stated'

/** Which sample the result is of: one collected and waiting, an earlier one again, or one typed now with its time and site. */
export function SampleStep({ sample, onSample }: SampleStepProps) {
  const { chart, now, zone } = useBedside()
  const waiting = awaitingResult(chart)
  const others = allCollections(chart).filter((each) => !waiting.includes(each))
  const choices = [
    ...waiting.map((each) => choiceOf(each, now, zone, 'waits for its result')),
    ...others
      .slice(0, 2)
      .map((each) => choiceOf(each, now, zone, 'has a result: amended or repeated')),
    {
      value: STATED,
      label: 'Another sample',
      hint: 'Its collection was not recorded: say when and where from',
    },
  ]
  return (
    <>
      <ChoiceField
        label={SAMPLE_FIELDS.which}
        choices={choices}
        value={sample.collection === null ? null : String(sample.collection)}
        onChange={(value) => onSample({ collection: value === STATED ? STATED : Number(value) })}
      />
      {sample.collection === STATED && (
        <>
          <StatedTimeField
            of="sample"
            label={SAMPLE_FIELDS.time}
            stated={sample.time}
            onStated={(time) => onSample({ time })}
            now={now}
            zone={zone}
          />
          <SitePicker site={sample.site} onSite={(site) => onSample({ site })} />
          <TextField
            label="Laboratory number, if known"
            value={sample.accession}
            onChange={(accession) => onSample({ accession })}
          />
        </>
      )}
    </>
  )
}

function choiceOf(each: Collection, now: Instant, zone: TimeZone, what: string) {
  const number = each.accession === null ? '' : `, laboratory number ${each.accession}`
  return {
    value: String(each.seq),
    label: `Collected ${relativeText(each.at, now, zone)}`,
    hint: `${SITE_WORDS[each.site]}${number}; ${what}`,
  }
}
