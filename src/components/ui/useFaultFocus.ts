import { type RefObject, useEffect, useRef } from 'react'
import type { Fault } from './FaultContext.ts'

/**
 * Puts the keyboard, when a form is refused, at the field that it is about, or at what says why where that is no single
 * field (WCAG 3.3.1). The form's element takes the ref; `refusal` is another object at each refusal.
 * @throws Error while the product is developed and tested, never in use, where the named field is not there
 */
export function useFaultFocus<T extends HTMLElement>(refusal: Fault | null): RefObject<T | null> {
  const form = useRef<T>(null)
  useEffect(() => {
    if (refusal === null) return
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const at = field ?? form.current?.querySelector<HTMLElement>('[data-says-why]')
    at?.focus()
    // A mistake in the form itself; in use its reason is found below it all the same.
    if (import.meta.env.DEV && !field && refusal.field !== null) {
      throw new Error(`No field of this form is “${refusal.field}”: ${refusal.reason}`)
    }
  }, [refusal])
  return form
}
