/**
 * A fault for the operator's log: where, of what kind, and the code lines; never a message, which may quote a patient's
 * data.
 */
export function faultText(fault: unknown, route: string): string {
  const isError = fault instanceof Error
  const kind = isError ? fault.name : typeof fault
  const code = isError && 'code' in fault ? ` ${fault.code}` : ''
  const lines = isError
    ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    : []
  return [`Fault at ${route}: ${kind}${code}`, ...lines, ''].join('\n')
}
