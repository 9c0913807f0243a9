import { Banner } from '../ui/Banner.tsx'
import type { Fault } from '../ui/FaultContext.ts'

/** Why a form was not sent; the field that it is about says it too. */
export function NotComplete({ reason, rules }: Pick<Fault, 'reason' | 'rules'>) {
  return (
    <div data-says-why tabIndex={-1}>
      <Banner tone="quiet" title="Not complete yet">
        <p>
          {reason}
          {rules.length > 0 && ` (${rules.join(', ')})`}
        </p>
      </Banner>
    </div>
  )
}
