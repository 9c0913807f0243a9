import { Banner } from '../ui/Banner.tsx'

interface NotCompleteProps {
  readonly reason: string
  readonly rules?: readonly string[] | undefined
}

/** Why a form was not sent; the field that it is about says it too. */
export function NotComplete({ reason, rules = [] }: NotCompleteProps) {
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
