/** What may stand in a field of a draft: another build may have kept it, so nothing is taken on trust (H83). */

/** Says of a value that a tablet has kept whether a field can hold it. */
export interface DraftShape {
  readonly fits: (value: unknown) => boolean
}

/** The shapes of fields whose beginning does not show them: null, or a list or record that begins empty. */
export type DraftShapes<T> = Readonly<Partial<Record<keyof T & string, DraftShape>>>

/** Null, or a whole like the example: its fields, each of its kind, and each element of its lists like their first. */
export function like(example: object): DraftShape {
  return { fits: (value) => value === null || fitsLike(example, value) }
}

/** A record whose every value is like the example, whatever its names. */
export function eachLike(example: object): DraftShape {
  return {
    fits: (value) => isRecord(value) && Object.values(value).every((it) => fitsLike(example, it)),
  }
}

/** Null, or what a schema takes. */
export function orNull(schema: {
  safeParse(value: unknown): { readonly success: boolean }
}): DraftShape {
  return { fits: (value) => value === null || schema.safeParse(value).success }
}

/** A list of these words. */
export function listOf(words: readonly string[]): DraftShape {
  return { fits: (value) => Array.isArray(value) && value.every((it) => words.includes(it)) }
}

/** Whether a value is of the kind that an example is of, throughout; an example that is empty tells of plain values only. */
function fitsLike(example: unknown, value: unknown): boolean {
  if (example === null) return isPlain(value)
  if (Array.isArray(example)) {
    if (!Array.isArray(value)) return false
    const [first] = example.length === 0 ? value : example
    return value.every((each) => (example.length > 0 || isPlain(each)) && fitsLike(first, each))
  }
  if (typeof example !== 'object') return typeof value === typeof example
  if (!isRecord(value)) return false
  const known = Object.entries(example)
  if (known.length === 0) return Object.values(value).every(isPlain)
  return known.every(([field, each]) => fitsLike(each, value[field]))
}

/** What a field holds of what was kept, and whether that is all of it. */
interface Fitted {
  readonly value: unknown
  readonly isWhole: boolean
}

/** The value where the field can hold it, or else what the form begins with; a record goes field by field. */
function fitted(beginning: unknown, value: unknown, shape?: DraftShape): Fitted {
  if (value === undefined) return { value: beginning, isWhole: true }
  if (shape) return whole(shape.fits(value), beginning, value)
  if (!isRecord(beginning) || Object.keys(beginning).length === 0) {
    return whole(fitsLike(beginning, value), beginning, value)
  }
  if (!isRecord(value)) return { value: beginning, isWhole: false }
  return fittedFields(beginning, value)
}

/** The same of all fields that the form has; those of another build that it has not are let go. */
export function fittedFields(
  beginning: object,
  value: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, DraftShape | undefined>> = {},
): Fitted {
  const fields = Object.entries(beginning).map(
    ([field, each]) => [field, fitted(each, value[field], shapes[field])] as const,
  )
  return {
    value: Object.fromEntries(fields.map(([field, each]) => [field, each.value])),
    isWhole: fields.every(([, each]) => each.isWhole),
  }
}

function whole(fits: boolean, beginning: unknown, value: unknown): Fitted {
  return { value: fits ? value : beginning, isWhole: fits }
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** Whether a value has fields of its own. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
