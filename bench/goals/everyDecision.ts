import { advise } from '../../src/nomogram/advise.ts'
import { parseAptt } from '../../src/nomogram/parseAptt.ts'
import { PROTOCOL_IDS } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { onPaper } from '../../tests/nomogram/handWritten.ts'
import { isRight } from '../../tests/nomogram/isRight.ts'
import { type Goal, told, within } from '../goal.ts'

const LOWEST_APTT = 100
const HIGHEST_APTT = 4_000
const HIGHEST_RATE = 600
const TIMES = 3

/** Decides every APTT at every rate, in tenths, on every protocol, and counts. @throws Error for an answer that the paper does not give */
function prove(): number {
  let proven = 0
  for (const id of PROTOCOL_IDS) {
    const protocol = protocolFor(id)
    for (let aptt = LOWEST_APTT; aptt <= HIGHEST_APTT; aptt += 1) {
      const parsed = parseAptt((aptt / 10).toFixed(1))
      const paper = onPaper[id](aptt / 10)
      for (let rate = 1; rate <= HIGHEST_RATE; rate += 1) {
        const advice = advise(protocol, parsed, rate / 10)
        if (!isRight(advice, rate / 10, paper)) throw new Error(`${id}, ${aptt} at ${rate}`)
        proven += 1
      }
    }
  }
  return proven
}

export const goal: Goal = {
  id: 'G2',
  title: 'Every decision against the paper',
  async measure() {
    const spent: number[] = []
    let proven = 0
    for (let time = 0; time < TIMES; time += 1) {
      const before = process.cpuUsage()
      proven = prove()
      const { user, system } = process.cpuUsage(before)
      spent.push((user + system) / 1_000_000)
    }
    // The worst, the first of them cold.
    return [
      within('every APTT and rate on four protocols', Math.max(...spent), 5, 'CPU s'),
      told('decisions compared', proven.toLocaleString('en-AU')),
    ]
  },
}
