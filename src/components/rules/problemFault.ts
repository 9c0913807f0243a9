import type { Problem } from '../../store/wire.ts'
import type { Fault } from '../ui/FaultContext.ts'

/** A form's fields: the name that each has in the contract, to the label that it is shown with. */
export type NamedFields = Readonly<Record<string, string>>

/** What the server says of one field of a form, to be said there; null where it names none that the form shows. */
export function problemFault(problem: Problem, fields: NamedFields): Fault | null {
  const { errors = [], field, detail, title, rules = [] } = problem
  const said = [...errors, ...(field === undefined ? [] : [{ field, detail: detail ?? title }])]
  const named = said.find((each) => Object.hasOwn(fields, each.field))
  return named ? { reason: named.detail, rules, field: fields[named.field] ?? null } : null
}
