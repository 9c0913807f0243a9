import { useLocation } from 'wouter'
import type { Chart, Owed } from '../../chart/chart.ts'
import type { EntryKind } from '../../chart/entries.ts'
import { nameAndRole, type PersonOnEntry } from '../../chart/people.ts'
import { signsAsFirst } from '../../chart/secondOf.ts'
import { shownNow } from '../../chart/shownNow.ts'
import { isoOf } from '../../time.ts'
import { LinkButton } from '../LinkButton.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { useBedside } from './BedsideContext.ts'
import styles from './CountersignSign.module.css'
import type { KeepFigures } from './KeepCheck.tsx'
import { PersonField } from './PersonField.tsx'
import { SendOutcome } from './SendOutcome.tsx'
import { SignaturePad } from './SignaturePad.tsx'
import { useChosenPerson } from './useChosenPerson.ts'
import { useSecondSigners } from './useSecondSigners.ts'
import { type SendingState, useSending } from './useSending.ts'

interface CountersignSignProps {
  act: Owed
  figures: KeepFigures
  /** The figures keyed differ from the first ones: they are keyed afresh. */
  onDiffers: () => void
}

const MEANINGS: Readonly<Record<Owed['kind'], string>> = {
  stop: 'Countersigned: the infusion was stopped.',
  cease: 'Countersigned: the infusion was ceased.',
  keep: 'Second check: no change.',
  fact: 'Countersigned: this was found at the bedside. For a pump rate: I have read the pump too.',
  'strike-out': 'Countersigned: the entry is struck out.',
  bag: 'Second check: I have read the bag’s label.',
}

/** Who countersigns, and their PIN: anybody competent, whoever's session it is (SIGN-3). */
export function CountersignSign({ act, figures, onDiffers }: CountersignSignProps) {
  const { chart, user, store, serverNow } = useBedside()
  const [, go] = useLocation()
  const isOwnFirst = act.firstMissing && signsAsFirst(act, user)
  const seconds = useSecondSigners(kindOf(chart, act), act.by)
  // Whose identity was not proven may still sign their own act (SIGN-5).
  const people = seconds && withFirst(act, user, seconds)
  const [userId, setUserId] = useChosenPerson(
    act.by?.userId === user.userId && !isOwnFirst ? '' : user.userId,
    people,
  )
  const sending = useSending()
  const { state } = sending

  const sign = async (pin: string) => {
    const shown = act.kept && shownNow(chart, act.kept.resultSeq, act.kept.rateMlPerHour)
    const entry = await sending.send(
      {
        kind: 'countersign',
        expectedVersion: chart.version,
        happenedAt: isoOf(serverNow()),
        actSeq: act.actSeq,
        ...figures,
        ...(shown === null ? {} : { shown }),
      },
      { userId: userId.trim(), pin },
    )
    if (entry !== null) go(`/charts/${chart.chartId}`)
    else await store.loadChart(chart.chartId)
  }
  return (
    <>
      <SendOutcome state={state} />
      {isDifferent(state) && <Differs act={act} onDiffers={onDiffers} />}
      <SignaturePad
        meaning={isOwnFirst && userId.trim() === user.userId ? OWN : MEANINGS[act.kind]}
        who={
          <>
            <p>Recorded by {nameAndRole(act.by)}.</p>
            <PersonField
              label="Who signs?"
              textLabel="User name of the person who signs"
              people={people}
              userId={userId}
              onUserId={setUserId}
              error={signedAlready(act, userId)}
            />
          </>
        }
        signLabel={state.kind === 'lost' ? 'Try again' : 'Sign'}
        saving={state.kind === 'saving'}
        waits={userId.trim() === '' ? 'Choose the person who signs.' : null}
        onSign={(pin) => void sign(pin)}
      />
    </>
  )
}

/** A bolus recorded as a fact asks for the same second as a bolus (SIGN-2). */
function kindOf({ entries }: Chart, { actSeq }: Owed): EntryKind {
  const act = entries.find(({ seq }) => seq === actSeq)
  const isBolus = act?.kind === 'bedsideFactRecorded' && act.fact === 'bolus-given'
  return isBolus ? 'bolusGiven' : (act?.kind ?? 'countersigned')
}

/** The figures are keyed again, or the label shows that another bag hangs than was recorded. */
function Differs({ act, onDiffers }: Pick<CountersignSignProps, 'act' | 'onDiffers'>) {
  const { chart } = useBedside()
  return (
    <div className={styles.ways}>
      <BigButton small onClick={onDiffers}>
        Key the figures afresh
      </BigButton>
      {act.kind === 'bag' && (
        <LinkButton small href={`/charts/${chart.chartId}/bag`}>
          Another bag hangs
        </LinkButton>
      )}
    </div>
  )
}

const OWN = 'Signed: this was me.'

/** Whose signature comes first, where it is still missing, before the others. */
function withFirst(
  { by, firstMissing }: Owed,
  user: PersonOnEntry,
  seconds: readonly PersonOnEntry[],
): readonly PersonOnEntry[] {
  if (!firstMissing) return seconds
  const first = by ?? user
  return [first, ...seconds.filter(({ userId }) => userId !== first.userId)]
}

function isDifferent(state: SendingState): boolean {
  return state.kind === 'refused' && state.problem.type.endsWith('/second-check-differs')
}

function signedAlready({ by, firstMissing }: Owed, userId: string): string | null {
  return by !== null && userId.trim() === by.userId && !firstMissing
    ? `${by.name} has signed already: another person countersigns. (SIGN-3)`
    : null
}
