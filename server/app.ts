import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import fastify, { type FastifyReply } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { accountRoutes } from './accountRoutes.ts'
import { auditRoutes } from './auditRoutes.ts'
import { backupRoutes } from './backupRoutes.ts'
import { chartRoutes } from './chartRoutes.ts'
import { serveClient } from './clientFiles.ts'
import { isStanding } from './clock.ts'
import { clockRoutes } from './clockRoutes.ts'
import { commandRoutes } from './commandRoutes.ts'
import { contentSecurityPolicy } from './contentSecurityPolicy.ts'
import { dueRoutes } from './dueRoutes.ts'
import { answerErrors, answerNotFound } from './errorReplies.ts'
import { faultText } from './faults.ts'
import { healthRoutes } from './healthRoutes.ts'
import { checkFields } from './invalidFields.ts'
import { openApiDocument } from './openApi.ts'
import { identifySenders, refuseForeignOrigins } from './senders.ts'
import type { Services } from './services.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { storageAuditRoutes } from './storageAuditRoutes.ts'
import { streamRoutes } from './streamRoutes.ts'
import { wardRoutes } from './wardRoutes.ts'

const LARGEST_BODY_BYTES = 65_536

/** The server's application: listening is up to the caller. */
export type App = ReturnType<typeof bareApp>

function bareApp() {
  return fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    forceCloseConnections: true,
    // Request lines would put addresses and names into a log (pitfall of every framework logger).
    logger: false,
    // An address that cannot be read, or a name longer than any here, is one more unknown address.
    frameworkErrors: (_error, _request, reply) => answerNotFound(reply as FastifyReply),
  }).withTypeProvider<ZodTypeProvider>()
}

/** What the API tells is about patients: no browser or proxy keeps a copy. */
function keepOutOfCaches(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}

/** What the application needs beside its services. */
export interface AppOptions {
  /** Where the built client lies; null serves the API alone. */
  readonly clientFolder: string | null
  /** Whether cookies travel over TLS only. */
  readonly isProduction: boolean
  /** Where a fault is told to the operator. */
  readonly report: (text: string) => void
}

/** Builds the application over its services, ready for `listen` or `inject`. */
export async function buildApp(services: Services, options: AppOptions): Promise<App> {
  const app = bareApp()
  app.setValidatorCompiler(checkFields)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  answerErrors(app, services.timeZone, (fault, route) => options.report(faultText(fault, route)))
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: contentSecurityPolicy(options.clientFolder),
    },
    hsts: options.isProduction,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(cookie)
  await app.register(swagger, { openapi: openApiDocument, transform: jsonSchemaTransform })
  refuseForeignOrigins(app)
  keepOutOfCaches(app)
  identifySenders(app, services)
  sessionRoutes(app, services, options.isProduction)
  wardRoutes(app, services)
  dueRoutes(app, services)
  accountRoutes(app, services)
  backupRoutes(app, services)
  chartRoutes(app, services)
  commandRoutes(app, services)
  auditRoutes(app, services)
  storageAuditRoutes(app, services)
  streamRoutes(app, services)
  healthRoutes(app, services)
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
    await services.tail.begin((fault) => options.report(faultText(fault, 'the live streams')))
  }
  await app.ready()
  return app
}
