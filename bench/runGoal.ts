import { writeFileSync } from 'node:fs'
import { goals } from './goals.ts'

/** Measures the goal named first and writes its rows, as one JSON text, into the file named second. */
const [id = '', file = ''] = process.argv.slice(2)
const load = goals[id]
if (!load) throw new Error(`There is no goal ${id}.`)
const { goal } = await load()
const rows = await goal.measure()
writeFileSync(file, JSON.stringify({ id: goal.id, title: goal.title, rows }))
process.exit(0)
