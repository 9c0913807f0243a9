import { lazy, Suspense } from 'react'
import { FaultBoundary } from '../ui/FaultBoundary.tsx'

const RuleWords = lazy(() =>
  import('./RuleWords.tsx').then((module) => ({ default: module.RuleWords })),
)

/** The cited rules in words; their text is loaded when somebody asks, and the ids stand without it. */
export function RulesCited({ rules }: { rules: readonly string[] }) {
  const ids = <p>Rule {rules.join(', ')}</p>
  return (
    <FaultBoundary fallback={ids}>
      <Suspense fallback={ids}>
        <RuleWords rules={rules} />
      </Suspense>
    </FaultBoundary>
  )
}
