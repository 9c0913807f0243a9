import { useState } from 'react'
import { useChartStore, useStoreState, useZone } from '../store/useChart.ts'
import type { Instant } from '../time.ts'
import { clockText } from '../wording.ts'
import { Banner } from './ui/Banner.tsx'
import { BigButton } from './ui/BigButton.tsx'

/** A stop is never held back by a missing reply: a second one changes nothing (SIGN-5). */
const STOPS: ReadonlySet<string> = new Set(['stopInfusion', 'ceaseInfusion'])

/** What a look-up has said, until its person has seen it. */
interface LookedUp {
  readonly commandId: string
  readonly kind: string
  readonly found: keyof typeof FOUND
  readonly at: Instant
}

const FOUND = {
  accepted: 'the entry is on the record',
  'not-recorded': 'the server did not have the entry',
  problem: 'the server did not say whether it has the entry',
} as const

/** The commands whose reply is missing, and what was said of those that were looked up. */
export function UnansweredBands() {
  const store = useChartStore()
  const unanswered = useStoreState((state) => state.unanswered)
  const [said, setSaid] = useState<readonly LookedUp[]>([])

  const forget = (id: string) => setSaid((all) => all.filter(({ commandId }) => commandId !== id))
  const lookUp = async (chartId: string, commandId: string, kind: string) => {
    const { kind: found } = await store.lookUp(chartId, commandId)
    // Not asked: it is still without a reply, and its band stays.
    if (found === 'unknown' || found === 'kept') return
    forget(commandId)
    setSaid((all) => [...all, { commandId, kind, found, at: store.clock.now() }])
  }
  return (
    <>
      {said.map((each) => (
        <AnswerBand key={each.commandId} {...each} onSeen={() => forget(each.commandId)} />
      ))}
      {unanswered.map(({ chartId, commandId, kind }) => (
        <Banner
          key={commandId}
          tone="ink"
          title="An entry sent from this tablet has no reply yet"
          act={
            <BigButton small onClick={() => void lookUp(chartId, commandId, kind)}>
              Look it up
            </BigButton>
          }
        >
          {STOPS.has(kind)
            ? 'Stop the pump now. The stop may not be on the record yet: STOP again is always taken. (SIGN-5)'
            : 'It may be on the record. Do not enter it again before it has been looked up.'}
        </Banner>
      ))}
    </>
  )
}

function AnswerBand({ kind, found, at, onSeen }: LookedUp & { readonly onSeen: () => void }) {
  const title = `Looked up at ${clockText(at, useZone())}: ${FOUND[found]}`
  const act = (
    <BigButton small onClick={onSeen}>
      Seen
    </BigButton>
  )
  if (found === 'accepted') return <Banner tone="good" title={title} act={act} />
  return (
    <Banner tone="soon" title={title} act={act}>
      {STOPS.has(kind)
        ? 'Keep the pump off. STOP again is always taken. (SIGN-5)'
        : 'Look at the chart before you enter it again.'}
    </Banner>
  )
}
