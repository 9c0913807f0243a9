import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** A page of one chart, below its patient banner, at `/charts/:id/<act>`; loaded when it is first opened. */
export type ActPage = LazyExoticComponent<ComponentType<{ chartId: string }>>

/** The acts of a chart by their place in the address. */
export const pages: Readonly<Record<string, ActPage>> = {}

/** The page that opens a new chart, at `/new-chart`. */
export const newChartPage: LazyExoticComponent<ComponentType> | null = null

/** The chart page itself, `/charts/:id`. */
export const chartPage: ActPage = lazy(() =>
  import('./ChartPage.tsx').then((module) => ({ default: module.ChartPage })),
)
