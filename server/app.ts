import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import fastify, { type FastifyReply, type FastifyServerOptions } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { accountRoutes } from './accountRoutes.ts'
import { auditRoutes } from './auditRoutes.ts'
import { backupRoutes } from './backupRoutes.ts'
import { captureRoutes } from './captureRoutes.ts'
import { chartRoutes } from './chartRoutes.ts'
import { serveClient } from './clientFiles.ts'
import { isStanding } from './clock.ts'
import { clockRoutes } from './clockRoutes.ts'
import { commandRoutes } from './commandRoutes.ts'
import { DRAIN_MS, drainOnClose } from './drain.ts'
import { dueRoutes } from './dueRoutes.ts'
import { emergencyAccessRoutes } from './emergencyAccessRoutes.ts'
import { answerErrors, answerNotFound } from './errorReplies.ts'
import { faultFields, faultText } from './faults.ts'
import { healthRoutes } from './healthRoutes.ts'
import { hostCookies } from './hostCookies.ts'
import { checkFields } from './invalidFields.ts'
import { type LogSetting, loggerOf } from './log.ts'
import { metricsRoutes } from './metricsRoutes.ts'
import { openApiDocument } from './openApi.ts'
import { ownSecretRoutes } from './ownSecretRoutes.ts'
import { readingRoutes } from './readingRoutes.ts'
import { tellOfRequests } from './requestEvents.ts'
import { securityHeaders } from './securityHeaders.ts'
import { identifySenders, refuseForeignOrigins } from './senders.ts'
import type { Services } from './services.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { storageAuditRoutes } from './storageAuditRoutes.ts'
import { streamRoutes } from './streamRoutes.ts'
import { tabletAlarmRoutes } from './tabletAlarmRoutes.ts'
import { unreadable } from './unreadable.ts'
import { wardRoutes } from './wardRoutes.ts'

const LARGEST_BODY_BYTES = 65_536
/** A request that has not come in whole after this is given up. */
const LONGEST_REQUEST_MS = 30_000
/** A connection on which nothing moves is closed; a live stream moves every five seconds. */
const LONGEST_SILENCE_MS = 60_000
const CHECKS_A_REQUEST = 6

/** The server's application: listening is up to the caller. */
export type App = ReturnType<typeof bareApp>

/** What the application needs beside its services. */
export interface AppOptions {
  /** Where the built client lies; null serves the API alone. */
  readonly clientFolder: string | null
  /** Whether cookies travel over TLS only. */
  readonly isProduction: boolean
  /** Where a fault is told to the operator. */
  readonly report: (text: string) => void
  /** What the log tells, and where its lines go; without it nothing is logged. */
  readonly log?: { readonly setting: LogSetting; readonly write: (line: string) => void }
  /** The proxies whose word on a tablet's address is taken. */
  readonly trustProxy?: readonly string[]
  /** What a monitor has to show; without it there is no /api/metrics. */
  readonly metricsToken?: string | null
  /** The patience of the server, for tests that have less. */
  readonly longestRequestMs?: number
  readonly drainMs?: number
}

function bareApp(options: AppOptions, headers: Readonly<Record<string, string>>) {
  const longestRequestMs = options.longestRequestMs ?? LONGEST_REQUEST_MS
  return fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    requestTimeout: longestRequestMs,
    connectionTimeout: LONGEST_SILENCE_MS,
    http: {
      // Node takes the longer of both for the whole request.
      headersTimeout: longestRequestMs,
      requestTimeout: longestRequestMs,
      connectionsCheckingInterval: longestRequestMs / CHECKS_A_REQUEST,
    },
    forceCloseConnections: 'idle',
    // What comes on an open connection while the server ends is still taken: it may be a stop.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy?.length ? [...options.trustProxy] : false,
    // Request lines of the framework would put addresses and names into a log: ours lets named fields through alone.
    logger: options.log ? loggerOf(options.log.setting, options.log.write) : false,
    // An address that cannot be read, or a name longer than any here, is one more unknown address.
    frameworkErrors: (_error, _request, reply) =>
      answerNotFound((reply as FastifyReply).headers(headers)),
    clientErrorHandler: unreadable(headers),
  } as FastifyServerOptions).withTypeProvider<ZodTypeProvider>()
}

/** What the API tells is about patients: no browser or proxy keeps a copy. */
function addHeaders(app: App, headers: Readonly<Record<string, string>>): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (/^\/api(\/|\?|$)/.test(request.url)) reply.header('cache-control', 'no-store')
  })
}

/** Builds the application over its services, ready for `listen` or `inject`. */
export async function buildApp(services: Services, options: AppOptions): Promise<App> {
  const headers = securityHeaders(options.clientFolder, options.isProduction)
  const app = bareApp(options, headers)
  const tellFault = (fault: unknown, route: string) => {
    app.log.error(faultFields(fault, route))
    options.report(faultText(fault, route))
  }
  app.setValidatorCompiler(checkFields)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  answerErrors(app, services.timeZone, tellFault)
  services.readings.onFault((fault) => tellFault(fault, 'the readings'))
  tellOfRequests(app, services)
  addHeaders(app, headers)
  await app.register(cookie)
  if (options.isProduction) hostCookies(app)
  await app.register(swagger, { openapi: openApiDocument, transform: jsonSchemaTransform })
  refuseForeignOrigins(app)
  identifySenders(app, services)
  sessionRoutes(app, services, options.isProduction)
  wardRoutes(app, services)
  dueRoutes(app, services)
  accountRoutes(app, services)
  ownSecretRoutes(app, services)
  backupRoutes(app, services)
  chartRoutes(app, services)
  commandRoutes(app, services)
  captureRoutes(app, services)
  tabletAlarmRoutes(app, services)
  auditRoutes(app, services)
  storageAuditRoutes(app, services)
  readingRoutes(app, services)
  emergencyAccessRoutes(app, services)
  streamRoutes(app, services)
  healthRoutes(app, services)
  if (options.metricsToken) metricsRoutes(app, services, options.metricsToken)
  if (isStanding(services.clock)) clockRoutes(app, services.clock, services.live)
  app.get('/api/openapi.json', { config: { isPublic: true }, schema: { hide: true } }, () =>
    app.swagger(),
  )
  await serveClient(app, options.clientFolder)
  // Before the sockets are cut, so that every tablet sees its stream end.
  app.addHook('preClose', async () => {
    services.tail.end()
    services.live.close()
  })
  if (services.database.isShared) {
    await services.tail.begin((fault) => tellFault(fault, 'the live streams'))
  }
  drainOnClose(app, options.drainMs ?? DRAIN_MS, () => {
    app.log.warn({ event: 'stop', cut: services.metrics.inFlight() })
  })
  await app.ready()
  return app
}
