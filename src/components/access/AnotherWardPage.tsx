import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { openInEmergency } from '../../store/access.ts'
import { useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import { clockText } from '../../wording.ts'
import { ResumedLine } from '../bedside/ResumedLine.tsx'
import { useDraft } from '../bedside/useDraft.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Problem, type ProblemShown } from '../rules/Problem.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './AccessList.module.css'

const NOT_FOUND: ProblemShown = {
  title: 'No open chart by this MRN',
  detail: 'The number has to be exact, and the patient must have an open heparin chart.',
  next: 'Look at the wristband and key the whole number.',
}
const NO_REPLY: ProblemShown = {
  title: 'The server did not answer',
  detail: 'The chart was not opened.',
  next: 'Try again. Until then the pump and the paper chart count.',
}

const NOTHING = { mrn: '', reason: '' }

/** Opens the chart of a patient on another ward: by the exact MRN, with a reason, for four hours. */
export function AnotherWardPage() {
  const { user } = useSession()
  return (
    <AccessFrame title="Patient on another ward">
      <p className={classes.told}>
        In an emergency you can open the chart of a patient whose ward is not yours, for 4 hours.
        Your name, the time and your reason go on record; that ward sees them, and an administrator
        reviews each one.
      </p>
      <OpenNow />
      {user.role === 'administrator' ? (
        <p>Charts are opened by those who treat the patient, not by an administrator.</p>
      ) : (
        <Form />
      )}
    </AccessFrame>
  )
}

function OpenNow() {
  const { emergencyAccess = [] } = useSession()
  const now = useNow()
  const zone = useZone()
  const open = emergencyAccess.filter(({ endsAt }) => now < endsAt)
  if (open.length === 0) return null
  return (
    <section aria-label="Open to you now">
      <h2>Open to you now</h2>
      <ul className={classes.list}>
        {open.map(({ chartId, endsAt, reason }) => (
          <li key={chartId} className={classes.line}>
            <p className={classes.lead}>until {clockText(endsAt, zone)}</p>
            <p>
              {reason} <LinkButton href={`/charts/${chartId}`}>Open the chart</LinkButton>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Form() {
  const store = useChartStore()
  const [, goTo] = useLocation()
  const { user } = useSession()
  const name = { userId: user.userId, chartId: 'access', page: 'another-ward' }
  const [{ mrn, reason }, set, clear, step] = useDraft(name, NOTHING)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemShown | null>(null)

  async function open(): Promise<void> {
    const missing = missingField(mrn, reason)
    if (missing) return setProblem(missing)
    setBusy(true)
    const reply = await openInEmergency(store, { mrn: mrn.trim(), reason: reason.trim() })
    setBusy(false)
    if (reply.kind === 'unknown') return setProblem(NO_REPLY)
    if (reply.kind === 'problem') {
      return setProblem(reply.problem.status === 404 ? NOT_FOUND : reply.problem)
    }
    clear()
    await store.renewSession()
    goTo(`/charts/${reply.value.chartId}`)
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (!isBusy) void open()
      }}
    >
      <ResumedLine step={step} />
      <TextField label="MRN of the patient" value={mrn} onChange={(text) => set({ mrn: text })} />
      <TextField
        label="Reason"
        hint="Why this patient's chart is needed now"
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
      {problem && <Problem problem={problem} />}
      <BigButton type="submit" look="primary" wide busy={isBusy}>
        Open for 4 hours, on record
      </BigButton>
    </form>
  )
}

function missingField(mrn: string, reason: string): ProblemShown | null {
  if (mrn.trim() === '') {
    return { title: 'The MRN is missing', next: 'Key the whole number from the wristband.' }
  }
  if (reason.trim() === '') {
    return { title: 'The reason is missing', next: 'Write why this chart is needed now.' }
  }
  return null
}
