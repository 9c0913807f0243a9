import { afterAll, afterEach } from 'vitest'

const methods = ['error', 'warn', 'log', 'info', 'debug', 'trace'] as const

const heard: string[] = []

Object.assign(
  console,
  Object.fromEntries(
    methods.map((method) => [
      method,
      (...parts: unknown[]) => {
        heard.push(`console.${method}: ${parts.map(String).join(' ')}`)
      },
    ]),
  ),
)

function demandSilence(): void {
  const said = heard.splice(0)
  if (said.length > 0) {
    throw new Error(`A test must be silent, but this one wrote:\n${said.join('\n')}`)
  }
}

afterEach(demandSilence)
afterAll(demandSilence)
