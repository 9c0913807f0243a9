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
      }),
    ).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv/charts',
      databaseUrl: 'postgres://charts@db/charts',
      timeZone: 'Australia/Perth',
      production: false,
      clock: instantOf('2027-03-10T00:00:00Z'),
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
    ['DATABASE_URL', { DATABASE_URL: 'mysql://charts' }],
  ])('that cannot be is refused with the name of the variable: %s %o', (name, env) => {
    expect(() => environmentOf(env)).toThrow(name)
  })

  test('a database address is never repeated: it may hold a password', () => {
    expect(() => environmentOf({ DATABASE_URL: 'mysql://charts:hunter2@db' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  })
})
