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
  const [begun, setBegun] = useState<number | null>(null)
  const [isOther, setOther] = useState(false)

  if (pending === null) return <CheckOver />
  if (pending.step === 'read-back' && isOther) {
    return (
      <BlindCheck
        pending={pending}
        onBack={() => setOther(false)}
        onMatched={() => setOther(false)}
      />
    )
  }
  if (pending.step === 'read-back') {
    return (
      <ActFrame title={null}>
        <SetPump pending={pending} onOther={() => setOther(true)} />
      </ActFrame>
    )
  }
  if (begun !== pending.actSeq) {
    return <CheckHandover pending={pending} onBegin={() => setBegun(pending.actSeq)} />
  }
  return <BlindCheck key={pending.actSeq} pending={pending} onBack={() => setBegun(null)} />
}
