import type { Figures } from './figuresOf.ts'

/** The whole period, or what lies before and after the go-live. */
export type PeriodName = 'whole' | 'before' | 'after'

/** The figures of one period; instants as on the wire. */
export interface PeriodFigures extends Figures {
  readonly name: PeriodName
  readonly from: string
  readonly to: string
}

/** The audit of a ward: one period, or with a go-live three. */
export interface AuditReport {
  readonly wardId: string
  readonly periods: readonly PeriodFigures[]
}
