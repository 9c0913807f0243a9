import { CannotNow } from './CannotNow.tsx'

/** A page about a deviation on a chart that has none, or none in force. */
export function NoDeviation() {
  return (
    <CannotNow
      problem={{
        title: 'No such deviation is on this chart',
        detail: 'It has ended, was struck out, or was never ordered.',
        next: 'Look at the chart: the protocol is followed.',
        rules: ['DEV-1'],
      }}
    />
  )
}
