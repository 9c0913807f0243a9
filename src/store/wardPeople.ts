import * as z from 'zod/mini'
import { type PersonOnEntry, personOnEntry } from '../chart/people.ts'
import type { ChartStore } from './chartStore.ts'

const people = z.object({ people: z.array(personOnEntry) })

/** The people of a ward who may sign second now (SIGN-2); null: the server could not be asked. */
export async function wardPeople(
  store: Pick<ChartStore, 'ask'>,
  wardId: string,
): Promise<readonly PersonOnEntry[] | null> {
  const path = `/api/wards/${encodeURIComponent(wardId)}/people`
  const reply = await store.ask({ path, reader: people })
  return reply.kind === 'ok' ? reply.value.people : null
}
