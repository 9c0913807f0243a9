import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Problem, type ScreenProblem } from '../../../src/components/rules/Problem.tsx'

// @ts-expect-error a refusal of the screen's own that does not say what to do now is not compiled
const planted: ScreenProblem = { title: 'Nothing is suspended on this chart' }

test('a refusal of the screen’s own says what to do now; one that leaves it out is refused by the compiler', () => {
  expect(planted.next).toBeUndefined()
  render(<Problem problem={{ title: 'Not complete', next: 'Write your user id.' }} />)
  expect(screen.getByRole('alert')).toHaveTextContent('Not completeWrite your user id.')
})
