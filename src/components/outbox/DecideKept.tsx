import { useState } from 'react'
import type { Decided } from '../../store/deciding.ts'
import { isStopItem, type OutboxItem } from '../../store/outboxItem.ts'
import { useChart, useChartStore, useNow, useSession, useZone } from '../../store/useChart.ts'
import { entryLine } from '../bedside/entryWords.ts'
import { useDraft } from '../bedside/useDraft.ts'
import { LinkButton } from '../LinkButton.tsx'
import { Problem, type ProblemShown } from '../rules/Problem.tsx'
import { BigButton } from '../ui/BigButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import classes from './KeptPage.module.css'
import { letGoText } from './outboxWords.ts'

const NO_REPLY: ProblemShown = {
  title: 'The server did not answer',
  next: 'Try again when it does. It stays on this tablet.',
}

const NOTHING = { reason: '' }

/** CHART-10: a person looks at what is new on the chart, and records what was kept, or lets it go with a reason. */
export function DecideKept({ item }: { item: OutboxItem }) {
  const store = useChartStore()
  const zone = useZone()
  const { user } = useSession()
  const name = { userId: user.userId, chartId: item.chartId, page: `kept-${item.id}` }
  const [{ reason }, set, clear] = useDraft(name, NOTHING)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemShown | null>(null)

  const decide = async (act: () => Promise<Decided>) => {
    if (isBusy) return
    setBusy(true)
    const refused = await act()
    setBusy(false)
    setProblem(refused === 'unknown' ? NO_REPLY : refused)
    if (refused === null) clear()
  }
  const letGo = () => {
    if (reason.trim() === '') {
      setProblem({ title: 'The reason is missing', next: 'Say why it is not recorded.' })
    } else void decide(() => store.letGo(item, letGoText(item, reason.trim(), zone)))
  }
  return (
    <>
      <News item={item} />
      {problem && <Problem problem={problem} />}
      <TextField
        label="Why it is not to be recorded, if so"
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
      <div className={classes.ways}>
        <LinkButton href={`/charts/${item.chartId}`}>Look at the chart</LinkButton>
        <BigButton busy={isBusy} onClick={letGo}>
          Let it go, with a note on the chart
        </BigButton>
        {isStopItem(item) ? (
          <BigButton busy={isBusy} onClick={() => void store.outbox.bring(item.id)}>
            Send the stop again
          </BigButton>
        ) : (
          <BigButton
            look="primary"
            busy={isBusy}
            onClick={() => void decide(() => store.relay(item))}
          >
            Record it now
          </BigButton>
        )}
      </div>
    </>
  )
}

/** What has come to the chart since it was captured. */
function News({ item }: { item: OutboxItem }) {
  const record = useChart(item.chartId)
  const now = useNow()
  const zone = useZone()
  if (record.status !== 'ready') return <p>The chart cannot be shown here.</p>
  const { seenSeq } = item
  const news = record.entries.filter(({ seq }) => seq > (seenSeq ?? 0))
  return (
    <section aria-label="New on the chart since">
      <p>
        {news.length === 0
          ? 'Nothing new stands on the chart as this tablet has it. Look at the chart before you decide.'
          : 'New on the chart since:'}
      </p>
      <ul>
        {news.map((entry) => (
          <li key={entry.seq}>{entryLine(entry, now, zone)}</li>
        ))}
      </ul>
    </section>
  )
}
