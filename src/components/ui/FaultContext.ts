import { createContext, useContext, useState } from 'react'

/** A fault in what a form holds: why it is not sent, by which rules, and where that is said. */
export interface Fault {
  readonly reason: string
  readonly rules: readonly string[]
  /** The label of the field that it is about, the same constant that the field is shown with; null: about no single field. */
  readonly field: string | null
}

/** Set by a form around its fields when it is refused; each field looks whether it is meant (WCAG 3.3.1). */
export const FaultContext = createContext<Fault | null>(null)

/** Why the form was refused, where it is about the field of this label and its value still stands; else null. */
export function useFieldFault(label: string, value: unknown): string | null {
  const fault = useContext(FaultContext)
  const [said, setSaid] = useState({ fault, value })
  if (said.fault !== fault) setSaid({ fault, value })
  const isMeant = fault !== null && fault.field === label && said.fault === fault
  return isMeant && said.value === value ? fault.reason : null
}
