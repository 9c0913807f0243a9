import { type Advice, advise } from '../../src/nomogram/advise.ts'
import { parseAptt } from '../../src/nomogram/parseAptt.ts'
import { protocolFor } from '../../src/protocols/register.ts'
import { atLeast, atMost, type Goal } from '../goal.ts'
import { type Contender, compare, ratio } from '../measure.ts'
import { cqlDecision } from '../peers/cqlDecision.ts'
import { jsonLogicDecision, jsonLogicInterpreted } from '../peers/jsonLogicDecision.ts'
import { jsonRulesDecision } from '../peers/jsonRulesDecision.ts'
import type { PeerDecision } from '../peers/vteTable.ts'
import { xstateDecision } from '../peers/xstateDecision.ts'
import { handWrittenVte } from '../yardsticks/handWrittenChain.ts'

const vte = protocolFor('vte')
/** Every band, at rates that ward patients have: 64 questions in tenths. */
const questions = Array.from({ length: 64 }, (_, index) => ({
  aptt: 250 + ((index * 157) % 1_100),
  rate: 50 + ((index * 37) % 250),
}))
const asked = questions.map(({ aptt, rate }) => ({
  aptt: parseAptt(`${aptt / 10}`),
  seconds: aptt / 10,
  rate: rate / 10,
}))

function figureOf(advice: Advice): number {
  if (advice.kind === 'change') return advice.newRateMlPerHour
  return advice.kind === 'stop' ? (advice.restartRateMlPerHour ?? 0) : 0
}

const product: Contender = {
  name: 'advise',
  run(times) {
    let sum = 0
    for (let time = 0; time < times; time += 1) {
      for (const { aptt, rate } of asked) sum += figureOf(advise(vte, aptt, rate))
    }
    return sum
  },
}

const byHand: Contender = {
  name: 'hand-written chain',
  run(times) {
    let sum = 0
    for (let time = 0; time < times; time += 1) {
      for (const { seconds, rate } of asked) {
        sum += handWrittenVte(seconds, rate).newRateMlPerHour ?? 0
      }
    }
    return sum
  },
}

function peer(name: string, decide: PeerDecision): Contender {
  return {
    name,
    async run(times) {
      let sum = 0
      for (let time = 0; time < times; time += 1) {
        for (const { aptt, rate } of questions) {
          const answer = decide(aptt, rate)
          sum += (answer instanceof Promise ? await answer : answer).newRateTenths
        }
      }
      return sum
    },
  }
}

/** Every peer must give the product's figure for every question, or its speed says nothing. */
async function demandAgreement(name: string, decide: PeerDecision): Promise<void> {
  for (const [index, { aptt, rate }] of questions.entries()) {
    const question = asked[index]
    if (!question) continue
    const advice = advise(vte, question.aptt, question.rate)
    const answer = await decide(aptt, rate)
    const figure = advice.kind === 'no-change' ? question.rate : figureOf(advice)
    if (answer.kind !== advice.kind || answer.newRateTenths / 10 !== figure) {
      throw new Error(`${name} answers ${JSON.stringify(answer)} to ${aptt} at ${rate}`)
    }
  }
}

const peers = [
  { name: 'json-logic-engine, interpreted', decide: jsonLogicInterpreted, least: 4 },
  { name: 'json-logic-engine, compiled to JavaScript', decide: jsonLogicDecision, least: 4 },
  { name: 'xstate', decide: xstateDecision, least: 50 },
  { name: 'cql-execution', decide: cqlDecision, least: 400 },
  { name: 'json-rules-engine', decide: jsonRulesDecision, least: 2_000 },
] as const

export const goal: Goal = {
  id: 'G1',
  title: 'One pure decision, the protocol being data',
  async measure() {
    for (const { name, decide } of peers) await demandAgreement(name, decide)
    const contenders = [product, byHand, ...peers.map(({ name, decide }) => peer(name, decide))]
    const costs = await compare(contenders)
    return [
      atMost('hand-written chain', ratio(costs, 'advise', 'hand-written chain'), 2),
      ...peers.map(({ name, least }) => atLeast(name, ratio(costs, name, 'advise'), least)),
    ]
  },
}
