import * as z from 'zod/mini'
import { checkRequest, command, openChart } from '../src/chart/commands.ts'
import type { Entry } from '../src/chart/entries.ts'
import type { App } from './app.ts'
import { chartParams } from './chartRoutes.ts'
import { checkReply, commandReply, problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'

const writing = problems(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)

/** Writing to the record. */
export function commandRoutes(app: App, { desk, store }: Services): void {
  app.post(
    '/api/charts',
    {
      schema: {
        summary: 'Open a chart; its id is the command id',
        body: openChart,
        response: { 201: commandReply, ...writing },
      },
    },
    async (request, reply) => {
      const entry = await desk.open(request.body, senderOf(request))
      return reply.code(201).send(entryReply(entry))
    },
  )

  app.post(
    '/api/charts/:chartId/commands',
    {
      schema: {
        summary: 'Carry out one command on a chart',
        params: chartParams,
        body: command,
        response: { 201: commandReply, ...writing },
      },
    },
    async (request, reply) => {
      const entry = await desk.carryOut(request.params.chartId, request.body, senderOf(request))
      return reply.code(201).send(entryReply(entry))
    },
  )

  app.post(
    '/api/charts/:chartId/checks',
    {
      schema: {
        summary: 'The blind second check, before the pump is set (SIGN-4)',
        params: chartParams,
        body: checkRequest,
        response: { 200: checkReply, ...writing },
      },
    },
    async (request) => {
      const { chartId } = request.params
      return cardFor(await desk.check(chartId, request.body, senderOf(request)))
    },
  )

  app.get(
    '/api/charts/:chartId/commands/:commandId',
    {
      schema: {
        summary: 'The reply that a command got',
        params: z.extend(chartParams, { commandId: z.string() }),
        response: { 200: checkReply, 201: commandReply, ...problems(401, 404, 422) },
      },
    },
    async (request, reply) => {
      const { chartId, commandId } = request.params
      const entry = await desk.lookUp(chartId, commandId, senderOf(request))
      return entry.kind === 'secondCheckMatched'
        ? reply.code(200).send(await cardFor(entry))
        : reply.code(201).send(entryReply(entry))
    },
  )

  async function cardFor(entry: Entry) {
    const record = await store.record(entry.chartId)
    const act = record?.entries.find(
      ({ seq }) => entry.kind === 'secondCheckMatched' && seq === entry.actSeq,
    )
    return { ...figuresOf(act), entry, version: entry.version }
  }
}

function entryReply(entry: Entry) {
  const { version } = entry
  return entry.kind === 'apttResulted'
    ? { entry, version, use: entry.use, advice: entry.advice }
    : { entry, version }
}

/** What the pump is to be set to, or for a bolus what is to be given. */
function figuresOf(act: Entry | undefined) {
  switch (act?.kind) {
    case 'rateChanged':
      return { setPumpToMlPerHour: act.newRateMlPerHour, giveUnits: null }
    case 'infusionStarted':
    case 'infusionRestarted':
    case 'infusionResumed':
    case 'infusionRecommenced':
      return { setPumpToMlPerHour: act.rateMlPerHour, giveUnits: null }
    case 'bolusGiven':
      return { setPumpToMlPerHour: null, giveUnits: act.units }
    default:
      return { setPumpToMlPerHour: null, giveUnits: null }
  }
}
