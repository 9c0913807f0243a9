import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BleedingSite } from '../../chart/careFields.ts'
import { bleedingSites } from '../../chart/careFields.ts'
import type { Entry, EntryOf } from '../../chart/entries.ts'
import { SITE_NAMES } from '../careTextsBleeding.ts'
import { WillBeKept } from '../outbox/WillBeKept.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { BigChoices } from '../ui/BigChoices.tsx'
import { TickField } from '../ui/TickField.tsx'
import { ActFrame } from './ActFrame.tsx'
import { AfterEvent } from './AfterEvent.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { listOf } from './draftShape.ts'
import { EventForm } from './EventForm.tsx'
import { given } from './given.ts'
import styles from './ObservePage.module.css'
import { NOW } from './statedTime.ts'
import { usePageDraft } from './usePageDraft.ts'

type Observed = EntryOf<'observationRecorded'>
interface Draft {
  readonly bleeding: Observed['bleeding'] | null
  readonly sites: readonly BleedingSite[]
  readonly saidWhere: boolean
  readonly clots: NonNullable<Observed['clots']> | null
  readonly text: string
  readonly time: typeof NOW
}
const EMPTY: Draft = {
  bleeding: null,
  sites: [],
  saidWhere: false,
  clots: null,
  text: '',
  time: NOW,
}

/** A look for bleeding and clots: one question a screen; a suspected major bleed is recorded without a second one (OBS-1). */
export function ObservePage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Observe />
    </AtBedside>
  )
}

function Observe() {
  const [draft, set, clear] = usePageDraft('observe', EMPTY, {}, { sites: listOf(bleedingSites) })
  const [done, setDone] = useState<Observed | null>(null)
  const { chart } = useBedside()
  const [, go] = useLocation()
  const finish = (entry: Entry) => {
    clear()
    if (entry.kind !== 'observationRecorded') return
    if (entry.bleeding === 'none-seen' && entry.clots !== 'new-or-growing') {
      go(`/charts/${chart.chartId}`)
    } else setDone(entry)
  }
  if (done !== null) return <AfterEvent entry={done} />
  if (draft.bleeding === null) return <Bleeding onChoose={(bleeding) => set({ bleeding })} />
  if (draft.bleeding === 'minor' && !draft.saidWhere) {
    return (
      <Where
        sites={draft.sites}
        onSites={(sites) => set({ sites })}
        onNext={() => set({ saidWhere: true })}
        onBack={() => set({ bleeding: null })}
      />
    )
  }
  const isMajor = draft.bleeding === 'major-suspected'
  const back = () => set(draft.bleeding === 'minor' ? { saidWhere: false } : { bleeding: null })
  if (!isMajor && draft.clots === null) {
    return <Clots onChoose={(clots) => set({ clots })} onBack={back} />
  }
  return (
    <EventForm
      title={titleOf(draft)}
      submitLabel={isMajor ? 'Record it and go to STOP' : 'Record the check'}
      text={draft.text}
      onText={(text) => set({ text })}
      textLabel="More about it, if you wish"
      time={draft.time}
      onTime={(time) => set({ time })}
      timeLabel="When was it seen?"
      onBack={() => (isMajor ? set({ bleeding: null }) : set({ clots: null }))}
      make={(common) => ({
        ...common,
        kind: 'recordObservation',
        bleeding: given(draft.bleeding),
        sites: draft.bleeding === 'minor' ? [...draft.sites] : [],
        ...(draft.clots === null || isMajor ? {} : { clots: draft.clots }),
      })}
      onDone={finish}
    >
      <WillBeKept />
    </EventForm>
  )
}

const TITLES = {
  'none-seen': 'No bleeding seen',
  minor: 'Minor bleeding',
  'major-suspected': 'Suspected major bleeding',
}

function titleOf({ bleeding, clots }: Draft): string {
  const seen = TITLES[given(bleeding)]
  if (bleeding === 'major-suspected') return seen
  return `${seen}, ${clots === 'new-or-growing' ? 'new or growing clots' : 'no new clots'}`
}

function Bleeding({ onChoose }: { onChoose: (bleeding: Observed['bleeding']) => void }) {
  return (
    <ActFrame title="Any bleeding?">
      <p>
        Look at cannula, drain, wound and surgical sites; bruises, nose, gums; urine by dipstick.
        (OBS-1)
      </p>
      <BigChoices<Observed['bleeding']>
        label="Any bleeding?"
        choices={[
          { value: 'none-seen', label: 'None seen' },
          {
            value: 'minor',
            label: 'Minor',
            hint: 'Bruises, nose, gums, blood on dipstick. An MO looks again',
          },
          {
            value: 'major-suspected',
            label: 'Major suspected',
            hint: 'Also unexplained pain in back, leg or belly. Leads to STOP',
            grave: true,
          },
        ]}
        onChoose={onChoose}
      />
    </ActFrame>
  )
}

interface WhereProps {
  sites: readonly BleedingSite[]
  onSites: (sites: readonly BleedingSite[]) => void
  onNext: () => void
  onBack: () => void
}

function Where({ sites, onSites, onNext, onBack }: WhereProps) {
  return (
    <ActFrame title="Where does it bleed?" onBack={onBack}>
      <div className={styles.sites}>
        {bleedingSites.map((site) => (
          <TickField
            key={site}
            label={SITE_NAMES[site]}
            ticked={sites.includes(site)}
            onChange={(ticked) =>
              onSites(ticked ? [...sites, site] : sites.filter((each) => each !== site))
            }
          />
        ))}
      </div>
      {sites.length === 0 ? (
        <p>Tick where, to go on.</p>
      ) : (
        <BigButton look="primary" onClick={onNext}>
          Next
        </BigButton>
      )}
    </ActFrame>
  )
}

interface ClotsProps {
  onChoose: (clots: NonNullable<Observed['clots']>) => void
  onBack: () => void
}

function Clots({ onChoose, onBack }: ClotsProps) {
  return (
    <ActFrame title="New or growing clots?" onBack={onBack}>
      <BigChoices<NonNullable<Observed['clots']>>
        label="New or growing clots?"
        choices={[
          { value: 'none-seen', label: 'None seen' },
          { value: 'new-or-growing', label: 'New or growing', hint: 'An MO looks at it' },
        ]}
        onChoose={onChoose}
      />
    </ActFrame>
  )
}
