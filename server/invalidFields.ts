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

/** Checks requests by their zod schemas and says of each field what is wrong with it. */
export const checkFields: FastifySchemaCompiler<z.ZodMiniType> =
  ({ schema }) =>
  (data) => {
    const result = z.safeParse(schema, data)
    return result.success
      ? { value: result.data }
      : { error: new InvalidFields(fieldErrors(result.error.issues, data)) }
  }
