import { useState } from 'react'
import { type AccessReview, readAccessReviews, reviewAccess } from '../../store/access.ts'
import { useChartStore, useSession, useZone } from '../../store/useChart.ts'
import { dayAndClockText } from '../../wording.ts'
import { ResumedLine } from '../bedside/ResumedLine.tsx'
import { useDraft } from '../bedside/useDraft.ts'
import { Problem, type ProblemShown } from '../rules/Problem.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './AccessList.module.css'
import { Answered } from './Answered.tsx'
import { useAnswer } from './useAnswer.ts'

const NO_REPLY: ProblemShown = {
  title: 'The server did not answer',
  next: 'Open this page again and see whether the review stands.',
}

const NOTHING = { finding: '' }

const NOT_WRITTEN: ProblemShown = {
  title: 'What you found is missing',
  next: 'Say in a sentence whether the reason holds, then press Reviewed.',
}

/** Every chart of another ward that was opened in an emergency, for an administrator to review once. */
export function AccessReviewPage() {
  const store = useChartStore()
  const [reviewed, setReviewed] = useState(0)
  const reply = useAnswer(() => readAccessReviews(store), `${reviewed}`)
  return (
    <AccessFrame title="Emergency access to charts of other wards">
      <Answered reply={reply}>
        {({ accesses }) =>
          accesses.length === 0 ? (
            <p className={classes.told}>
              None so far. Each chart of another ward that is opened in an emergency comes up here.
            </p>
          ) : (
            <ul className={classes.list}>
              {accesses.map((access) => (
                <Line
                  key={access.accessId}
                  access={access}
                  onReviewed={() => setReviewed(reviewed + 1)}
                />
              ))}
            </ul>
          )
        }
      </Answered>
    </AccessFrame>
  )
}

function Line({ access, onReviewed }: { access: AccessReview; onReviewed: () => void }) {
  const zone = useZone()
  const { wards } = useSession()
  const { by, begunAt, mrn, wardId, reason, review } = access
  const ward = wards.find((each) => each.wardId === wardId)?.name ?? wardId
  return (
    <li className={classes.line}>
      <div>
        <p className={classes.lead}>
          {by.name} {by.role}
        </p>
        <p>{dayAndClockText(begunAt, zone)}</p>
      </div>
      <div>
        <p>
          MRN {mrn}, ward {ward}: {reason}
        </p>
        {review ? (
          <p>
            Reviewed by {review.by.name}, {dayAndClockText(review.at, zone)}: {review.finding}
          </p>
        ) : (
          <Review accessId={access.accessId} onReviewed={onReviewed} />
        )}
      </div>
    </li>
  )
}

function Review({ accessId, onReviewed }: { accessId: string; onReviewed: () => void }) {
  const store = useChartStore()
  const { user } = useSession()
  const name = { userId: user.userId, chartId: 'access', page: `review-${accessId}` }
  const [{ finding }, set, clear, step] = useDraft(name, NOTHING)
  const [problem, setProblem] = useState<ProblemShown | null>(null)

  async function review(): Promise<void> {
    if (finding.trim() === '') return setProblem(NOT_WRITTEN)
    const reply = await reviewAccess(store, accessId, finding.trim())
    if (reply.kind === 'ok') {
      clear()
      return onReviewed()
    }
    setProblem(reply.kind === 'problem' ? reply.problem : NO_REPLY)
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void review()
      }}
    >
      <ResumedLine step={step} />
      <TextField
        label="What the review found"
        value={finding}
        onChange={(text) => set({ finding: text })}
      />
      {problem && <Problem problem={problem} />}
      <BigButton type="submit" small>
        Reviewed
      </BigButton>
    </form>
  )
}
