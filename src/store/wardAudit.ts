/** What the audit pages ask of the server, loaded with them and not before. */
import * as z from 'zod/mini'
import { METRIC_IDS } from '../audit/metrics.ts'
import { instant } from '../chart/shapes.ts'
import { type Instant, isoOf } from '../time.ts'
import type { Reply } from './api.ts'
import type { ChartStore } from './chartStore.ts'

type Asking = Pick<ChartStore, 'ask'>

const percent = z.nullable(z.number())
const minutes = z.nullable(z.number())

const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), count: z.int(), of: z.int(), percent }),
  z.object({ kind: z.literal('count'), count: z.int() }),
  z.object({
    kind: z.literal('between'),
    of: z.int(),
    medianMinutes: minutes,
    shortestMinutes: minutes,
    longestMinutes: minutes,
  }),
  z.object({
    kind: z.literal('in-range'),
    minutes: z.int(),
    ofMinutes: z.int(),
    percent,
    infusions: z.array(z.object({ chartId: z.string(), startedAt: instant, percent: z.number() })),
  }),
  z.object({
    kind: z.literal('curve'),
    reached: z.int(),
    of: z.int(),
    medianMinutes: minutes,
    followedMinutes: z.number(),
    steps: z.array(
      z.object({
        minutes: z.number(),
        atRisk: z.int(),
        reached: z.int(),
        percent: z.number(),
      }),
    ),
  }),
])

const figure = z.object({
  id: z.enum(METRIC_IDS),
  label: z.string(),
  definition: z.string(),
  value,
  charts: z.array(z.object({ chartId: z.string(), count: z.int(), of: z.int() })),
})
/** One figure with its words and the charts behind it. */
export type AuditFigure = z.infer<typeof figure>

const auditPage = z.object({
  charts: z.array(z.object({ chartId: z.string(), patient: z.nullable(z.string()) })),
  damaged: z.array(z.string()),
  periods: z.array(
    z.object({
      name: z.enum(['whole', 'before', 'after']),
      from: instant,
      to: instant,
      infusions: z.int(),
      figures: z.array(figure),
    }),
  ),
})
/** The audit of a ward as the screen reads it. */
export type AuditPage = z.infer<typeof auditPage>
export type AuditPeriod = AuditPage['periods'][number]

/** What an audit is asked for. */
export interface AuditAsked {
  readonly wardId: string
  readonly from: Instant
  readonly to: Instant
  readonly goLive: Instant | null
}

function addressOf(file: 'audit' | 'audit.csv', { wardId, from, to, goLive }: AuditAsked): string {
  const query = new URLSearchParams({ from: isoOf(from), to: isoOf(to) })
  if (goLive !== null) query.set('goLive', isoOf(goLive))
  return `/api/wards/${encodeURIComponent(wardId)}/${file}?${query}`
}

/** Where the browser downloads the audit as a table. */
export const auditCsvAddress = (asked: AuditAsked) => addressOf('audit.csv', asked)

export function readAudit(store: Asking, asked: AuditAsked): Promise<Reply<AuditPage>> {
  return store.ask({ path: addressOf('audit', asked), reader: auditPage })
}

const storageAudit = z.object({
  commandId: z.string(),
  happenedAt: instant,
  by: z.object({ name: z.string(), role: z.string() }),
  ampoulesOf5000Units: z.int(),
  storedApartFromOtherStrengths: z.boolean(),
  otherHeparinFound: z.optional(z.string()),
  text: z.optional(z.string()),
})
/** What somebody found in the ward's stock of heparin ampoules. */
export type StorageAudit = z.infer<typeof storageAudit>
export type FoundInStorage = Omit<StorageAudit, 'by'>

const storageAddress = (wardId: string) => `/api/wards/${encodeURIComponent(wardId)}/storage-audits`
const storagePage = z.object({ audits: z.array(storageAudit) })

/** The storage audits of a ward, the latest first. */
export function readStorageAudits(
  store: Asking,
  wardId: string,
): Promise<Reply<z.infer<typeof storagePage>>> {
  return store.ask({ path: storageAddress(wardId), reader: storagePage })
}

/** Records one; sent again under its id it is recorded once. */
export function sendStorageAudit(
  store: Asking,
  wardId: string,
  found: FoundInStorage,
): Promise<Reply<StorageAudit>> {
  return store.ask({ path: storageAddress(wardId), reader: storageAudit, body: found })
}
