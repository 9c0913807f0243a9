import { useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Alarm, type AlarmItem, alarmsAt } from '../../chart/alarmOf.ts'
import { type AlarmMoment, nothingHeard } from '../../chart/nextAlarm.ts'
import type { Person, PersonOnEntry } from '../../chart/people.ts'
import type { LockedWard } from '../../store/lockedAlarms.ts'
import { useChartStore, useStoreState } from '../../store/useChart.ts'
import type { Instant, TimeZone } from '../../time.ts'
import { clockText } from '../../wording.ts'
import { AlarmNote, AlarmStrip } from './AlarmStrip.tsx'
import { alarmsFor, asCompetent, lockedItems } from './alarmItems.ts'
import { useSaid, whoseTablet } from './useSaid.ts'
import { useVoice } from './useVoice.tsx'

interface LockedAlarmsProps {
  /** Whose session is locked; null: nobody is signed in. */
  readonly person: PersonOnEntry | null
  /** Where on the screen an alarm stands; null: it is heard alone. */
  readonly place: HTMLElement | null
}

/**
 * The alarms of a tablet that is locked, or on which nobody is signed in: bed, task and time, shown, read out and sounding
 * as on an open one (H9, H57). A tablet that the ward does not know has none, and asks no more.
 */
export function LockedAlarms(props: LockedAlarmsProps) {
  const { person } = props
  const ward = useLockedWard(person === null)
  const session = useStoreState((state) => state.session)
  const own = session.status === 'signed-in' ? session.session : null
  if (ward === null || person?.role === 'administrator') return null
  const zone = own?.facility.timeZone ?? ward.told?.timeZone
  const { now } = ward
  if (zone === undefined || now === null) {
    return props.place && createPortal(<AlarmNote>{NO_ANSWER}</AlarmNote>, props.place)
  }
  // Whether they are competent is known where they were signed in on this page; else it is told rather than not.
  const whose = own?.user ?? (person && asCompetent(person, now))
  return <Watch {...props} {...{ ward, now, zone, whose }} />
}

/** What alarms on the ward; null before the first answer, and where nobody is signed in on a tablet that the ward does not know. */
function useLockedWard(isNobodys: boolean): LockedWard | null {
  const store = useChartStore()
  const [ward, setWard] = useState<LockedWard | null>(null)
  useEffect(() => {
    const end = store.followAlarms((heard) => {
      setWard(heard)
      if (isNobodys && heard.told?.known === false) end()
    })
    return end
  }, [store, isNobodys])
  return isNobodys && ward?.told?.known !== true ? null : ward
}

interface WatchProps extends LockedAlarmsProps {
  readonly ward: LockedWard
  readonly now: Instant
  readonly zone: TimeZone
  readonly whose: Person | null
}

/** What stands when it is first looked at is said: no board is before anybody here. */
const nothingSaid = { ...nothingHeard, hasLooked: true }

function Watch({ ward, now, zone, whose, place }: WatchProps) {
  const wardId = useStoreState((state) => state.wardId)
  const { say, readOut, sound } = useVoice(zone)
  const { userId, role } = whose ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same person is worked out anew with each answer
  const moment = useMemo(
    () => ({
      alarms: ward.told ? alarmsOf(whose, lockedItems(ward.told), now) : [],
      ward: wardHeard(ward),
    }),
    [ward, now, userId, role],
  )
  const { showing, see } = useSaid(
    {
      ...moment,
      ...{ now, zone, before: nothingSaid, openChart: 'locked' },
      whose: whose && whoseTablet(whose, wardId),
    },
    say,
  )
  const why = showing === null ? whyNone(ward, zone) : null
  const shown =
    why === null ? (
      <AlarmStrip {...{ showing, sound, now, zone }} leads={false} onSee={see} />
    ) : (
      <AlarmNote>{why}</AlarmNote>
    )
  return (
    <>
      {readOut}
      {place && createPortal(shown, place)}
    </>
  )
}

/** Where nobody is signed in nobody may deal with anything: what is high alone is told, as on every tablet of the ward. */
function alarmsOf(whose: Person | null, items: readonly AlarmItem[], now: Instant): Alarm[] {
  if (whose !== null) return alarmsFor(whose, items, now)
  return alarmsAt(items, now).filter(({ priority }) => priority === 'high')
}

function wardHeard({ told, isSilent, silentSince }: LockedWard): AlarmMoment['ward'] {
  if (!isSilent) return told === null ? null : 'live'
  return silentSince === null ? null : { silentSince }
}

const NO_ANSWER = 'No alarms here: the server does not answer'

/** Why nothing alarms here, or not all; null: all that alarms does. */
function whyNone({ told, isSilent, silentSince }: LockedWard, zone: TimeZone): string | null {
  if (isSilent) {
    return silentSince === null ? NO_ANSWER : `No alarms here since ${clockText(silentSince, zone)}`
  }
  if (told?.known === false) return 'No alarms: the ward does not know this tablet'
  const damaged = told?.damaged ?? 0
  return damaged === 0
    ? null
    : `No alarms of ${damaged} damaged ${damaged === 1 ? 'chart' : 'charts'}`
}
