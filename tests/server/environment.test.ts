import { describe, expect, test } from 'vitest'
import { environmentOf } from '../../server/environment.ts'
import { instantOf } from '../../src/time.ts'

describe('the environment', () => {
  test('has a default for everything, and an empty variable counts as not set', () => {
    const defaults = {
      port: 8080,
      host: '127.0.0.1',
      dataDir: './data',
      databaseUrl: null,
      timeZone: 'Australia/Sydney',
      production: false,
      clock: null,
      trustProxy: [],
      log: 'events',
      metricsToken: null,
    }
    expect(environmentOf({})).toEqual(defaults)
    expect(environmentOf({ PORT: '', CLOCK: '', NODE_ENV: '' })).toEqual(defaults)
  })

  test('is taken as it is given', () => {
    expect(
      environmentOf({
        PORT: '0',
        HOST: '0.0.0.0',
        DATA_DIR: '/srv/charts',
        DATABASE_URL: 'postgres://charts@db/charts',
        TIME_ZONE: 'Australia/Perth',
        CLOCK: '2027-03-10T00:00:00Z',
        TRUST_PROXY: '127.0.0.1, 10.20.0.0/16,fd00::/8',
        LOG: 'none',
        METRICS_TOKEN: '2f4c1b0a9d8e7f6a5b4c3d2e',
      }),
    ).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv/charts',
      databaseUrl: 'postgres://charts@db/charts',
      timeZone: 'Australia/Perth',
      production: false,
      clock: instantOf('2027-03-10T00:00:00Z'),
      trustProxy: ['127.0.0.1', '10.20.0.0/16', 'fd00::/8'],
      log: 'none',
      metricsToken: '2f4c1b0a9d8e7f6a5b4c3d2e',
    })
  })

  test.each([
    ['PORT', { PORT: '80a' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '80.5' }],
    ['TIME_ZONE', { TIME_ZONE: 'Sydney' }],
    ['CLOCK', { CLOCK: 'noon' }],
    ['CLOCK', { CLOCK: '2027-03-10T00:00:00+11:00' }],
    ['CLOCK', { CLOCK: '2027-03-10T00:00:00Z', NODE_ENV: 'production' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'proxy.ward.example' }],
    ['TRUST_PROXY', { TRUST_PROXY: '0.0.0.0/0' }],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
    ['LOG', { LOG: 'everything' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'letmein' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'a token with spaces is no token' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://charts' }],
  ])('that cannot be is refused with the name of the variable: %s %o', (name, env) => {
    expect(() => environmentOf(env)).toThrow(name)
  })

  test('in production every request has its line, unless LOG says otherwise', () => {
    expect(environmentOf({ NODE_ENV: 'production' }).log).toBe('requests')
    expect(environmentOf({ NODE_ENV: 'production', LOG: 'events' }).log).toBe('events')
  })

  test('a metrics token is never repeated', () => {
    expect(() => environmentOf({ METRICS_TOKEN: 'hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  })

  test('a database address is never repeated: it may hold a password', () => {
    expect(() => environmentOf({ DATABASE_URL: 'mysql://charts:hunter2@db' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  })
})
