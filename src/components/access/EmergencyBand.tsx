import { useNow, useSession, useZone } from '../../store/useChart.ts'
import { clockText } from '../../wording.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Banner } from '../ui/Banner.tsx'

/** The band above a chart of another ward, as long as it is shown: by what right, until when, and why. */
export function EmergencyBand({ chartId, wardId }: { chartId: string; wardId: string }) {
  const { wards, emergencyAccess = [] } = useSession()
  const now = useNow()
  const zone = useZone()
  if (wards.some((ward) => ward.wardId === wardId)) return null
  const access = emergencyAccess.find((each) => each.chartId === chartId)
  if (!access || access.endsAt <= now) {
    return (
      <Banner
        tone="ink"
        icon="overdue"
        title="This chart is on another ward, and your emergency access has ended"
        act={
          <LinkButton href="/another-ward" small>
            Open it again
          </LinkButton>
        }
      >
        What stands here is not kept up to date. Nothing can be entered; STOP is taken.
      </Banner>
    )
  }
  return (
    <Banner
      tone="soon"
      icon="person"
      title={`Emergency access: until ${clockText(access.endsAt, zone)}`}
      act={
        <LinkButton href={`/charts/${chartId}/readings`} small>
          Who has read
        </LinkButton>
      }
    >
      {access.reason}. This patient is on another ward. Your name and this reason are on record.
    </Banner>
  )
}
