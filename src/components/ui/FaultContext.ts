import { createContext, useContext, useState } from 'react'

/** What a form was refused for, and the field that it is about, by its label. */
export interface FieldFault {
  readonly field: string
  readonly reason: string
}

/** Set by a form around its fields when it is refused; each field looks whether it is meant (WCAG 3.3.1). */
export const FaultContext = createContext<FieldFault | null>(null)

/** Why the form was refused, where it is about the field of this label and its value still stands; else null. */
export function useFieldFault(label: string, value: unknown): string | null {
  const fault = useContext(FaultContext)
  const [said, setSaid] = useState({ fault, value })
  if (said.fault !== fault) setSaid({ fault, value })
  const isMeant = fault !== null && fault.field === label && said.fault === fault
  return isMeant && said.value === value ? fault.reason : null
}
