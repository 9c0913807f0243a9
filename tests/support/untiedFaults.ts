/** Why the faults that a form shows are not told at their fields; empty when they are (WCAG 3.3.1). */
export function untiedFaults(form: HTMLElement): string[] {
  const invalid = [...form.querySelectorAll<HTMLInputElement>('[aria-invalid="true"]')]
  const said = invalid.map(descriptionOf)
  const shown = [...form.querySelectorAll('[data-says-why]')].map((element) =>
    ([...element.querySelectorAll('p')].at(-1)?.textContent ?? '').replace(/ \([^)]*\)$/, ''),
  )
  return [
    ...shown
      .filter((reason) => !said.some((words) => words.includes(reason)))
      .map((reason) => `no field says: ${reason}`),
    ...invalid
      .filter((_, index) => said[index] === '')
      .map((field) => `says nothing: ${field.labels?.[0]?.textContent?.trim() ?? field.name}`),
  ]
}

function descriptionOf(field: Element): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}
