import { protocolFor } from '../../src/protocols/register.ts'

/** The rows of the VTE nomogram as plain data, in tenths: what every rules engine is given. */
export const vteTable = protocolFor('vte').nomogram.map((row) => ({
  index: row.ref.index,
  kind: row.kind,
  toTenths: row.toTenths,
  changeTenths: row.changeTenths as number,
  bolusUnits: row.bolusUnits,
  stopMinutes: row.stopMinutes,
  rules: row.rules,
  ref: row.ref,
}))

/** What a rules engine answers: the parts of the product's answer, with their grounds. */
export interface PeerAnswer {
  readonly kind: string
  readonly newRateTenths: number
  readonly bolusUnits: number | null
  readonly stopMinutes: number | null
  readonly because: {
    readonly row: number
    readonly version: string
    readonly aptt: number
    readonly rate: number
    readonly rules: readonly string[]
  }
}

/** A decision by a peer: APTT and rate in tenths. */
export type PeerDecision = (aptt: number, rate: number) => PeerAnswer | Promise<PeerAnswer>

/** The grounds of an answer, for engines whose answers are made by code. */
export function becauseOf(
  { index, ref, rules }: (typeof vteTable)[number],
  aptt: number,
  rate: number,
): PeerAnswer['because'] {
  return { row: index, version: ref.version, aptt, rate, rules }
}
