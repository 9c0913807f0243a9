import type { Goal } from './goal.ts'

/** Measures one goal, named by its file, and prints its rows as one JSON text. */
const modules = import.meta.glob<{ goal: Goal }>('./goals/*.ts')
const name = process.argv[2] ?? ''
const load = modules[`./goals/${name}.ts`]
if (!load) throw new Error(`There is no goal ${name}. There are: ${Object.keys(modules).join(', ')}`)
const { goal } = await load()
const rows = await goal.measure()
process.stdout.write(`${JSON.stringify({ id: goal.id, title: goal.title, rows })}\n`)
process.exit(0)
