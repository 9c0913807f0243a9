import type * as z from 'zod/mini'
import { type Entry, type EntryKind, entry } from '../../../src/chart/entries.ts'

/** What stands in every field of free text of a sample. */
export const WORDS = 'Told in words'

const STRINGS = [
  WORDS,
  '2027-03-09',
  '2027-03-10T04:00:00Z',
  '6f0d0c0e-6c53-4c0e-9a51-0f7c2b1d9e01',
]

interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>
  readonly innerType?: z.ZodMiniType
  readonly element?: z.ZodMiniType
  readonly options?: readonly z.ZodMiniType[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, unknown>>
}

/** An entry of every kind that a record can hold, with every field filled in, numbered from 1. */
export function sampleEntries(): readonly Entry[] {
  return entry.def.options.map((option, index) => {
    const sample = { ...(sampleOf(option) as Entry), seq: index + 1 }
    return {
      ...sample,
      ...('protocolVersion' in sample ? { protocolVersion: '402.3' } : {}),
    } as Entry
  })
}

/** Not words of whoever made the entry, or said elsewhere: the seal, the signer, what was shown, what was keyed blind. */
const NOT_OWN: ReadonlySet<string> = new Set([
  'hash',
  'by',
  'lateReason',
  'shown',
  'checkedResultText',
  'protocolVersion',
])

/** The kinds with a field of free text of their own. */
export function kindsWithWords(): ReadonlySet<EntryKind> {
  const own = (sample: Entry) =>
    JSON.stringify(sample, (key, value: unknown) => (NOT_OWN.has(key) ? undefined : value))
  return new Set(
    sampleEntries()
      .filter((sample) => own(sample).includes(WORDS))
      .map(({ kind }) => kind),
  )
}

function sampleOf(schema: z.ZodMiniType): unknown {
  const def = schema._zod.def as unknown as Def
  const make = MAKERS[def.type]
  if (!make) throw new Error(`no sample is known for a ${def.type}`)
  return make(def, schema)
}

const MAKERS: Readonly<Record<string, (def: Def, schema: z.ZodMiniType) => unknown>> = {
  object: ({ shape = {} }) =>
    Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, sampleOf(field)])),
  optional: ({ innerType }) => innerType && sampleOf(innerType),
  nullable: ({ innerType }) => innerType && sampleOf(innerType),
  array: ({ element }) => [element && sampleOf(element)],
  union: ({ options }) => options?.[0] && sampleOf(options[0]),
  literal: ({ values }) => values?.[0],
  enum: ({ entries = {} }) => Object.values(entries)[0],
  boolean: () => true,
  number: (_, schema) => [1, 20].find((each) => accepts(schema, each)),
  string: (_, schema) => STRINGS.find((each) => accepts(schema, each)),
}

function accepts(schema: z.ZodMiniType, value: unknown): boolean {
  return schema.safeParse(value).success
}
