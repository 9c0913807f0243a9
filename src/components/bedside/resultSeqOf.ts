import type { Chart } from '../../chart/chart.ts'

/** The result that an order was made on, which the act on that order answers too (SIGN-8); null where it has none. */
export function resultSeqOf(chart: Chart, orderSeq: number | null): number | null {
  const rateOrder = chart.rateOrders.find(({ seq }) => seq === orderSeq)
  if (rateOrder) return rateOrder.entry.resultSeq
  return chart.bolusOrders.find(({ seq }) => seq === orderSeq)?.resultSeq ?? null
}
