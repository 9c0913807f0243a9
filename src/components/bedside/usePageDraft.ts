import { useEffect, useLayoutEffect } from 'react'
import { useBedside } from './BedsideContext.ts'
import type { DraftShapes } from './draftShape.ts'
import { useDraft } from './useDraft.ts'

/** Per field what it rests on: any value of the chart that can be written as text. */
type RestsOn<T> = Readonly<Partial<Record<keyof T & string, unknown>>>

/**
 * The draft of this chart's page for the person signed in; the page's frame says that it was begun before.
 * `restsOn`: fields that are asked again once what they rest on has changed. `shapes`: what may stand in
 * fields that begin with null or empty. `clear` answers nothing, so that it can end an act.
 */
export function usePageDraft<T extends object>(
  page: string,
  empty: T,
  restsOn?: RestsOn<T>,
  shapes?: DraftShapes<T>,
): readonly [T, (change: Partial<T>) => void, () => undefined] {
  const { chart, entries, user, steps } = useBedside()
  const { seq, version, chartId } = chart
  const rests = Object.entries(restsOn ?? {}).map(([field, on]) => [field, JSON.stringify(on)])
  const [draft, set, clear, halfDone] = useDraft({ userId: user.userId, chartId, page }, empty, {
    entries,
    basis: { seq, version, restsOn: Object.fromEntries(rests) },
    ...(shapes === undefined ? {} : { shapes }),
  })
  // Before the page is painted: its frame stands above and its signature below this.
  useLayoutEffect(() => steps.setState({ [page]: halfDone }))
  useEffect(
    () => () => {
      const { [page]: _, ...others } = steps.getState()
      steps.setState(others, true)
    },
    [steps, page],
  )
  const forget = () => {
    clear()
    return undefined
  }
  return [draft, set, forget]
}
