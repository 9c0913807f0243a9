import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const PREFIX = 'heparin_chart_'
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const MS_PER_SECOND = 1_000

/** One finished request, by its route's pattern. */
interface Finished {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly durationMs: number
}

/** What is counted of a running process. No label holds an id, a name or an address. */
export interface Metrics {
  begun(): void
  finished(request: Finished): void
  streamBegun(): void
  streamEnded(): void
  committed(): void
  /** Two commands wanted the same place in a record; the later one was decided again. */
  clashed(): void
  databaseFailed(): void
  /** Requests under way, streams apart. */
  inFlight(): number
  /** Everything as Prometheus reads it. `tailAgeMs`: since when other processes' entries were last looked for. */
  text(tailAgeMs: number | null): Promise<string>
}

/** The count of one process, from zero. */
export function createMetrics(version: string): Metrics {
  const register = new Registry()
  const registers = [register]
  const own = (name: string, help: string) => ({ name: `${PREFIX}${name}`, help, registers })

  const requests = new Counter({
    ...own('requests_total', 'Requests answered'),
    labelNames: ['method', 'route', 'status'] as const,
  })
  const seconds = new Histogram({
    ...own('request_seconds', 'Time to an answer, streams apart'),
    labelNames: ['method', 'route'] as const,
    buckets: SECONDS,
  })
  const streams = new Gauge(own('open_streams', 'Tablets that watch a ward'))
  const inFlight = new Gauge(own('requests_in_flight', 'Requests under way, streams apart'))
  const commits = new Counter(own('commits_total', 'Entries committed'))
  const clashes = new Counter(own('clashes_total', 'Commands decided again for another’s entry'))
  const failures = new Counter(own('database_errors_total', 'Errors of the database'))
  const tailAge = new Gauge(own('tail_age_seconds', 'Since other processes were last heard of'))
  new Gauge({ ...own('build_info', 'The build that runs'), labelNames: ['version'] as const })
    .labels(version)
    .set(1)
  let underWay = 0
  let hasProcessMetrics = false

  return {
    begun() {
      underWay += 1
    },
    finished({ method, route, status, durationMs }) {
      underWay -= 1
      requests.labels(method, route, `${status}`).inc()
      seconds.labels(method, route).observe(durationMs / MS_PER_SECOND)
    },
    streamBegun: () => streams.inc(),
    streamEnded: () => streams.dec(),
    committed: () => commits.inc(),
    clashed: () => clashes.inc(),
    databaseFailed: () => failures.inc(),
    inFlight: () => underWay,
    async text(tailAgeMs) {
      // Only a process that is asked measures its event loop and memory.
      if (!hasProcessMetrics) collectDefaultMetrics({ register })
      hasProcessMetrics = true
      inFlight.set(underWay)
      tailAge.set((tailAgeMs ?? 0) / MS_PER_SECOND)
      return register.metrics()
    },
  }
}
