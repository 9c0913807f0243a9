import { type Outside, resulted, started } from './tablet.ts'

/** A VTE chart at 14 mL/hr with a result of 98.0 (12 mL/hr advised), at minute 400. */
export async function withResult(ward: Outside, text = '98.0') {
  const chart = await started(ward)
  const { body } = await resulted(ward, chart, 360, text)
  return { chart, resultSeq: body.entry.seq as number }
}
/** What a checker keys for it who agrees. */
export const answer12 = {
  checkedResultText: '98.0',
  checkedRateMlPerHour: 12,
  pumpReadBackMlPerHour: 12,
}

/** The same with its first signature by rn.adams. */
export async function firstSigned(ward: Outside) {
  const { chart, resultSeq } = await withResult(ward)
  const act = await chart.done('rn.adams', 'changeRate', { resultSeq, newRateMlPerHour: 12 })
  return { chart, resultSeq, act: act.seq as number }
}
