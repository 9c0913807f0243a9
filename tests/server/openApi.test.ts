import { beforeEach, describe, expect, test } from 'vitest'
import { type Reply, startWard } from './support/ward.ts'

interface Operation {
  readonly summary?: string
  readonly security?: unknown[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown> }>>
}

let reply: Reply

beforeEach(async () => {
  const { stranger } = await startWard()
  reply = await stranger.get('/api/openapi.json')
})

function operations(): [string, Operation][] {
  const paths: Record<string, Record<string, Operation>> = reply.body.paths
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  )
}

describe('the OpenAPI document', () => {
  test('describes every address of the contract', () => {
    expect(reply.status).toBe(200)
    expect(reply.body.openapi).toBe('3.1.0')
    expect(operations().map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'post /api/session',
        'get /api/session',
        'delete /api/session',
        'put /api/session/use',
        'put /api/session/lock',
        'post /api/session/unlock',
        'get /api/sessions',
        'delete /api/sessions',
        'get /api/readings',
        'post /api/emergency-access',
        'get /api/emergency-access',
        'post /api/emergency-access/{accessId}/review',
        'get /api/charts/{chartId}/emergency-access',
        'get /api/sign-in-page',
        'get /api/wards',
        'post /api/wards',
        'get /api/accounts',
        'post /api/accounts',
        'put /api/accounts/{userId}',
        'get /api/wards/{wardId}/board',
        'get /api/wards/{wardId}/due',
        'get /api/wards/{wardId}/people',
        'get /api/wards/{wardId}/stream',
        'get /api/wards/{wardId}/audit',
        'get /api/wards/{wardId}/audit.csv',
        'get /api/wards/{wardId}/storage-audits',
        'post /api/wards/{wardId}/storage-audits',
        'post /api/charts',
        'get /api/charts/{chartId}',
        'get /api/charts/{chartId}/entries',
        'post /api/charts/{chartId}/commands',
        'get /api/charts/{chartId}/commands/{commandId}',
        'post /api/charts/{chartId}/checks',
        'put /api/clock',
        'get /api/health',
        'get /api/ready',
      ]),
    )
  })

  test('says of every operation what it is and what it answers', () => {
    for (const [name, operation] of operations()) {
      expect(operation.summary, name).toBeTruthy()
      expect(Object.keys(operation.responses).length, name).toBeGreaterThan(0)
      for (const [status, response] of Object.entries(operation.responses)) {
        const types = Object.keys(response.content ?? {})
        if (Number(status) >= 400) expect(types, name).toEqual(['application/problem+json'])
      }
    }
  })

  test('names the session wherever one is needed', () => {
    const open = operations().filter(([, { security }]) => security?.length === 0)

    expect(reply.body.security).toEqual([{ session: [] }])
    expect(open.map(([name]) => name).sort()).toEqual([
      'get /api/health',
      'get /api/ready',
      'get /api/session/people',
      'get /api/sign-in-page',
      'get /api/tablet/alarms',
      'get /api/tablet/charts',
      'post /api/charts/{chartId}/captured',
      'post /api/session',
      'post /api/session/switch',
      'put /api/clock',
    ])
  })

  test('lists every kind of command with its fields', () => {
    const [, post] = operations().find(([name]) => name.endsWith('/commands')) ?? []
    const told = JSON.stringify(post?.requestBody)

    for (const kind of ['prescribe', 'changeRate', 'countersign', 'ceaseInfusion', 'writeNote']) {
      expect(told).toContain(`"enum":["${kind}"]`)
    }
    expect(told).toContain('"newRateMlPerHour"')
    expect(told).toContain('"additionalProperties":false')
  })
})
