import { basename } from 'node:path'
import * as z from 'zod/mini'
import { isoOf } from '../src/time.ts'
import type { App } from './app.ts'
import { administratorsOnly, backUpElsewhere } from './problems.ts'
import { problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'

/** Copies of the embedded database, made while it serves: an administrator's work (SIGN-1). */
export function backupRoutes(app: App, { database, realTime }: Services): void {
  app.post(
    '/api/backups',
    {
      schema: {
        summary: 'Copy the embedded database into the folder backups of DATA_DIR',
        body: z.strictObject({}),
        response: { 201: z.strictObject({ file: z.string() }), ...problems(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      if (senderOf(request).by.role !== 'administrator') throw administratorsOnly()
      if (database.backUp === null) throw backUpElsewhere()
      const stamp = isoOf(realTime.now()).replace(/[-:]|\.\d+/g, '')
      return reply.code(201).send({ file: basename(await database.backUp(stamp)) })
    },
  )
}
