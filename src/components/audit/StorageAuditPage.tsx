import { useState } from 'react'
import { Link } from 'wouter'
import type { Role } from '../../chart/people.ts'
import { useSession, useStoreState } from '../../store/useChart.ts'
import frame from '../bedside/ActFrame.module.css'
import { Why } from '../rules/Why.tsx'
import { Banner } from '../ui/Banner.tsx'
import classes from './AuditPage.module.css'
import { StorageAudits } from './StorageAudits.tsx'
import { StorageForm } from './StorageForm.tsx'

const RECORDS: ReadonlySet<Role> = new Set(['pharmacist', 'RN', 'RM'])

/** The stock of heparin ampoules of a ward: what was found, and when (AUDIT-1). */
export function StorageAuditPage() {
  const { user, wards } = useSession()
  const wardId = useStoreState((state) => state.wardId)
  const [added, setAdded] = useState(0)
  const ward = wards.find((each) => each.wardId === wardId)
  return (
    <main className={`${frame.frame} ${classes.page}`}>
      <div className="screenOnly">
        <Link href="/audit" className={frame.back ?? ''}>
          ‹ Back to the audit
        </Link>
      </div>
      <h1 className={frame.title}>Heparin ampoules of {ward?.name ?? 'the ward'}</h1>
      <Why question="What is looked at" rules={['AUDIT-1']}>
        <p>
          Boluses are drawn from ampoules of 5,000 units in 5 mL and from no others. Count them, see
          that they are kept apart from other strengths, and write down any other heparin.
        </p>
      </Why>
      {wardId !== null && RECORDS.has(user.role) ? (
        <StorageForm key={wardId} wardId={wardId} onAdded={() => setAdded(added + 1)} />
      ) : (
        <Banner tone="quiet" title="Recorded by the pharmacist and the registered nurses of a ward">
          You can read here what they found.
        </Banner>
      )}
      {wardId !== null && <StorageAudits key={`${wardId} ${added}`} wardId={wardId} />}
    </main>
  )
}
