/** One chart at a glance. */
export function ChartPage(_: { chartId: string }) {
  return null
}
