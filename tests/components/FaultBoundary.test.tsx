import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { FaultBoundary } from '../../src/components/ui/FaultBoundary.tsx'

function Faulty(): never {
  throw new Error('planted')
}

test('a fault below shows what stands in for it, and leaves what stands beside it', () => {
  const caught: unknown[] = []
  render(
    <>
      <p>STOP</p>
      <FaultBoundary fallback={<p>This page failed</p>}>
        <Faulty />
      </FaultBoundary>
    </>,
    { onCaughtError: (error) => caught.push(error) },
  )
  expect(screen.getByText('This page failed')).toBeVisible()
  expect(screen.getByText('STOP')).toBeVisible()
  expect(caught).toHaveLength(1)
})

test('without a fault the page stands as it is', () => {
  render(
    <FaultBoundary fallback={<p>This page failed</p>}>
      <p>The chart</p>
    </FaultBoundary>,
  )
  expect(screen.getByText('The chart')).toBeVisible()
})
