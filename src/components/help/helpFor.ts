import type { Help } from './help.ts'
import { helpOfCare } from './helpOfCare.ts'
import { helpOfDose } from './helpOfDose.ts'
import { helpOfRecord } from './helpOfRecord.ts'
import { helpOfSamples } from './helpOfSamples.ts'
import { helpOfWard } from './helpOfWard.ts'

/** Help of the pages of a chart by the last part of their address; `chart` is the chart itself. */
export const chartHelp: Readonly<Record<string, Help>> = {
  ...helpOfDose,
  ...helpOfSamples,
  ...helpOfCare,
  ...helpOfRecord,
}

/** Help of all other pages by their address, or by name where they stand at any address. */
export const wardHelp: Readonly<Record<string, Help>> = helpOfWard

/** What is said where nothing else is written. */
export const noHelp: Help = helpOfWard.nowhere

/**
 * The help of the page at an address; null where none is written. An administrator's first page is that of people.
 * @example helpFor('/charts/6f0d/titrate', false)
 */
export function helpFor(address: string, isAdministrator: boolean): Help | null {
  const [, chart, act = 'chart'] = /^\/charts\/([^/]+)(?:\/([^/]+))?$/.exec(address) ?? []
  if (chart !== undefined) return own(chartHelp, act)
  return own(wardHelp, address === '/' && isAdministrator ? 'people' : address)
}

function own(helps: Readonly<Record<string, Help>>, key: string): Help | null {
  return Object.hasOwn(helps, key) ? (helps[key] ?? null) : null
}
