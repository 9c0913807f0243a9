import { spawnSync } from 'node:child_process'
import { auditVerdict } from './setUp/auditVerdict.mjs'
import { npm } from './setUp/install.mjs'

const [program, ...words] = npm()
const { stdout } = spawnSync(program, [...words, 'audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
})
const { code, lines } = auditVerdict(stdout)
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = code
