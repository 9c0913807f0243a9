import { createHash } from 'node:crypto'

interface KeyedBy {
  readonly userId?: string | undefined
  readonly pin?: string | undefined
}

/**
 * A hash over everything a command says but its PIN, in whatever order its fields came: the same command sent again has
 * the same hash, also when the PIN was keyed differently or, for a stop, not at all.
 */
export function commandHash(
  command: object & { readonly signature?: KeyedBy | undefined },
): string {
  const { signature, ...said } = command
  const text = canonical({ ...said, signer: signature?.userId })
  return createHash('sha256').update(text).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
  return `{${fields.join(',')}}`
}
