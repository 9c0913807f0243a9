import { useEffect, useState } from 'react'
import type { Reply } from '../../store/api.ts'
import { useChartStore, useNow, useZone } from '../../store/useChart.ts'
import { readStorageAudits, type StorageAudit } from '../../store/wardAudit.ts'
import { instantOf } from '../../time.ts'
import { numberText, relativeText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import figures from './AuditFigures.module.css'
import classes from './AuditPage.module.css'

type Answer = Reply<{ audits: StorageAudit[] }> | null

/** What was found before on a ward, the latest first. */
export function StorageAudits({ wardId }: { wardId: string }) {
  const store = useChartStore()
  const [reply, setReply] = useState<Answer>(null)
  useEffect(() => {
    void readStorageAudits(store, wardId).then(setReply)
  }, [store, wardId])
  return (
    <section aria-labelledby="found">
      <h2 id="found" className={classes.heading}>
        Found before
      </h2>
      <List reply={reply} />
    </section>
  )
}

function List({ reply }: { reply: Answer }) {
  if (reply === null) return <p className={classes.empty}>Reading...</p>
  if (reply.kind === 'problem') return <Problem problem={reply.problem} />
  if (reply.kind === 'unknown') {
    return <p className={classes.empty}>The server did not answer. Open this page again.</p>
  }
  const { audits } = reply.value
  if (audits.length === 0) {
    return (
      <p className={classes.empty}>
        Nothing yet. Count the ampoules on the ward and record it above.
      </p>
    )
  }
  return (
    <ul className={figures.figures}>
      {audits.map((audit) => (
        <Line key={audit.commandId} audit={audit} />
      ))}
    </ul>
  )
}

function Line({ audit }: { audit: StorageAudit }) {
  const now = useNow()
  const zone = useZone()
  const { ampoulesOf5000Units: ampoules, storedApartFromOtherStrengths, by } = audit
  const { otherHeparinFound: other, text } = audit
  return (
    <li className={figures.figure}>
      <div>
        <p className={figures.label}>{relativeText(instantOf(audit.happenedAt), now, zone)}</p>
        <p>
          {by.name}, {by.role}
        </p>
      </div>
      <div>
        <p className={figures.label}>
          {numberText(ampoules)} {ampoules === 1 ? 'ampoule' : 'ampoules'} of 5,000 units in 5 mL
        </p>
        <p>
          {storedApartFromOtherStrengths
            ? 'Kept apart from other strengths.'
            : 'NOT kept apart from other strengths.'}
        </p>
        <p>{other === undefined ? 'No other heparin found.' : `Other heparin found: ${other}`}</p>
        {text !== undefined && <p>{text}</p>}
      </div>
    </li>
  )
}
