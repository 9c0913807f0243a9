import { describe, expect, test } from 'vitest'
import { standingClock } from '../../server/clock.ts'
import type { Database } from '../../server/database.ts'
import { Problem } from '../../server/problems.ts'
import {
  ALLOWED_WRONG,
  ALLOWED_WRONG_FOR_ANOTHER,
  createTries,
  type Guess,
  LONG_WINDOW_MINUTES,
  MANY_WRONG,
  type Tries,
  WINDOW_MINUTES,
} from '../../server/tries.ts'
import { instantOf, plusMinutes } from '../../src/time.ts'
import { at, firstSignature, runningVte, secondSignature } from './support/course.ts'
import { databases, newId } from './support/databases.ts'
import { sharedTablet } from './support/sharedTablet.ts'
import { pinOf, startWard } from './support/ward.ts'

const begun = instantOf('2026-11-21T09:00:00Z')
const guess: Guess = { userId: 'rn.adams', secret: 'pin', place: 'tablet a' }
const wrong = async () => false
const right = async () => true

/** Whether each of so many wrong guesses, sent together, was judged or held back. */
async function judged(
  counts: readonly Tries[],
  guesses: number,
  what: Guess = guess,
): Promise<number> {
  const outcomes = await Promise.allSettled(
    Array.from({ length: guesses }, (_, index) =>
      (counts[index % counts.length] as Tries).judge(what, wrong),
    ),
  )
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Problem)
  }
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

describe.each(databases)('the count of wrong secrets on $name', ({ open }) => {
  async function counting() {
    const database = await open()
    const clock = standingClock(begun)
    const later = (minutes: number) => clock.moveTo(plusMinutes(clock.now(), minutes))
    return { database, clock, later, count: () => createTries(database, clock) }
  }

  test('SIGN-3: two server processes and a restart know the same count', async () => {
    const { count } = await counting()
    expect(await judged([count(), count()], 20)).toBe(ALLOWED_WRONG)
    expect(await judged([count()], 1)).toBe(0)
  })

  test('SIGN-3, H53: another tablet of the same person, and a colleague on this one, are not held back', async () => {
    const { count } = await counting()
    const tries = count()
    await judged([tries], 20)

    expect(await tries.judge({ ...guess, place: 'tablet b' }, right)).toBe(true)
    expect(await tries.judge({ ...guess, userId: 'rn.baker' }, right)).toBe(true)
    expect(await tries.judge({ ...guess, secret: 'password' }, right)).toBe(true)
    await expect(tries.judge(guess, right)).rejects.toThrow('too-many-tries')
  })

  test('SIGN-3: right ones sent together do not hold each other back', async () => {
    const { count } = await counting()
    const tries = count()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => tries.judge(guess, right)))
    expect(outcomes).toEqual(Array.from({ length: 20 }, () => true))
  })

  test('SIGN-3: held back until the oldest is five minutes old, and told how long', async () => {
    const { count, later } = await counting()
    const tries = count()
    for (let sent = 0; sent < ALLOWED_WRONG; sent += 1) {
      await tries.judge(guess, wrong)
      later(0.5)
    }
    const refused = await tries.judge(guess, right).catch((problem: Problem) => problem)
    expect(refused).toMatchObject({ headers: { 'retry-after': `${(WINDOW_MINUTES - 2.5) * 60}` } })

    later(2.5)
    expect(await tries.judge(guess, right)).toBe(true)
  })

  test('SIGN-3, H53: many wrong ones over many tablets slow every place down and lock none', async () => {
    const { count, later } = await counting()
    const tries = count()
    for (let tablet = 0; tablet < MANY_WRONG / ALLOWED_WRONG; tablet += 1) {
      expect(await judged([tries], 10, { ...guess, place: `tablet ${tablet}` })).toBe(ALLOWED_WRONG)
    }

    expect(await judged([tries], 10, { ...guess, place: 'tablet new' })).toBe(1)
    expect(await tries.judge({ ...guess, place: 'where nobody guessed' }, right)).toBe(true)
    later(WINDOW_MINUTES)
    expect(await judged([tries], 10, { ...guess, place: 'tablet new' })).toBe(1)
    later(LONG_WINDOW_MINUTES)
    expect(await judged([tries], 10, { ...guess, place: 'tablet new' })).toBe(ALLOWED_WRONG)
  })

  test('SIGN-3: who guesses at a colleague from one session is held back on every tablet of theirs', async () => {
    const { count } = await counting()
    const tries = count()
    const at = (tablet: number): Guess => ({
      ...guess,
      place: `tablet ${tablet}`,
      sessionOf: 'rn.cole',
    })
    let taken = 0
    for (let tablet = 0; tablet < 6; tablet += 1) taken += await judged([tries], 5, at(tablet))

    expect(taken).toBe(ALLOWED_WRONG_FOR_ANOTHER)
    expect(await tries.judge({ ...at(9), sessionOf: 'rn.baker' }, right)).toBe(true)
  })

  test('a user id is not kept as it was keyed: it may be somebody’s password', async () => {
    const { count, database } = await counting()
    await count().judge({ ...guess, userId: 'my-secret-password' }, wrong)
    const rows = await database.queries.selectFrom('wrong_secret').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('my-secret-password')
  })

  test('SIGN-3: where the count cannot be written nothing is judged', async () => {
    const { count, database } = await counting()
    await database.queries.schema.dropTable('wrong_secret').execute()
    let asked = 0
    const fits = async () => {
      asked += 1
      return true
    }
    await expect(count().judge(guess, fits)).rejects.toThrow()
    expect(asked).toBe(0)
  })
})

test('planted: a count that each process keeps to itself is caught', async () => {
  const inMemory = (): Tries => {
    let taken = 0
    return {
      async judge(_guess, fits) {
        taken += 1
        if (taken > ALLOWED_WRONG)
          throw new Problem({ code: 'x', status: 429, title: '', detail: '', next: '' })
        return fits()
      },
      async noteWrong() {},
      async take() {},
    }
  }
  expect(await judged([inMemory(), inMemory()], 20)).toBe(2 * ALLOWED_WRONG)
})

test('planted: a count that is taken after the secret was judged is caught', async () => {
  const database = (await databases[0].open()) as Database
  const counted = createTries(database, standingClock(begun))
  const afterwards: Tries = {
    ...counted,
    async judge(_guess, fits) {
      const isRight = await fits()
      await counted.noteWrong(guess)
      return isRight
    },
  }
  expect(await judged([afterwards], 20)).toBe(20)
})

describe('over HTTP', () => {
  test('SIGN-3, H53: on a tablet known by its cookie the count stays with the tablet, whoever signs in there', async () => {
    const ward = await startWard()
    const { chart } = await runningVte(ward)
    const tablet = sharedTablet(ward)
    await tablet.signIn('rn.adams')
    const path = `/api/charts/${chart.id}/commands`
    expect((await tablet.post(path, firstSignature)).status).toBe(201)
    at(ward, '2027-03-10T04:55:40Z')
    const wrongly = () =>
      tablet.post(path, {
        ...secondSignature,
        commandId: newId(),
        signature: { userId: 'rn.baker', pin: '000000' },
      })
    for (let sent = 0; sent < ALLOWED_WRONG; sent += 1) expect((await wrongly()).status).toBe(403)
    await tablet.signIn('mo.chen')
    expect((await wrongly()).status).toBe(429)

    const another = sharedTablet(ward)
    await another.signIn('rn.adams')
    expect((await another.post(path, secondSignature)).status).toBe(201)
  })

  test('SIGN-5, H23: a stop goes on where the count cannot be written, and where its signer is held back', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    const { queries } = ward.services.database
    const strike = () =>
      chart.send(adams, 'strikeOut', { struckSeq: 2, reason: 'x', signature: { pin: '000000' } })
    for (let sent = 0; sent <= ALLOWED_WRONG; sent += 1) await strike()
    expect((await strike()).status).toBe(429)

    const stopped = await chart.send(adams, 'stopInfusion', {
      reason: 'concern',
      signature: { pin: pinOf('rn.adams') },
    })
    expect(stopped.body.entry).toMatchObject({ kind: 'infusionStopped', identity: 'confirmed' })

    await queries.schema.dropTable('wrong_secret').execute()
    expect((await strike()).status).toBe(500)
    const ceased = await chart.send(adams, 'ceaseInfusion', {
      reason: 'suspected-major-bleed',
      signature: { pin: '111111' },
    })
    expect(ceased.body.entry).toMatchObject({ kind: 'infusionCeased', identity: 'unconfirmed' })
  })

  test('SIGN-5: wrong PINs of stops are counted as any other, so that a stop is no way to try them', async () => {
    const ward = await startWard()
    const { chart, adams } = await runningVte(ward)
    for (let sent = 0; sent < ALLOWED_WRONG; sent += 1) {
      const stop = await chart.send(adams, 'ceaseInfusion', {
        reason: 'suspected-major-bleed',
        signature: { pin: '111111' },
      })
      expect(stop.status).not.toBe(429)
    }
    const signed = await chart.send(adams, 'strikeOut', {
      struckSeq: 2,
      reason: 'x',
      signature: { pin: pinOf('rn.adams') },
    })
    expect(signed.status).toBe(429)
  })
})
