import { type RefObject, useEffect, useRef } from 'react'

/**
 * Puts the keyboard, when a form is refused, at the field that it is about, or at what says why where that is no single
 * field (WCAG 3.3.1). The form's element takes the ref; `refusal` is another object at each refusal.
 */
export function useFaultFocus<T extends HTMLElement>(refusal: object | null): RefObject<T | null> {
  const form = useRef<T>(null)
  useEffect(() => {
    if (refusal === null) return
    const at =
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form.current?.querySelector<HTMLElement>('[data-says-why]')
    at?.focus()
  }, [refusal])
  return form
}
