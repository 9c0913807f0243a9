import type { ReactNode } from 'react'
import { useWardDue } from '../../store/useWardDue.ts'
import type { WardDue as Page } from '../../store/wardDue.ts'
import { Banner } from '../ui/Banner.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { HeldLists } from '../ui/HeldLists.tsx'
import { Notice } from '../ui/Notice.tsx'

/** What stands on the due list of the ward, or that it cannot be read; charts that cannot be shown are counted. */
export function WardDue({ children }: { children: (page: Page) => ReactNode }) {
  const { due, again } = useWardDue()
  if (due.kind === 'loading') return <p>Reading the ward...</p>
  if (due.kind === 'unreachable') {
    return (
      <Notice
        inPage
        title="The ward’s list could not be read"
        detail="What is due is not known here: look at the paper charts and the pumps."
        act={<BigButton onClick={again}>Try again</BigButton>}
      />
    )
  }
  const { damaged } = due.page
  return (
    <>
      {damaged.length > 0 && (
        <Banner
          tone="ink"
          icon="overdue"
          title={`${damaged.length} not in this list: the record is damaged`}
        >
          Use the paper chart and the pump for these patients, and tell the administrator.
        </Banner>
      )}
      <HeldLists>{children(due.page)}</HeldLists>
    </>
  )
}
