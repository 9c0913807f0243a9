import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { standingClock } from '../../server/clock.ts'
import type { Database } from '../../server/database.ts'
import {
  addDemonstrationAccounts,
  demonstrationPeople,
} from '../../server/demonstrationAccounts.ts'
import { beginDemonstrationWard } from '../../server/demonstrationWard.ts'
import { environmentOf } from '../../server/environment.ts'
import { openInstallation } from '../../server/installation.ts'
import { openSqlite } from '../../server/openSqlite.ts'
import { DEMONSTRATION_COST } from '../../server/secrets.ts'
import { createServices, type Services } from '../../server/services.ts'
import type { Chart } from '../../src/chart/chart.ts'
import type { Entry } from '../../src/chart/entries.ts'
import { fold } from '../../src/chart/fold.ts'
import { instantOf, isoOf } from '../../src/time.ts'
import { actsWithoutTwoSigners, implausibleResults, prescribed } from './support/chartLaws.ts'
import { at } from './support/course.ts'
import { databases } from './support/databases.ts'
import { freshFolder } from './support/folders.ts'
import { type Device, startWard, type TestWard } from './support/ward.ts'

const NOW = '2027-03-10T04:00:00Z'

async function demonstration(clock = NOW, database?: Database): Promise<TestWard> {
  const ward = await startWard({ clock, ...(database && { database }) })
  await beginDemonstrationWard(ward.services, ward.clock)
  return ward
}

async function chartsOf({ services: { store } }: Pick<TestWard, 'services'>): Promise<Chart[]> {
  const open = [...(await store.openCharts('7-west')), ...(await store.openCharts('ccu'))]
  return Promise.all(
    open.map(async ({ chartId }) => fold((await store.record(chartId))?.entries ?? [])),
  )
}

/** A server with nobody and nothing in it. */
async function emptyServices(): Promise<Services> {
  const database = await openSqlite(':memory:')
  const services = createServices({
    database,
    clock: standingClock(instantOf(NOW)),
    timeZone: 'Australia/Sydney',
    hashCost: DEMONSTRATION_COST,
    isDemonstration: true,
  })
  onTestFinished(async () => {
    services.live.close()
    await database.close()
  })
  return services
}

/** The lines of a board: who, how the infusion stands, and what is due first. */
async function boardOf(device: Device, wardId: string): Promise<string[]> {
  const { body } = await device.get(`/api/wards/${wardId}/board`)
  return body.charts.map(
    ({ patient, protocol, infusion, next }: (typeof body.charts)[number]) =>
      `${patient.surname}, ${protocol.id}: ${infusion.status} ${infusion.rateMlPerHour ?? 'off'}, ` +
      (next ? `${next.kind} ${next.status} ${next.dueAt.slice(11, 16)}` : 'nothing due'),
  )
}

describe('the demonstration ward', () => {
  test('TIME-1, TIME-2, TIME-3, TIME-8: 7-west shows ten charts, most urgent first', async () => {
    const ward = await demonstration()

    expect(await boardOf(await ward.signIn('rn.adams'), '7-west')).toEqual([
      'Taufa, vte: stopped off, restart overdue 03:45',
      'Di Marco, vte: running 13, aptt-collection overdue 02:40',
      "O'Brien, vte: running 11, second-check due 03:59",
      'Kowalski, nstemi: ceased off, mo-decision due 03:42',
      'Walker, vte: running 17, mo-decision due 03:48',
      'Papadopoulos, nstemi: running 10, aptt-result due 03:50',
      'Martin, stroke: running 9.7, aptt-collection soon 04:20',
      'Hussein, vte: running 17, aptt-collection waiting 05:40',
      'Singh, stemi: running 8, mo-review waiting 22:30',
      'Tran, vte: not-started off, nothing due',
    ])
  })

  test('TIME-3: the board says of a stopped infusion whether the MO has assessed the patient', async () => {
    const ward = await demonstration()
    const { body } = await (await ward.signIn('rn.adams')).get('/api/wards/7-west/board')
    const assessmentOf = (surname: string) =>
      body.charts.find(
        ({ patient }: { patient: { surname: string } }) => patient.surname === surname,
      ).assessment

    expect(assessmentOf('Taufa')).toEqual({ finding: 'none', plan: 'restart' })
    expect(assessmentOf('Singh')).toBeNull()
  })

  test.each(databases)('has its twelve patients on $name', async ({ open }) => {
    expect(await chartsOf(await demonstration(NOW, await open()))).toHaveLength(12)
  })

  test('SIGN-1: everybody has a PIN of six digits that nobody else has', () => {
    const pins = demonstrationPeople.map(({ pin }) => pin)

    expect(pins.filter((pin) => !/^\d{6}$/.test(pin))).toEqual([])
    expect(new Set(pins).size).toBe(15)
  })

  test('TIME-1: ccu shows two charts', async () => {
    const ward = await demonstration()

    expect(await boardOf(await ward.signIn('rn.ivers'), 'ccu')).toEqual([
      'Campbell, stemi: running 8, aptt-collection due 03:55',
      'Fernando, nstemi: running 10, aptt-collection waiting 07:05',
    ])
  })

  test('INIT-1, INIT-2, INIT-3, INIT-4, BOL-9: weights, boluses and rates are those of the printed tables', async () => {
    const charts = await chartsOf(await demonstration())

    expect(charts.map(prescribed).sort()).toEqual([
      'Campbell: stemi, 70 kg, 4000 units, 8 mL/hr',
      'Di Marco: vte, 70 kg, no bolus (anticoagulated), 13 mL/hr',
      'Fernando: nstemi, 90 kg, 5000 units, 10 mL/hr',
      'Hussein: vte, 95 kg, 7500 units, 17 mL/hr',
      'Kowalski: nstemi, 58 kg, 3500 units, 9 mL/hr',
      'Martin: stroke, 58 kg, no bolus (stroke), 8.7 mL/hr',
      "O'Brien: vte, 62 kg, 5000 units, 11 mL/hr",
      'Papadopoulos: nstemi, 82.4 kg, 5000 units, 10 mL/hr',
      'Singh: stemi, 72 kg, 4000 units, 9 mL/hr',
      'Taufa: vte, 110 kg, 9000 units, 20 mL/hr',
      'Tran: vte, 75 kg, 6000 units, 14 mL/hr',
      'Walker: vte, 88 kg, 7000 units, 16 mL/hr',
    ])
  })

  test('SIGN-3, SIGN-4: every dose act in effect has two different signers', async () => {
    const charts = await chartsOf(await demonstration())

    expect(charts.flatMap(actsWithoutTwoSigners)).toEqual([])
    expect(charts.flatMap(({ owed }) => owed)).toEqual([])
  })

  test('SIGN-3: an act without its second signer would be seen', async () => {
    const [chart] = (await chartsOf(await demonstration())).filter(
      ({ infusion }) => infusion.status === 'running',
    )
    if (!chart) throw new Error('nothing runs')
    const entries = chart.entries.filter(({ kind }) => kind !== 'countersigned')
    const [first] = chart.entries
    const alone = chart.entries.map((entry) => ({ ...entry, by: first?.by ?? entry.by }) as Entry)

    expect(actsWithoutTwoSigners({ ...chart, entries })).not.toEqual([])
    expect(actsWithoutTwoSigners({ ...chart, entries: alone })).not.toEqual([])
  })

  test('NOMO-3: no APTT lies outside what the table of its protocol makes plausible', async () => {
    const charts = await chartsOf(await demonstration())

    expect(charts.flatMap(implausibleResults)).toEqual([])
    expect(charts.flatMap(({ results }) => results).length).toBeGreaterThan(charts.length)
  })

  test('NOMO-3: an implausible APTT would be seen', async () => {
    const charts = await chartsOf(await demonstration())
    const odd = charts.map((chart) => ({
      ...chart,
      results: chart.results.map((result) => ({
        ...result,
        parsed: { kind: 'value' as const, seconds: 200 },
      })),
    }))

    expect(odd.flatMap(implausibleResults)).toHaveLength(
      charts.flatMap(({ results }) => results).length,
    )
  })

  test('CHART-2, CHART-8: every patient has a name, a number, a bed and a date of birth of their own', async () => {
    const charts = await chartsOf(await demonstration())

    for (const own of [
      ({ patient }: Chart) => patient.mrn,
      ({ patient }: Chart) => patient.surname,
      ({ patient }: Chart) => patient.dateOfBirth,
      ({ wardId, bed }: Chart) => `${wardId} ${bed}`,
    ]) {
      expect(new Set(charts.map(own)).size).toBe(12)
    }
  })

  test('SIGN-7, CHART-1: entries are recorded at their shifted times, in order, in an unbroken chain', async () => {
    const ward = await demonstration('2027-03-10T04:00:30Z')

    for (const { chartId } of await chartsOf(ward)) {
      const record = await ward.services.store.record(chartId)
      const recorded = record?.entries.map((entry) => entry.recordedAt) ?? []

      expect(record?.intact).toBe(true)
      expect(recorded).toEqual([...recorded].sort())
      expect(recorded.every((time) => time < NOW && time.endsWith(':00Z'))).toBe(true)
    }
  })

  test('SIGN-8: the waiting first signature lapses ten minutes after it was signed', async () => {
    const ward = await demonstration()
    const adams = await ward.signIn('rn.adams')
    const lineOf = async () =>
      (await boardOf(adams, '7-west')).find((line) => line.startsWith("O'Brien"))

    at(ward, '2027-03-10T04:08:59Z')
    expect(await lineOf()).toContain('second-check due 03:59')

    at(ward, '2027-03-10T04:09:00Z')
    expect(await lineOf()).toContain('titration due 03:54')
  })

  test('SIGN-3: its signatures are real: with other PINs on the accounts it is refused', async () => {
    const services = await emptyServices()
    const { accounts, clock } = services
    await addDemonstrationAccounts(
      { ...accounts, add: (account) => accounts.add({ ...account, pin: '000000' }) },
      clock.now(),
    )

    await expect(beginDemonstrationWard(services, clock)).rejects.toThrow(
      'step 3, prescribe at -20m: Error: signature-refused',
    )
  })
})

describe('a demonstration that is started again', () => {
  async function startAt(dataDir: string, clock: string) {
    const environment = environmentOf({ DATA_DIR: dataDir, CLOCK: clock })
    const services = await openInstallation(environment, beginDemonstrationWard)
    let isOpen = true
    async function stop() {
      if (!isOpen) return
      isOpen = false
      services.live.close()
      await services.database.close()
    }
    onTestFinished(stop)
    const charts = await chartsOf({ services })
    return { charts, stop }
  }

  const idsOf = (charts: readonly Chart[]) => charts.map(({ chartId }) => chartId).sort()

  test('goes on with its patients for twelve hours, then begins new ones and keeps the old aside', async () => {
    const dataDir = freshFolder()
    const first = await startAt(dataDir, NOW)
    await first.stop()
    const again = await startAt(dataDir, '2027-03-10T15:58:00Z')
    await again.stop()
    const later = await startAt(dataDir, '2027-03-10T16:00:00Z')
    await later.stop()

    expect(idsOf(again.charts)).toEqual(idsOf(first.charts))
    expect(later.charts).toHaveLength(12)
    expect(idsOf(later.charts)).not.toContain(idsOf(first.charts)[0])
    expect(later.charts.every(({ openedAt }) => isoOf(openedAt) > '2027-03-08')).toBe(true)
    expect(readdirSync(join(dataDir, 'earlier')).length).toBeGreaterThan(0)
  })
})
