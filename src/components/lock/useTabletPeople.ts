import { useEffect, useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'
import { useChartStore } from '../../store/useChart.ts'

/** Who may go on at this tablet by their PIN: signed in on it with their password in this shift. */
export function useTabletPeople(): readonly PersonOnEntry[] {
  const store = useChartStore()
  const [people, setPeople] = useState<readonly PersonOnEntry[]>([])
  useEffect(() => {
    let isWanted = true
    void store.readPeople().then((read) => {
      if (isWanted) setPeople(read ?? [])
    })
    return () => {
      isWanted = false
    }
  }, [store])
  return people
}
