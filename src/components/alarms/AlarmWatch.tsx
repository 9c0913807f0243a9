import { useNow, useSession, useZone } from '../../store/useChart.ts'
import { AlarmStrip } from './AlarmStrip.tsx'
import { useAlarms } from './useAlarms.ts'
import { useVoice } from './useVoice.tsx'

/** The alarms of the tablet: on the screen, read out once, and where people chose it with tones and notifications. */
export function AlarmWatch() {
  const { user } = useSession()
  return user.role === 'administrator' ? null : <Watch />
}

function Watch() {
  const now = useNow()
  const zone = useZone()
  const { say, readOut, sound } = useVoice(zone)
  const { showing, see } = useAlarms(say)
  return (
    <>
      {readOut}
      <AlarmStrip showing={showing} sound={sound} now={now} zone={zone} leads onSee={see} />
    </>
  )
}
