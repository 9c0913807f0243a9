import * as z from 'zod/mini'
import { command } from '../../src/chart/commands.ts'
import { atLeast, atMost, type Goal, inDigits, told } from '../goal.ts'
import { type Contender, compare, microsecondsOf, ratio } from '../measure.ts'
import { isValibotCommand } from '../peers/valibotCommand.ts'
import { isChangeRate } from '../yardsticks/handCheck.ts'

const changeRate = {
  commandId: '3f1d2c80-61b7-4c0e-9a54-0d8c1f6f2b11',
  expectedVersion: 9,
  happenedAt: '2027-03-10T05:00:00Z',
  kind: 'changeRate',
  resultSeq: 13,
  newRateMlPerHour: 12,
  moTold: { name: 'Chen, Mei', at: '2027-03-10T04:59:00Z' },
  shown: {
    name: 'COURSE, Alex',
    dateOfBirth: '1958-05-14',
    mrn: '6100107',
    protocol: 'vte',
    protocolVersion: '402.3',
    resultText: '98.0',
    collectedAt: '2027-03-10T04:02:00Z',
    oldRateMlPerHour: 14,
  },
  signature: { pin: '4711' },
}

/** Each has one thing wrong, and everybody has to see it. */
const wrong: readonly object[] = [
  { ...changeRate, surplus: 1 },
  { ...changeRate, commandId: 'none' },
  { ...changeRate, expectedVersion: -1 },
  { ...changeRate, happenedAt: '2027-02-30T05:00:00Z' },
  { ...changeRate, newRateMlPerHour: '12' },
  { ...changeRate, resultSeq: 1.5 },
  { ...changeRate, moTold: { ...changeRate.moTold, name: 'Ch\u200ben' } },
  { ...changeRate, shown: { ...changeRate.shown, protocol: 'other' } },
  { ...changeRate, shown: { ...changeRate.shown, oldRateMlPerHour: undefined } },
  { ...changeRate, signature: {} },
]

const reads = [
  { name: 'zod', reads: (value: unknown) => z.safeParse(command, value).success },
  { name: 'by hand', reads: isChangeRate },
  { name: 'Valibot', reads: isValibotCommand },
] as const

function demandAgreement(): void {
  for (const { name, reads: isGood } of reads) {
    if (!isGood(changeRate)) throw new Error(`${name} refuses a good command`)
    const passed = wrong.findIndex((each) => isGood(each))
    if (passed >= 0) throw new Error(`${name} takes the wrong command ${passed}`)
  }
}

export const goal: Goal = {
  id: 'G6',
  title: 'Reading a command',
  async measure() {
    demandAgreement()
    const costs = await compare(
      reads.map(
        ({ name, reads: isGood }): Contender => ({
          name,
          run(times) {
            let good = 0
            for (let time = 0; time < times; time += 1) good += isGood(changeRate) ? 1 : 0
            return good
          },
        }),
      ),
    )
    const toHand = ratio(costs, 'zod', 'by hand')
    return [
      atMost('check by hand (server)', toHand, 3),
      atMost('check by hand (client)', toHand, 6),
      atLeast('Valibot', ratio(costs, 'Valibot', 'zod'), 1.4),
      told('microseconds for one command', inDigits(microsecondsOf(costs, 'zod'))),
    ]
  },
}
