import { useHalfDone } from '../../store/halfDone.ts'
import { useBedside } from './BedsideContext.ts'
import { asksToGoOn } from './resumedWords.ts'

/** Whether something on this page was begun before and its person has still to say that they go on with it. */
export function useAsksToGoOn(): boolean {
  const { now, steps } = useBedside()
  return useHalfDone(steps, (all) =>
    Object.values(all).some(({ resumed }) => resumed !== null && asksToGoOn(resumed, now)),
  )
}
