/** A field that the form has made sure of. @throws Error where it has not: nothing is ever filled in for it */
export function given<T>(value: T | null): T {
  if (value === null) throw new Error('a field was sent that nobody filled in')
  return value
}
