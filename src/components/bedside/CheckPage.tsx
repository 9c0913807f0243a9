import { useState } from 'react'
import { pendingAt } from '../../chart/pending.ts'
import { ActFrame } from './ActFrame.tsx'
import { AtBedside } from './AtBedside.tsx'
import { useBedside } from './BedsideContext.ts'
import { BlindCheck } from './BlindCheck.tsx'
import { CheckHandover } from './CheckHandover.tsx'
import { CheckOver } from './CheckOver.tsx'
import { SetPump } from './SetPump.tsx'

/** The second check of the act that waits: blind figures, then the "set pump to" card, then the read-back (SIGN-4 b to d). */
export function CheckPage({ chartId }: { chartId: string }) {
  return (
    <AtBedside chartId={chartId}>
      <Check />
    </AtBedside>
  )
}

function Check() {
  const { chart, now } = useBedside()
  const pending = pendingAt(chart, now)
  const [checker, setChecker] = useState<{ actSeq: number; userId: string } | null>(null)
  const [isOther, setOther] = useState(false)

  if (pending === null) return <CheckOver />
  // What the pump showed for one act is not read for the next (SIGN-4).
  if (pending.step === 'read-back' && !isOther) {
    return (
      <ActFrame title={null}>
        <SetPump
          key={pending.actSeq}
          pending={pending}
          onOther={() => {
            setChecker(null)
            setOther(true)
          }}
        />
      </ActFrame>
    )
  }
  if (checker?.actSeq !== pending.actSeq) {
    const { actSeq } = pending
    return (
      <CheckHandover
        pending={pending}
        onWho={(userId) => setChecker({ actSeq, userId })}
        {...(isOther ? { onBack: () => setOther(false) } : {})}
      />
    )
  }
  // Whoever checks starts from nothing: no figure passes from one checker to another.
  return (
    <BlindCheck
      key={`${pending.actSeq} ${checker.userId}`}
      pending={pending}
      checkerId={checker.userId}
      onBack={() => setChecker(null)}
      onMatched={() => setOther(false)}
    />
  )
}
