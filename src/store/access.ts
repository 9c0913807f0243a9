/** What the pages about access ask of the server: sessions, charts of other wards, who has read. Loaded with them. */
import * as z from 'zod/mini'
import { personOnEntry } from '../chart/people.ts'
import { instant } from '../chart/shapes.ts'
import { type Instant, instantOf, isoOf } from '../time.ts'
import type { Reply } from './api.ts'
import type { ChartStore } from './chartStore.ts'

type Asking = Pick<ChartStore, 'ask'>

const at = z.pipe(
  instant,
  z.transform((iso: string): Instant => instantOf(iso)),
)
const nothing = z.null()

const ownSessions = z.object({
  sessions: z.array(
    z.object({ isThis: z.boolean(), tablet: z.nullable(z.string()), begunAt: at, seenAt: at }),
  ),
})
/** One place where a person is signed in. */
export type OwnSession = z.infer<typeof ownSessions>['sessions'][number]

export function readOwnSessions(store: Asking): Promise<Reply<z.infer<typeof ownSessions>>> {
  return store.ask({ path: '/api/sessions', reader: ownSessions })
}

/** Ends every session of the person who asks, this one too. */
export function signOutEverywhere(store: Asking): Promise<Reply<null>> {
  return store.ask({ method: 'DELETE', path: '/api/sessions', reader: nothing })
}

const access = z.object({
  accessId: z.string(),
  chartId: z.string(),
  wardId: z.string(),
  reason: z.string(),
  begunAt: at,
  endsAt: at,
})

/** Opens a chart of another ward: the number is in the body, never in an address. */
export function openInEmergency(
  store: Asking,
  asked: { readonly mrn: string; readonly reason: string },
): Promise<Reply<z.infer<typeof access>>> {
  return store.ask({ path: '/api/emergency-access', reader: access, body: asked })
}

const accessesOfChart = z.object({
  accesses: z.array(z.extend(access, { by: personOnEntry })),
})
/** An emergency access as the readers of its chart see it. */
export type ChartAccessLine = z.infer<typeof accessesOfChart>['accesses'][number]

export function readAccessesOf(
  store: Asking,
  chartId: string,
): Promise<Reply<z.infer<typeof accessesOfChart>>> {
  const path = `/api/charts/${encodeURIComponent(chartId)}/emergency-access`
  return store.ask({ path, reader: accessesOfChart })
}

const accessReviews = z.object({
  accesses: z.array(
    z.extend(access, {
      by: personOnEntry,
      mrn: z.string(),
      review: z.nullable(z.object({ by: z.object({ name: z.string() }), at, finding: z.string() })),
    }),
  ),
})
/** An emergency access as the administrator reviews it. */
export type AccessReview = z.infer<typeof accessReviews>['accesses'][number]

export function readAccessReviews(store: Asking): Promise<Reply<z.infer<typeof accessReviews>>> {
  return store.ask({ path: '/api/emergency-access', reader: accessReviews })
}

export function reviewAccess(
  store: Asking,
  accessId: string,
  finding: string,
): Promise<Reply<null>> {
  const path = `/api/emergency-access/${encodeURIComponent(accessId)}/review`
  return store.ask({ path, reader: nothing, body: { finding } })
}

const readings = z.object({
  readings: z.array(
    z.object({
      at,
      by: personOnEntry,
      what: z.string(),
      way: z.enum(['ward', 'emergency']),
      wardId: z.string(),
      mrn: z.nullable(z.string()),
      tablet: z.nullable(z.string()),
    }),
  ),
  more: z.boolean(),
})
/** One line of who has read. */
export type ReadingLine = z.infer<typeof readings>['readings'][number]

/** Which lines are asked for. */
export interface ReadingsAsked {
  readonly chartId?: string
  readonly userId?: string
  readonly from?: Instant
}

export function readReadings(
  store: Asking,
  { chartId, userId, from }: ReadingsAsked,
): Promise<Reply<z.infer<typeof readings>>> {
  const query = new URLSearchParams()
  if (chartId !== undefined) query.set('chart', chartId)
  if (userId !== undefined) query.set('person', userId)
  if (from !== undefined) query.set('from', isoOf(from))
  return store.ask({ path: `/api/readings?${query}`, reader: readings })
}
