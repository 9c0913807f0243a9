import { useEffect, useState } from 'react'
import type { Reply } from '../../store/api.ts'
import type { ChartStore } from '../../store/chartStore.ts'
import { useChartStore } from '../../store/useChart.ts'

/** What a page reads when it is opened, and a way to read it again. Null: not answered yet. */
export function useAsked<T>(
  ask: (store: ChartStore) => Promise<Reply<T>>,
): readonly [Reply<T> | null, () => void] {
  const store = useChartStore()
  const [reply, setReply] = useState<Reply<T> | null>(null)
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks again
  useEffect(() => {
    let isWanted = true
    void ask(store).then((answer) => {
      if (isWanted) setReply(answer)
    })
    return () => {
      isWanted = false
    }
  }, [store, ask, times])
  return [reply, () => setTimes(times + 1)]
}
