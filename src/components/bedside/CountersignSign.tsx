import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Owed } from '../../chart/chart.ts'
import { shownNow } from '../../chart/shownNow.ts'
import { isoOf } from '../../time.ts'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBedside } from './BedsideContext.ts'
import type { KeepFigures } from './KeepCheck.tsx'
import { SendOutcome } from './SendOutcome.tsx'
import { SignaturePad } from './SignaturePad.tsx'
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
  const isOwnFirst = act.firstMissing && act.by.userId === user.userId
  const [userId, setUserId] = useState(
    act.by.userId === user.userId && !isOwnFirst ? '' : user.userId,
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
      {isDifferent(state) && (
        <div>
          <BigButton small onClick={onDiffers}>
            Key the figures afresh
          </BigButton>
        </div>
      )}
      <SignaturePad
        meaning={isOwnFirst && userId.trim() === user.userId ? OWN : MEANINGS[act.kind]}
        who={
          <>
            <p>
              Recorded by {act.by.name} ({act.by.role}).
            </p>
            <TextField
              label="User name of the person who signs"
              value={userId}
              onChange={setUserId}
              error={signedAlready(act, userId)}
            />
          </>
        }
        signLabel={state.kind === 'lost' ? 'Try again' : 'Sign'}
        saving={state.kind === 'saving'}
        waits={userId.trim() === '' ? 'Give the user name of the person who signs.' : null}
        onSign={(pin) => void sign(pin)}
      />
    </>
  )
}

const OWN = 'Signed: this was me.'

function isDifferent(state: SendingState): boolean {
  return state.kind === 'refused' && state.problem.type.endsWith('/second-check-differs')
}

function signedAlready({ by, firstMissing }: Owed, userId: string): string | null {
  return userId.trim() === by.userId && !firstMissing
    ? `${by.name} has signed already: another person countersigns. (SIGN-3)`
    : null
}
