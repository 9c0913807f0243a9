/** An element with its class and what stands in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string | undefined,
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}
