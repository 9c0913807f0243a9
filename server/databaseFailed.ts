import type { FastifyRequest } from 'fastify'
import type { ProblemContent } from './problems.ts'

/** 503: the database failed under a request; says what to do at the bedside. The fault itself is for the operator. */
export function databaseFailed({ method, url, body }: Asked): ProblemContent {
  if (method === 'GET') return cannotRead
  if (!url.startsWith('/api/charts')) return cannotDo
  return isStop(body) ? stopNotRecorded : cannotRecord
}

type Asked = Pick<FastifyRequest, 'method' | 'url' | 'body'>

const cannotRead: ProblemContent = {
  code: 'database-failed',
  status: 503,
  title: 'The record cannot be read now',
  detail: 'The database of this chart does not answer.',
  next: 'Go by the pump, the paper chart and what was printed last. Try again soon.',
}

const cannotDo: ProblemContent = {
  code: 'database-failed',
  status: 503,
  title: 'This could not be done',
  detail: 'The database of this chart does not answer or takes nothing now.',
  next: 'Try again soon. Meanwhile go by the pump and the paper chart.',
}

const cannotRecord: ProblemContent = {
  code: 'could-not-be-recorded',
  status: 503,
  title: 'This could not be recorded',
  detail: 'The database failed. It is not known to be on the record: do not count on it.',
  next: 'Look at the pump: what it runs is what counts. Write it on the paper chart. Once the chart takes entries again, look whether it is there before you key it again.',
}

const stopNotRecorded: ProblemContent = {
  code: 'stop-not-recorded',
  status: 503,
  title: 'STOP the pump itself: this stop is not recorded yet',
  detail: 'The database failed. The stop is not known to be on the record.',
  next: 'Stop the pump now, by hand. Write the stop and its time on the paper chart, and record it here as soon as the chart takes entries again.',
  rules: ['SIGN-5'],
}

function isStop(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return false
  return body.kind === 'stopInfusion' || body.kind === 'ceaseInfusion'
}
