import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import type { App } from './app.ts'
import { noteWardReading } from './chartReadings.ts'
import type { Clock } from './clock.ts'
import { endStreamsOfOthers } from './endStreamsOfOthers.ts'
import type { Sink, Viewer } from './live.ts'
import { problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'
import type { Session } from './sessions.ts'
import { wardOf, wardParams } from './wardRoutes.ts'

/** A viewer that lets so much pile up is cut off; it comes again and asks for what it missed. */
const MOST_UNSENT_BYTES = 1_000_000

const streamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

/** The live stream of a ward (server-sent events). */
export function streamRoutes(app: App, services: Services): void {
  const { live, store, realTime, clock, emergencyAccesses, readings } = services
  endStreamsOfOthers(app, services)

  /** The open charts of the ward, and with them those of other wards that are open to this person. */
  async function chartsFor(wardId: string, elsewhere: Viewer['elsewhere']) {
    const here = await store.openCharts(wardId)
    if (elsewhere.size === 0) return here
    const everywhere = await store.everyOpenChart()
    return [
      ...here,
      ...everywhere
        .filter((chart) => chart.wardId !== wardId && elsewhere.has(chart.chartId))
        .map(({ chartId, seq }) => ({ chartId, seq })),
    ]
  }

  app.get(
    '/api/wards/:wardId/stream',
    {
      schema: {
        summary:
          'Server-sent events: `ward` first, then `entry` after each commit, `beat` every 5 s',
        params: wardParams,
        response: {
          200: {
            description: 'An event stream',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          ...problems(401, 404),
        },
      },
    },
    async (request, reply) => {
      const wardId = wardOf(request, request.params)
      noteWardReading(readings, senderOf(request), 'board', wardId)
      const { session, by } = senderOf(request)
      const open = await emergencyAccesses.openOf(by.userId, clock.now())
      const viewer: Viewer = {
        wardId,
        userId: by.userId,
        sessionKey: session.key,
        elsewhere: new Map(open.map(({ chartId, endsAt }) => [chartId, endsAt])),
        sink: sinkOf(reply, session, realTime),
      }
      reply.hijack()
      for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...streamHeaders })) {
        if (value !== undefined) reply.raw.setHeader(name, value)
      }
      reply.raw.flushHeaders()
      reply.raw.on('close', () => live.leave(viewer))
      try {
        await live.watch(viewer, () => chartsFor(wardId, viewer.elsewhere))
      } catch (error) {
        live.leave(viewer)
        reply.raw.destroy()
        throw error
      }
    },
  )
}

function sinkOf({ raw }: FastifyReply, { endsAt }: Session, realTime: Clock): Sink {
  return {
    write(event) {
      if (realTime.now() >= endsAt || raw.writableLength > MOST_UNSENT_BYTES) return false
      raw.write(event)
      return true
    },
    end: () => raw.end(),
  }
}
