import type { ComponentType, LazyExoticComponent } from 'react'

/** A page of one chart, below its patient banner, at `/charts/:id/<act>`; loaded when it is first opened. */
export type ActPage = LazyExoticComponent<ComponentType<{ chartId: string }>>

/** The acts of a chart by their place in the address. */
export const pages: Readonly<Record<string, ActPage>> = {}

/** The page that opens a new chart, at `/new-chart`. */
export const newChartPage: LazyExoticComponent<ComponentType> | null = null
