import { useBedside } from './BedsideContext.ts'
import { useDraft } from './useDraft.ts'

/** The draft of this chart's page for the person signed in; `clear` answers nothing, so that it can end an act. */
export function usePageDraft<T extends object>(
  page: string,
  empty: T,
): readonly [T, (change: Partial<T>) => void, () => undefined] {
  const { chart, user } = useBedside()
  const [draft, set, clear] = useDraft({ userId: user.userId, chartId: chart.chartId, page }, empty)
  const forget = () => {
    clear()
    return undefined
  }
  return [draft, set, forget]
}
