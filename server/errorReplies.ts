import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalText } from '../src/chart/refusals.ts'
import type { TimeZone } from '../src/time.ts'
import { databaseFailed } from './databaseFailed.ts'
import { isDatabaseFault } from './databaseFaults.ts'
import { isInvalidFields } from './invalidFields.ts'
import {
  type FieldError,
  notFound,
  PROBLEM_TYPE,
  Problem,
  type ProblemContent,
  problemBody,
  Refused,
} from './problems.ts'

/** Turns whatever a route throws into an error reply of the contract; unforeseen faults are told to `reportFault` only. */
export function answerErrors(
  app: FastifyInstance,
  timeZone: TimeZone,
  reportFault: (fault: unknown, route: string) => void,
): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { content, headers, news } = answerTo(error, timeZone, request)
    if (content.status === 500 || isDatabaseFault(error)) reportFault(error, routeOf(request))
    reply
      .code(content.status)
      .headers(headers)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify({ ...problemBody(content), ...news }))
  })
}

/** Answers an address that no route can take. */
export function answerNotFound(reply: FastifyReply): void {
  reply
    .code(404)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemBody(notFound().content)))
}

interface Answer {
  readonly content: ProblemContent
  readonly headers: Readonly<Record<string, string>>
  readonly news: object
}

function answerTo(error: FastifyError, timeZone: TimeZone, request: FastifyRequest): Answer {
  if (error instanceof Problem) return { content: error.content, headers: error.headers, news: {} }
  if (error instanceof Refused) {
    const { refusal, news } = error
    const content = { ...refusal, ...refusalText(refusal, timeZone) }
    return { content, headers: {}, news: (refusal.status === 409 && news) || {} }
  }
  const content = isDatabaseFault(error) ? databaseFailed(request) : frameworkContent(error)
  return { content, headers: {}, news: {} }
}

function frameworkContent(error: FastifyError): ProblemContent {
  if (isInvalidFields(error)) return malformed(error.errors)
  switch (error.statusCode) {
    case 400:
      return malformed([{ field: 'body', detail: 'The body is not JSON. Send one JSON object.' }])
    case 404:
      return notFound().content
    case 413:
      return {
        code: 'too-large',
        status: 413,
        title: 'Too large',
        detail: 'The body is larger than 64 kB.',
        next: 'Shorten the text.',
      }
    case 415:
      return {
        code: 'not-json',
        status: 415,
        title: 'Not JSON',
        detail: 'Only application/json is accepted.',
        next: 'Send the body as application/json.',
      }
    default:
      return {
        code: 'fault',
        status: 500,
        title: 'Something failed on the server',
        detail: 'It is not known whether this was recorded.',
        next: 'Look at the chart before doing it again. If it goes on, use the paper chart.',
      }
  }
}

function malformed(errors: readonly FieldError[]): ProblemContent {
  return {
    code: 'malformed',
    status: 400,
    title: 'The request does not fit the contract',
    detail: errors.map(({ field, detail }) => `${field}: ${detail}`).join(' '),
    next: 'Correct the fields named and send it again.',
    errors,
  }
}

/** The route's pattern, never the address itself. */
function routeOf(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url ?? '(no route)'}`
}
