import { describe, expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../server/openSqlite.ts'
import type { Parts } from '../../server/services.ts'
import { newId } from '../server/support/databases.ts'
import { freshFolder } from '../server/support/folders.ts'
import { freshDatabase } from '../support/freshDatabase.ts'
import { measured, sized } from './support/experiment.ts'
import { serveHere } from './support/inProcess.ts'
import { type Intended, type IntentPlan, MOST_CHARTS, runIntents } from './support/intents.ts'
import { withDesk, withStore } from './support/plants.ts'
import { serversOn } from './support/serversOn.ts'
import { type Site, siteAt } from './support/site.ts'

const INTENTS = sized(70, 10_000)
const CHARTS = sized(3, MOST_CHARTS)

/** Runs the intents while the servers are killed and started again: after so many rounds, and once in any case. */
async function intend(
  what: string,
  env: Readonly<Record<string, string>>,
  count: number,
): Promise<Intended> {
  let servers = await serversOn(env, count)
  const site = siteAt(servers.map(({ address }) => address))
  let restarts = 0
  async function restart(): Promise<readonly string[]> {
    for (const server of servers) server.kill('SIGKILL')
    for (const server of servers) await server.ended
    servers = await serversOn(env, count)
    restarts += 1
    return servers.map(({ address }) => address)
  }
  const plan: IntentPlan = {
    intents: INTENTS,
    charts: CHARTS,
    seed: 31 + count,
    every: sized(25, 1_000),
    async disturb() {
      site.moving(restart())
      await site.settled()
    },
  }
  const intended = await runIntents(site, plan)
  measured({
    promise: 3,
    what,
    figure: `${intended.intents} intents in ${intended.requests} sendings, ${intended.cut} replies lost, ${restarts} times killed (-9) and started again in between: ${intended.faults.length} lost, duplicated or answered otherwise`,
  })
  return intended
}

describe('SIGN-8: one intent is one entry', () => {
  test('through two server processes on PostgreSQL that are killed in between', async () => {
    const env = { DATABASE_URL: await freshDatabase() }
    const { faults, cut, manners } = await intend(
      'Commands tapped twice, sent again, with lost replies, to the other process and after kill -9: two processes on PostgreSQL',
      env,
      2,
    )
    expect(faults).toEqual([])
    expect(cut).toBeGreaterThan(0)
    expect(Object.values(manners).every((count) => count > 0)).toBe(true)
  })

  test('through a server on the embedded database that is killed in between', async () => {
    const { faults, cut } = await intend(
      'Commands tapped twice, sent again, with lost replies and after kill -9: one process on the embedded database',
      { DATA_DIR: freshFolder() },
      1,
    )
    expect(faults).toEqual([])
    expect(cut).toBeGreaterThan(0)
  })
})

/** Two servers of this process on one embedded database, with a fault planted in both. */
async function faultsOf(parts: Partial<Parts>): Promise<string> {
  const database = await openSqlite(':memory:')
  onTestFinished(() => database.close())
  const addresses = [await serveHere(database, parts), await serveHere(database, parts)]
  const site: Site = siteAt(addresses)
  const { faults } = await runIntents(site, { intents: 60, charts: 2, seed: 33 })
  return faults.join('\n')
}

describe('the intents catch', () => {
  test('a server that does not know a command it has seen', async () => {
    const forgetting = withDesk((desk) => ({
      carryOut: (chartId, command, sender) =>
        desk.carryOut(chartId, { ...command, commandId: newId() }, sender),
    }))
    expect(await faultsOf(forgetting)).toMatch(/sent again|double tap|lost reply/)
  })

  test('a server that takes another body under a known id for the same', async () => {
    const indifferent = withDesk((desk) => ({
      async carryOut(chartId, command, sender) {
        return desk
          .lookUp(chartId, command.commandId, sender)
          .catch(() => desk.carryOut(chartId, command, sender))
      },
    }))
    expect(await faultsOf(indifferent)).toMatch(/another body of/)
  })

  test('a server that asks for the PIN of what is signed already', async () => {
    const forgetful = withStore((store) => {
      let looks = 0
      return {
        async kept(chartId, commandId) {
          looks += 1
          return looks % 2 === 1 ? null : store.kept(chartId, commandId)
        },
      }
    })
    expect(await faultsOf(forgetful)).toMatch(/another PIN/)
  })

  test('an acknowledgement of what is not on the record', async () => {
    const lying = withDesk((desk) => ({
      async carryOut(chartId, command, sender) {
        if (command.kind !== 'writeNote') return desk.carryOut(chartId, command, sender)
        const entry = await desk.carryOut(chartId, { ...command, commandId: newId() }, sender)
        return { ...entry, commandId: command.commandId, hash: 'f'.repeat(64) }
      },
    }))
    expect(await faultsOf(lying)).toMatch(/not on the record|entries too many|lost reply|body/)
  })
})
