import { useEffect, useState } from 'react'
import type { EntryKind } from '../../chart/entries.ts'
import type { PersonOnEntry } from '../../chart/people.ts'
import { useChartStore } from '../../store/useChart.ts'
import { wardPeople } from '../../store/wardPeople.ts'
import { useBedside } from './BedsideContext.ts'

/**
 * The people of the chart's ward who may be the second to sign an act (SIGN-2, SIGN-3); null while, or because, the
 * server has not said.
 */
export function useSecondSigners(
  act: EntryKind,
  firstSigner: PersonOnEntry | null,
): readonly PersonOnEntry[] | null {
  const store = useChartStore()
  const { wardId } = useBedside().chart
  const [people, setPeople] = useState<readonly PersonOnEntry[] | null>(null)
  useEffect(() => {
    let isGone = false
    void wardPeople(store, wardId).then((answer) => {
      if (!isGone) setPeople(answer)
    })
    return () => {
      isGone = true
    }
  }, [store, wardId])
  return people?.filter((person) => mayBeSecond(person, act, firstSigner)) ?? null
}

/** The server lists who may check at all; an enrolled nurse checks no bolus (SIGN-2). */
function mayBeSecond({ userId, role }: PersonOnEntry, act: EntryKind, first: PersonOnEntry | null) {
  return userId !== first?.userId && !(role === 'EN' && act === 'bolusGiven')
}
