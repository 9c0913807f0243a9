import type { FastifySchemaCompiler } from 'fastify'
import * as z from 'zod/mini'
import { fieldErrors } from './fieldErrors.ts'
import type { FieldError } from './problems.ts'

/** A request that does not fit its schema. */
class InvalidFields extends Error {
  readonly errors: readonly FieldError[]
  readonly statusCode = 400
  constructor(errors: readonly FieldError[]) {
    super('invalid fields')
    this.errors = errors
  }
}

/** True for the error of a request that does not fit its schema. */
export function isInvalidFields(error: unknown): error is InvalidFields {
  return error instanceof InvalidFields
}

/** Where the character U+0000 stands in a request: no text has it, and PostgreSQL cannot keep it. */
function nulFields(value: unknown, path: readonly string[]): FieldError[] {
  if (typeof value === 'string') {
    return value.includes('\0')
      ? [{ field: path.join('.') || 'body', detail: 'Leave out the character U+0000.' }]
      : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => nulFields(each, [...path, name]))
}

/** Checks requests by their zod schemas and says of each field what is wrong with it. */
export const checkFields: FastifySchemaCompiler<z.ZodMiniType> =
  ({ schema }) =>
  (data) => {
    const result = z.safeParse(schema, data)
    if (!result.success) return { error: new InvalidFields(fieldErrors(result.error.issues, data)) }
    // Only what fits its schema is walked: its depth is known.
    const unwritable = nulFields(result.data, [])
    return unwritable.length > 0 ? { error: new InvalidFields(unwritable) } : { value: result.data }
  }
