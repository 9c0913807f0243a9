import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { noSession, Problem, tooManyTries } from '../../server/problems.ts'
import { isoOf, plusHours } from '../../src/time.ts'
import { firstSignature } from '../server/support/course.ts'
import { chanceOf } from './support/chance.ts'
import { measured, sized } from './support/experiment.ts'
import {
  bring,
  type StopStand,
  stopCommand,
  stopStand,
  timesOnRecord,
} from './support/stopStand.ts'

/** What stands in the way of a stop: the circumstance, brought about; and the stop, where it is not the usual one. */
interface Obstacle {
  readonly what: string
  readonly arrange: (stand: StopStand) => Promise<unknown>
  readonly author?: string | null
  readonly command?: object
}

const commandsOf = ({ chartId }: StopStand) => `/api/charts/${chartId}/commands`

async function damage({ ward }: StopStand): Promise<void> {
  const { queries } = ward.services.database
  await sql`drop trigger chart_entry_keeps_text`.execute(queries)
  await queries
    .updateTable('chart_entry')
    .set({ body: sql`replace(body, '"98.0"', '"48.0"')` })
    .execute()
}

async function wrongPins(stand: StopStand): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    await stand.tablet.post(commandsOf(stand), { ...firstSignature, signature: { pin: '000000' } })
  }
  const held = await stand.tablet.post(commandsOf(stand), firstSignature)
  if (held.status !== 429) throw new Error(`not held back: ${held.status}`)
}

const obstacles: readonly Obstacle[] = [
  {
    what: 'nobody to countersign, a session that stands',
    arrange: async () => {},
    author: 'rn.cole',
  },
  {
    what: 'a chart four versions on',
    arrange: async () => {},
    author: 'rn.cole',
    command: { expectedVersion: 4 },
  },
  { what: 'signed out', arrange: ({ tablet }) => tablet.delete('/api/session') },
  {
    what: 'a session that is none',
    arrange: async ({ tablet }) => tablet.plant('session', 'no-such-session'),
    author: 'rn.cole',
  },
  {
    what: 'a session that has expired',
    arrange: async ({ ward }) => ward.realTime.moveTo(plusHours(ward.realTime.now(), 13)),
    author: 'rn.cole',
  },
  { what: 'a locked session', arrange: ({ tablet }) => tablet.put('/api/session/lock', {}) },
  {
    what: 'an account that has ended',
    arrange: ({ ward }) => ward.services.accounts.end('rn.cole', 'admin.hall'),
    author: 'rn.cole',
  },
  { what: 'wrong PINs held back with 429', arrange: wrongPins, author: 'rn.cole' },
  {
    what: 'a wrong PIN',
    arrange: async () => {},
    author: 'rn.cole',
    command: { signature: { pin: '000000' } },
  },
  { what: 'a record that was changed from outside', arrange: damage },
  {
    what: 'another act that waits for its second signature',
    arrange: (stand) => stand.elsewhere.post(commandsOf(stand), firstSignature),
  },
  {
    what: 'a tablet clock years ahead',
    arrange: async () => {},
    command: { happenedAt: '2034-01-01T00:00:00Z' },
  },
  {
    what: 'a tablet clock years behind',
    arrange: async () => {},
    command: { happenedAt: '2019-01-01T00:00:00Z' },
  },
  {
    what: 'an author who never signed in on this tablet',
    arrange: async () => {},
    author: 'mo.okafor',
  },
  {
    what: 'a patient who has gone to another ward',
    arrange: (stand) =>
      stand.elsewhere.post(commandsOf(stand), {
        ...stopCommand({ kind: 'transferWard', wardId: 'ccu', bed: '3' }),
        reason: undefined,
      }),
    command: { happenedAt: '2027-03-10T04:50:00Z' },
  },
  {
    what: 'a stop by the nomogram whose result was acted on meanwhile',
    arrange: (stand) => stand.elsewhere.post(commandsOf(stand), firstSignature),
    command: { kind: 'stopInfusion', reason: 'nomogram', resultSeq: 9 },
  },
]

/** Sends the stop three times, twice at once, in its circumstance; null: taken, once. */
async function heldUp(
  { arrange, author = null, command = {} }: Obstacle,
  stand: StopStand,
): Promise<string | null> {
  await arrange(stand)
  const stop = stopCommand(command)
  const replies = [
    ...(await Promise.all([bring(stand, stop, author), bring(stand, stop, author)])),
    await bring(stand, stop, author),
  ]
  const refused = replies.find(({ status }) => status !== 201)
  if (refused) return `${refused.status} ${refused.body.type}`
  const times = await timesOnRecord(stand, stop)
  return times === 1 ? null : `${times} entries`
}

describe('SIGN-5, H23: raw HTTP, by the tablet’s own way', () => {
  test.each(obstacles)('a stop is taken, and once: $what', async (obstacle) => {
    expect(await heldUp(obstacle, await stopStand())).toBeNull()
  })
})

/** Some of the circumstances, where a fault is planted. */
const TRIED = new Set([
  'nobody to countersign, a session that stands',
  'a chart four versions on',
  'signed out',
  'a session that has expired',
  'a tablet clock years ahead',
])

/** In which of them a faulty server holds the stop up. */
async function heldUpBy(plant: (stand: StopStand) => void): Promise<string[]> {
  const found: string[] = []
  for (const obstacle of obstacles.filter(({ what }) => TRIED.has(what))) {
    const stand = await stopStand()
    plant(stand)
    if ((await heldUp(obstacle, stand)) !== null) found.push(obstacle.what)
  }
  return found
}

type Keep = StopStand['ward']['services']['desk']['keep']
/** Puts something in the way of the desk's own way to take what a tablet brings. */
function inTheWay({ ward }: StopStand, bar: (...args: Parameters<Keep>) => Promise<void>): void {
  const { desk } = ward.services
  const keep = desk.keep
  Object.assign(desk, {
    keep: async (...args: Parameters<Keep>) => {
      await bar(...args)
      return keep(...args)
    },
  })
}

describe('planted: each guard that must not stand before a stop is caught', () => {
  test('SIGN-5: a way that asks for a session that stands', async () => {
    const found = await heldUpBy((stand) =>
      inTheWay(stand, async () => {
        if ((await stand.tablet.get('/api/session')).status !== 200) throw noSession()
      }),
    )
    expect(found).toEqual(['signed out', 'a session that has expired'])
  })

  test('SIGN-5: a way that compares the version', async () => {
    const found = await heldUpBy((stand) =>
      inTheWay(stand, async (_chartId, { command }) => {
        if (command.expectedVersion < 8) throw conflict()
      }),
    )
    expect(found).toEqual(['a chart four versions on'])
  })

  test('SIGN-5: a way that counts how often it is asked', async () => {
    const found = await heldUpBy((stand) => {
      let asked = 0
      inTheWay(stand, async () => {
        asked += 1
        if (asked > 2) throw tooManyTries(60)
      })
    })
    expect(found).toHaveLength(TRIED.size)
  })

  test('SIGN-5: a way that trusts the tablet’s clock', async () => {
    const found = await heldUpBy((stand) =>
      inTheWay(stand, async (_chartId, { command }) => {
        if (command.happenedAt > isoOf(plusHours(stand.ward.clock.now(), 1))) throw conflict()
      }),
    )
    expect(found).toEqual(['a tablet clock years ahead'])
  })

  test('SIGN-5: a record that forgets which stop it has taken', async () => {
    const obstacle = { what: '', arrange: async () => {} }
    const stand = await stopStand()
    inTheWay(stand, async (_chartId, { command }) => {
      Object.assign(command, { commandId: randomUUID() })
    })
    expect(await heldUp(obstacle, stand)).toBe('0 entries')
  })
})

function conflict(): Problem {
  const content = { code: 'conflict', status: 409, title: 'Conflict', detail: 'Moved on.' }
  return new Problem({ ...content, next: 'Look at it.' })
}

const ROUNDS = sized(4, 400)
/** What goes with any stop. Who stops a patient after the move to another ward is of that ward: the same 404. */
const besides = obstacles.filter(({ what }) => what !== 'a patient who has gone to another ward')

test(`H23: ${ROUNDS} stops, each in two or three circumstances at once, from a seed`, async () => {
  const { pick, below } = chanceOf(20270310)
  const held: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const stand = await stopStand()
    const together = [pick(obstacles), ...Array.from({ length: 1 + below(2) }, () => pick(besides))]
    // One circumstance can make another impossible: nobody keys a wrong PIN in a session that has ended.
    for (const { arrange } of together) await arrange(stand).catch(() => undefined)
    const became = await heldUp(
      { ...(together[0] ?? pick(obstacles)), arrange: async () => {} },
      stand,
    )
    if (became !== null) held.push(`${together.map((each) => each.what).join(' + ')}: ${became}`)
  }
  expect(held).toEqual([])
  measured({
    promise: 10,
    what: `${obstacles.length} circumstances alone, then stops in two or three of them at once, each stop sent three times by raw HTTP`,
    figure: `${ROUNDS} combined: 0 refused, 0 recorded twice, 0 lost`,
  })
})
