import { beforeAll, describe, expect, test } from 'vitest'
import { type Advice, advise } from '../../src/nomogram/advise.ts'
import { type ParsedAptt, parseAptt } from '../../src/nomogram/parseAptt.ts'
import { PROTOCOL_IDS, type ProtocolId } from '../../src/protocols/protocol.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { nomograms } from '../protocols/sheet.ts'
import { onPaper, type PaperRow } from './handWritten.ts'
import { isRight } from './isRight.ts'

const lowestAptt = 100
const highestAptt = 4000
const highestRate = 600
const fewFaults = 5

let aptts: { seconds: number; parsed: ParsedAptt }[] = []
let rates: number[] = []

beforeAll(() => {
  aptts = tenthsFrom(lowestAptt, highestAptt).map((text) => ({
    seconds: Number(text),
    parsed: parseAptt(text),
  }))
  rates = tenthsFrom(1, highestRate).map(Number)
})

describe.each(PROTOCOL_IDS)('every APTT and every rate on %s', (id) => {
  test('NOMO-1: each APTT lies in exactly one printed band, and the answer is from that row', () => {
    const protocol = protocolFor(id)
    const faults = aptts.filter(({ seconds, parsed }) => {
      const holding = nomograms[id].flatMap((band, index) =>
        Number(band.lowest) <= seconds && seconds <= Number(band.highest) ? [index] : [],
      )
      const advice = advise(protocol, parsed, 10)
      return holding.length !== 1 || indexOf(advice) !== holding[0]
    })
    expect(faults).toEqual([])
  })

  test('NOMO-1, NOMO-4, NOMO-5, NOMO-6: every answer is what the paper says, exact to the tenth', () => {
    const faults: unknown[] = []
    eachDecision(id, (advice, seconds, rate, paper) => {
      if (!isRight(advice, rate, paper)) faults.push({ seconds, rate, advice })
      return faults.length < fewFaults
    })
    expect(faults).toEqual([])
  })

  test('NOMO-5, NOMO-6: a rate given is 0.1 to 60.0 in whole tenths, and goes the right way', () => {
    const sideOf = sideOfRange(id)
    const faults: unknown[] = []
    eachDecision(id, (advice, seconds, rate) => {
      const given = rateGiven(advice)
      const isSound =
        given === null || (isPumpRate(given) && Math.sign(given - rate) === sideOf(seconds))
      if (!isSound) faults.push({ seconds, rate, given })
      return faults.length < fewFaults
    })
    expect(faults).toEqual([])
  })

  test('NOMO-6: at one rate a longer APTT never gives more heparin; at one APTT a higher rate never gives less', () => {
    const protocol = protocolFor(id)
    const faults: unknown[] = []
    let atLowerRate: number[] = []
    for (const rate of rates) {
      const effects = aptts.map(({ parsed }) => effectOf(advise(protocol, parsed, rate), rate))
      effects.forEach((effect, at) => {
        if (effect > (effects[at - 1] ?? effect)) faults.push({ rate, longerAt: at })
        if (effect < (atLowerRate[at] ?? effect)) faults.push({ rate, higherAt: at })
      })
      atLowerRate = effects
      if (faults.length > fewFaults) break
    }
    expect(faults).toEqual([])
  })
})

/** Calls back with every decision of a protocol until told to end. */
function eachDecision(
  id: ProtocolId,
  look: (advice: Advice, seconds: number, rate: number, paper: PaperRow) => boolean,
): void {
  const protocol = protocolFor(id)
  for (const { seconds, parsed } of aptts) {
    const paper = onPaper[id](seconds)
    for (const rate of rates) {
      if (!look(advise(protocol, parsed, rate), seconds, rate, paper)) return
    }
  }
}

function rateGiven(advice: Advice): number | null {
  if (advice.kind === 'change') return advice.newRateMlPerHour
  return advice.kind === 'stop' ? advice.restartRateMlPerHour : null
}

/** The direction a rate may go: up below the therapeutic range, down above it, none within. */
function sideOfRange(id: ProtocolId): (seconds: number) => number {
  const { fromSeconds, toSeconds } = protocolFor(id).therapeuticRange
  return (seconds) => {
    if (seconds < fromSeconds) return 1
    return seconds > toSeconds ? -1 : 0
  }
}

function isPumpRate(rate: number): boolean {
  return rate >= 0.1 && rate <= 60 && Math.round(rate * 10) / 10 === rate
}

/** The heparin that follows, for comparing: a stop is less than any rate, and so is a rate too low to be given. */
function effectOf(advice: Advice, rate: number): number {
  if (advice.kind === 'no-change') return rate
  if (advice.kind === 'change') return advice.newRateMlPerHour
  if (advice.kind === 'stop') return -1
  return advice.because.code === 'rate-would-pass-limit' ? Infinity : 0
}

function indexOf(advice: Advice): number | undefined {
  return advice.kind === 'refer' ? advice.because.rows[0]?.index : advice.because.row.index
}

function tenthsFrom(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const tenths = first + step
    return `${Math.floor(tenths / 10)}.${tenths % 10}`
  })
}
