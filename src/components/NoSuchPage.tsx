import { LinkButton } from './LinkButton.tsx'
import { Notice } from './ui/Notice.tsx'

/** An address that nothing stands at, and the way back. */
export function NoSuchPage() {
  return (
    <Notice
      title="There is no page at this address"
      detail="It may be an old link. Nothing was recorded."
      act={<LinkButton href="/">Back to the ward board</LinkButton>}
    />
  )
}
