import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { Link, Route, Router, Switch } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { KeptFocus } from '../../../src/components/focus/KeptFocus.tsx'
import { SkipLink } from '../../../src/components/focus/SkipLink.tsx'
import { Coverable } from '../../../src/components/lock/Coverable.tsx'

function Steps() {
  const [step, setStep] = useState(1)
  return (
    <main key={step}>
      <h1>Step {step}</h1>
      <button type="button" onClick={() => setStep(step + 1)}>
        Next
      </button>
    </main>
  )
}

function Figure() {
  return (
    <main>
      <h1>Figure</h1>
      <input aria-label="Figure" ref={(field) => field?.focus()} />
    </main>
  )
}

function renderAt(path: string, keeps = true) {
  const { hook } = memoryLocation({ path })
  render(
    <Router hook={hook}>
      {keeps && <KeptFocus />}
      <SkipLink />
      <nav>
        <Link href="/steps">Steps</Link>
        <Link href="/figure">Figure</Link>
      </nav>
      <Switch>
        <Route path="/steps">
          <Steps />
        </Route>
        <Route path="/figure">
          <Figure />
        </Route>
        <Route>
          <main>
            <h1>Board</h1>
          </main>
        </Route>
      </Switch>
    </Router>,
  )
  return userEvent.setup()
}

const heading = (name: string) => screen.getByRole('heading', { name })

describe('the keyboard’s place', () => {
  test('a page that is opened by its address takes no focus: Tab begins at the way past the bars', async () => {
    const user = renderAt('/')
    expect(document.body).toHaveFocus()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Skip to the page' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(heading('Board')).toHaveFocus()
  })

  test('a new page has it at its heading; one that puts it at its figure keeps it there', async () => {
    const user = renderAt('/')
    await user.click(screen.getByRole('link', { name: 'Steps' }))
    await waitFor(() => expect(heading('Step 1')).toHaveFocus())
    await user.click(screen.getByRole('link', { name: 'Figure' }))
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus())
  })

  test('where the button that had it has gone, the next step has it at its heading', async () => {
    const user = renderAt('/steps')
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await waitFor(() => expect(heading('Step 2')).toHaveFocus())
  })

  test('without the keeper it is lost: this test can fail', async () => {
    const user = renderAt('/steps', false)
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await screen.findByText('Step 2')
    expect(document.body).toHaveFocus()
  })
})

test('SIGN-3: a page that the lock covered has the keyboard where it was when it comes back', async () => {
  const page = (isCovered: boolean) => (
    <Coverable isCovered={isCovered}>
      <input aria-label="One" />
      <input aria-label="Two" />
    </Coverable>
  )
  const { rerender } = render(page(false))
  await userEvent.click(screen.getByLabelText('Two'))
  rerender(page(true))
  expect(screen.queryByLabelText('Two')).toBeNull()
  rerender(page(false))
  expect(screen.getByLabelText('Two')).toHaveFocus()
})
