import type * as z from 'zod/mini'
import type { FieldError } from './problems.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

const wanted: Readonly<Record<string, string>> = {
  string: 'Give text.',
  number: 'Give a number.',
  int: 'Give a whole number.',
  boolean: 'Give true or false.',
  array: 'Give a list.',
  object: 'Give an object with named fields.',
  null: 'Give null.',
}

/** A sentence for each field that does not fit its schema: which field, and what to give instead. */
export function fieldErrors(issues: readonly Issue[], input: unknown): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, [], input))
}

function errorsOf(issue: Issue, parent: Path, input: unknown): FieldError[] {
  const path = [...parent, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...path, key]),
      detail: 'There is no such field here. Leave it out.',
    }))
  }
  if (issue.code === 'invalid_union') return unionErrors(issue.errors, path, input)
  const missing = valueAt(input, path) === undefined
  return [{ field: fieldName(path), detail: `${missing ? 'Missing. ' : ''}${sentence(issue)}` }]
}

/** Where every form of a union wants another value, all are told; else the form that came closest. */
function unionErrors(branches: readonly (readonly Issue[])[], path: Path, input: unknown) {
  const [closest, ...others] = [...branches].sort((a, b) => a.length - b.length)
  if (!closest) {
    return [{ field: fieldName(path), detail: 'Give one of the values that the contract lists.' }]
  }
  const isPlain = [closest, ...others].every((issues) =>
    issues.every((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys'),
  )
  if (!isPlain) return closest.flatMap((issue) => errorsOf(issue, path, input))
  const details = new Set(branches.flat().map(sentence))
  return [{ field: fieldName(path), detail: [...details].join(' Or: ') }]
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wanted[issue.expected] ?? `Give ${issue.expected}.`
    case 'invalid_value':
      return `Give ${issue.values.map(String).join(' or ')}.`
    case 'invalid_format':
      return issue.format === 'guid'
        ? 'Give a UUID such as 6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01.'
        : 'It is not in the form that the contract gives.'
    case 'too_small':
      return issue.origin === 'string'
        ? `Give at least ${issue.minimum} characters.`
        : `Give ${issue.minimum} or more.`
    case 'too_big':
      return issue.origin === 'string'
        ? `Give at most ${issue.maximum} characters.`
        : `Give ${issue.maximum} or less.`
    default:
      return issue.message
  }
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  )
}

function fieldName(path: Path): string {
  return path.length === 0 ? 'body' : path.map(String).join('.')
}
