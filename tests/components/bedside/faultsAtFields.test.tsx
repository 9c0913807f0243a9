import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { NotComplete } from '../../../src/components/bedside/NotComplete.tsx'
import { type Fault, FaultContext } from '../../../src/components/ui/FaultContext.ts'
import { TextField } from '../../../src/components/ui/TextField.tsx'
import { useFaultFocus } from '../../../src/components/ui/useFaultFocus.ts'
import { type Played, playedEntries } from '../../support/playedEntries.ts'
import { untiedFaults } from '../../support/untiedFaults.ts'
import { openPage } from './decidingWard.tsx'

let played: Promise<Played> | null = null
/** A running infusion, played once for all forms. */
function running(): Promise<Played> {
  played ??= playedEntries('tests/scenarios/vteCourse.json', 13)
  return played
}

/** Forms of a running infusion: the last part of their address, what sends them, who, and how often each refuses. */
const FORMS: [page: string, submit: string, userId: string, refusals: number][] = [
  ['interrupt', 'Record: off', 'rn.adams', 1],
  ['note', 'Save the note', 'rn.adams', 1],
  ['amo', 'Save the AMO', 'rn.adams', 1],
  ['education', 'Record education given', 'rn.adams', 4],
  ['handed-over', 'Record the handover', 'rn.adams', 2],
  ['transfer', 'Move the chart', 'rn.adams', 2],
  ['medicines', 'Save the list', 'rn.adams', 9],
  ['bag', 'Sign first', 'rn.adams', 5],
  ['collect', 'Record the collection', 'rn.adams', 1],
  ['cease', 'Cease', 'rn.adams', 2],
  ['strike-out', 'Strike out', 'rn.adams', 2],
  ['mo-review', 'Sign the review', 'mo.chen', 4],
  ['order', 'Sign the order', 'reg.silva', 6],
  ['procedure-plan', 'Sign the plan', 'mo.chen', 2],
]
const MOST = 20

test.each(FORMS)(
  'each time the form of %s is refused, a field says why and has the keyboard, until nothing is missing',
  async (page, submit, userId, refusals) => {
    const { posted } = await openPage(page, await running(), { userId })
    const button = await screen.findByRole('button', { name: submit })
    const pin = screen.queryByLabelText(/^Signing PIN/)
    const said: string[] = []
    while (said.length < MOST) {
      // A wrong PIN: nothing of it comes on the record.
      if (pin) fireEvent.change(pin, { target: { value: '000000' } })
      fireEvent.click(button)
      const why = document.querySelector('[data-says-why] p:last-child')
      if (why === null) break
      said.push(why.textContent ?? '')
      expect(untiedFaults(screen.getByRole('main'))).toEqual([])
      expect(document.activeElement).toHaveAttribute('aria-invalid', 'true')
      fill(document.activeElement as HTMLInputElement)
    }
    await waitFor(() => expect(posted()).toHaveLength(1))
    await waitFor(() => expect(screen.queryByText('Saving…')).toBeNull())
    expect(said).toHaveLength(refusals)
  },
)

/** Answers a field so that it asks for more where it can. */
function fill(field: HTMLInputElement): void {
  if (field.type === 'radio') {
    const all = [...document.querySelectorAll<HTMLInputElement>(`[name="${field.name}"]`)]
    const yes = all.find(({ labels }) => labels?.[0]?.textContent === 'Yes')
    const chosen = yes ?? all.at(-1)
    if (chosen) fireEvent.click(chosen)
  } else fireEvent.change(field, { target: { value: textFor(field) } })
}

function textFor({ inputMode, labels }: HTMLInputElement): string {
  if (inputMode === 'numeric') return '13:40'
  if (inputMode === 'decimal') return '12'
  return labels?.[0]?.textContent?.includes('date') ? '31 Jan 2028' : 'Smith'
}

function Form({ fault }: { fault: Fault }) {
  const form = useFaultFocus<HTMLDivElement>(fault)
  return (
    <MantineProvider>
      <div ref={form} data-testid="form">
        <FaultContext value={fault}>
          <TextField label="Note" value="" onChange={() => {}} />
        </FaultContext>
        <NotComplete {...fault} />
      </div>
    </MantineProvider>
  )
}

const FAULT = { reason: 'Write it.', rules: ['CHART-1'] }

test('a fault that names a field which its form has not got is found', () => {
  expect(() => render(<Form fault={{ ...FAULT, field: 'Remark' }} />)).toThrow(
    'No field of this form is “Remark”: Write it.',
  )
})

test('a fault of a field that is there has the keyboard there, one of no single field at its words', () => {
  const { rerender } = render(<Form fault={{ ...FAULT, field: 'Note' }} />)
  expect(screen.getByLabelText('Note')).toHaveFocus()
  expect(screen.getByLabelText('Note')).toHaveAccessibleDescription('Write it.')
  rerender(<Form fault={{ ...FAULT, field: null }} />)
  expect(screen.getByLabelText('Note')).not.toHaveAttribute('aria-invalid', 'true')
  expect(document.activeElement).toHaveAttribute('data-says-why')
})

test('a fault that no field says, and a field that says nothing, are found', () => {
  document.body.innerHTML =
    '<main><label>Name <input aria-invalid="true"></label><div data-says-why><p>Not complete yet</p><p>Write it. (CHART-1)</p></div></main>'
  const main = screen.getByRole('main')
  expect(untiedFaults(main)).toEqual(['no field says: Write it.', 'says nothing: Name'])
})
