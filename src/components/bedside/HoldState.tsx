import type { Assessment, Stop } from '../../chart/chart.ts'
import { lateFrom } from '../../chart/restartLateFrom.ts'
import { type Instant, laterOf, minutesBetween } from '../../time.ts'
import { durationText, overdueText, rateText, whenText } from '../../wording.ts'
import { entryText } from '../entryText.ts'
import { Banner } from '../ui/Banner.tsx'
import { type Bedside, useBedside } from './BedsideContext.ts'
import { SECONDS_SHOWN_FROM_MIN, useSecondsNear } from './useSecondsNear.ts'

const SECONDS_PER_MINUTE = 60

/** How long the hold still lasts (by the second in its last two minutes), and whether the MO has assessed (TIME-3). */
export function HoldState({ stop }: { stop: Stop }) {
  const bedside = useBedside()
  const { chart, now, zone } = bedside
  const { assessment } = chart
  const holdEnd = stop.restartNotBefore
  const before = stop.rateBeforeMlPerHour
  return (
    <>
      <p>
        Stopped at {whenText(stop.at, now, zone)}
        {before === null ? '' : ` while running at ${rateText(before)}`}.
      </p>
      <WhatNext holdEnd={holdEnd} assessment={assessment} />
      <p>{assessmentWords(assessment, bedside)}</p>
    </>
  )
}

interface WhatNextProps {
  holdEnd: Instant | null
  assessment: Assessment | null
}

function WhatNext({ holdEnd, assessment }: WhatNextProps) {
  if (holdEnd === null) {
    return <Banner tone="soon" title="A provisional stop has no hold: the MO decides (SIGN-5)" />
  }
  if (assessment?.plan === 'stay-off') {
    return <KeptOff decidesBy={assessment.until ?? lateFrom(holdEnd)} />
  }
  return <Hold end={laterOf(holdEnd, assessment?.until ?? holdEnd)} />
}

/** An infusion that the MO keeps off is no restart that is late, however long ago its hold ended (TIME-3). */
function KeptOff({ decidesBy }: { decidesBy: Instant }) {
  const { now, zone } = useBedside()
  return (
    <Banner
      tone="soon"
      title="Off by the MO’s choice: do not restart"
      ticking={
        decidesBy > now
          ? `: decides again by ${whenText(decidesBy, now, zone)}`
          : `: decision ${overdueText(decidesBy, now, zone)}`
      }
    >
      Call the MO if the patient needs heparin before. (TIME-3)
    </Banner>
  )
}

function Hold({ end }: { end: Instant }) {
  const { now, zone } = useBedside()
  const at = useSecondsNear(end)
  const left = minutesBetween(at, end)
  if (left <= 0) {
    return (
      <Banner tone="stop" title="Restart" ticking={` ${overdueText(end, now, zone)}`}>
        The hold is over: restart as soon as the assessment allows it. (TIME-3)
      </Banner>
    )
  }
  return (
    <Banner
      tone="soon"
      title={`Restart not before ${whenText(end, now, zone)}`}
      ticking={`: ${leftText(left)}`}
    >
      The hold counts from the actual stop. (NOMO-8, TIME-3)
    </Banner>
  )
}

function leftText(minutes: number): string {
  return minutes <= SECONDS_SHOWN_FROM_MIN
    ? `${Math.ceil(minutes * SECONDS_PER_MINUTE)} seconds to go`
    : `${durationText(Math.ceil(minutes))} to go`
}

/** The assessment as the record words it, with until when where it has that. */
function assessmentWords(assessment: Assessment | null, { entries, now, zone }: Bedside): string {
  const entry = entries.find(({ seq }) => seq === assessment?.seq)
  if (assessment === null || entry === undefined) {
    return 'MO assessment: not yet signed. Call the MO.'
  }
  const when = assessment.until === null ? '' : `, until ${whenText(assessment.until, now, zone)}`
  return `MO assessment at ${whenText(assessment.at, now, zone)}: ${entryText(entry, zone)}${when}.`
}
