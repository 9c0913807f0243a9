import { useState } from 'react'
import type { PersonOnEntry } from '../../chart/people.ts'

/**
 * Who is chosen: the person signed in, to begin with, where they are among those who may; whoever is chosen or typed
 * from then on.
 */
export function useChosenPerson(
  own: string,
  people: readonly PersonOnEntry[] | null,
): readonly [string, (userId: string) => void] {
  const [chosen, setChosen] = useState<string | null>(null)
  const mayOwn = people === null || people.some(({ userId }) => userId === own)
  return [chosen ?? (mayOwn ? own : ''), setChosen]
}
