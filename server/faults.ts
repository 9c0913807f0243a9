import type { LogFields } from './log.ts'

/**
 * What the log tells of a fault: where, of what kind, and the code lines; never a message, which may quote a patient's
 * data.
 */
export function faultFields(fault: unknown, route: string): LogFields {
  const isError = fault instanceof Error
  return {
    event: 'fault',
    route,
    kind: isError ? fault.name : typeof fault,
    ...(isError && 'code' in fault && { code: `${fault.code}` }),
    lines: isError ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [],
  }
}

/** The same for a person at the console. */
export function faultText(fault: unknown, route: string): string {
  const { kind, code, lines = [] } = faultFields(fault, route)
  return [`Fault at ${route}: ${kind}${code === undefined ? '' : ` ${code}`}`, ...lines, ''].join(
    '\n',
  )
}
