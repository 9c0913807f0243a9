/** Where a person goes on who switches in: the same page, but never the middle of another person's act. */
export function pageAfterSwitch(path: string): string {
  const [, chartId, act] = path.match(/^\/charts\/([^/]+)\/([^/]+)$/) ?? []
  if (chartId !== undefined && act !== undefined) return `/charts/${chartId}`
  return path === '/new-chart' ? '/' : path
}
