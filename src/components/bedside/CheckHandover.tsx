import { useLocation } from 'wouter'
import type { PendingNow } from '../../chart/pending.ts'
import { instantOf, isoOf } from '../../time.ts'
import { clockText, relativeText } from '../../wording.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { ActFrame } from './ActFrame.tsx'
import { useBedside } from './BedsideContext.ts'
import { CheckerChoice } from './CheckerChoice.tsx'
import styles from './CheckHandover.module.css'
import { PENDING_WORDS } from './pendingWords.ts'
import { RuleTags } from './RuleTags.tsx'
import { SendOutcome } from './SendOutcome.tsx'
import { useSecondSigners } from './useSecondSigners.ts'
import { useSending } from './useSending.ts'

interface CheckHandoverProps {
  pending: PendingNow
  /** The checker, who has the tablet now. */
  onWho: (userId: string) => void
  /** Back to the card, where another person takes the read-back over. */
  onBack?: () => void
}

/** Between the two people: who signed, until when it waits, and the tablet changes hands. No figure is shown here. */
export function CheckHandover({ pending, onWho, onBack }: CheckHandoverProps) {
  const { chart, user, now, zone, serverNow } = useBedside()
  const [, go] = useLocation()
  const sending = useSending()
  const words = PENDING_WORDS[pending.kind]
  const mayWithdraw = user.userId === pending.by.userId && onBack === undefined
  const people = useSecondSigners(pending.kind, pending.by)

  const withdraw = async () => {
    const entry = await sending.send({
      kind: 'withdraw',
      expectedVersion: chart.version,
      happenedAt: isoOf(serverNow()),
      actSeq: pending.actSeq,
    })
    if (entry !== null) go(`/charts/${chart.chartId}`)
  }
  return (
    <ActFrame title={`${words.name}: a second person checks`} onBack={onBack}>
      <p className={styles.line}>
        Signed first by <strong>{pending.by.name}</strong> ({pending.by.role}) at{' '}
        {clockText(instantOf(pending.entry.recordedAt), zone)}.
      </p>
      {pending.lapsesAt !== null && (
        <p className={styles.line}>
          It lapses {relativeText(pending.lapsesAt, now, zone)}: after that nothing has happened,
          and it is signed anew. <RuleTags rules={['SIGN-8']} />
        </p>
      )}
      <p className={styles.line}>
        {onBack === undefined && 'Leave the pump as it is. '}Hand the tablet to the checker: another
        person, who works the figure out alone. <RuleTags rules={['SIGN-4']} />
      </p>
      <SendOutcome state={sending.state} />
      <CheckerChoice firstSigner={pending.by} people={people} onWho={onWho} />
      {mayWithdraw && (
        <div>
          <BigButton
            small
            look="quiet"
            flush
            busy={sending.state.kind === 'saving'}
            onClick={() => void withdraw()}
          >
            Withdraw my signature
          </BigButton>
        </div>
      )}
    </ActFrame>
  )
}
