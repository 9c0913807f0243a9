import { useState } from 'react'
import { useNow, useSession, useZone } from '../../store/useChart.ts'
import type { WardDueItem } from '../../store/wardDue.ts'
import { LinkButton } from '../LinkButton.tsx'
import { isOwnedBy, type OwnerGroup } from '../ownerWords.ts'
import { FilterBar } from '../ui/FilterBar.tsx'
import classes from '../ui/PageFrame.module.css'
import { BackToBoard } from './BackToBoard.tsx'
import { DueGroups } from './DueGroups.tsx'
import { WardDue } from './WardDue.tsx'
import { wardLines } from './wardLines.ts'

type Shown = OwnerGroup | 'all'

const CHOICES: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'all', label: 'Everybody' },
  { value: 'nurse', label: 'Nurse' },
  { value: 'mo', label: 'MO' },
  { value: 'pharmacist', label: 'Pharmacist' },
]

/** Everything that is due on the ward, in three priorities, the most urgent first (TIME-1 to TIME-8). */
export function WardDuePage() {
  const now = useNow()
  const zone = useZone()
  const { user } = useSession()
  const [shown, setShown] = useState<Shown>('all')
  const isWanted = (item: WardDueItem) => shown === 'all' || isOwnedBy(item, shown)
  return (
    <main className={classes.page}>
      <BackToBoard />
      <div className={classes.head}>
        <h1 className={classes.title}>Due on the ward</h1>
        <LinkButton href="/ward/timeline" look="quiet" small>
          Over the shift
        </LinkButton>
      </div>
      <FilterBar label="Whose" choices={CHOICES} value={shown} onChange={setShown} />
      <WardDue>
        {(page) => (
          <DueGroups
            key={shown}
            foldsLater
            items={wardLines(page, { isWanted, now, zone, user })}
          />
        )}
      </WardDue>
    </main>
  )
}
