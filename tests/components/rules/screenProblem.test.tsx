import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Problem, type ScreenProblem } from '../../../src/components/rules/Problem.tsx'

type IsTaken<T> = T extends ScreenProblem ? true : false

// Both are held by the compiler: a refusal that leaves out what to do now is not one.
const withoutNext: IsTaken<{ title: string; rules: string[] }> = false
const withNext: IsTaken<{ title: string; next: string }> = true

test('a refusal of the screen’s own says what to do now; one that leaves it out is refused by the compiler', () => {
  expect([withoutNext, withNext]).toEqual([false, true])
  render(<Problem problem={{ title: 'Not complete', next: 'Write your user id.' }} />)
  expect(screen.getByRole('alert')).toHaveTextContent('Not completeWrite your user id.')
})
