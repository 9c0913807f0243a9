import { readdirSync, readFileSync } from 'node:fs'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { FAULT_FIELDS, fieldFault, TIME_FIELD } from '../../../src/components/bedside/faultField.ts'
import { playedEntries } from '../../support/playedEntries.ts'
import { untiedFaults } from '../../support/untiedFaults.ts'
import { openPage } from './decidingWard.tsx'

const ROOM = 'src/components'
const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('faultField.ts'))
  .map((name) => readFileSync(`${ROOM}/${name}`, 'utf8'))
  .join('\n')

test('each fault that names a field is one that a form says, of a field that a form has', () => {
  for (const [reason, field] of Object.entries(FAULT_FIELDS)) {
    expect(sources).toContain(reason)
    if (field !== TIME_FIELD && !field.endsWith(', again')) expect(sources).toContain(field)
  }
  expect(fieldFault({ reason: 'Not confirmed yet: The patient’s name.' })).toMatchObject({
    field: 'The patient’s name',
  })
  expect(fieldFault({ reason: 'Nothing of a field' })).toBeNull()
})

/** Forms of a running infusion: the last part of their address, what sends them, and who. */
const FORMS: [page: string, submit: string, userId: string][] = [
  ['interrupt', 'Record: off', 'rn.adams'],
  ['note', 'Save the note', 'rn.adams'],
  ['amo', 'Save the AMO', 'rn.adams'],
  ['education', 'Record education given', 'rn.adams'],
  ['handed-over', 'Record the handover', 'rn.adams'],
  ['transfer', 'Move the chart', 'rn.adams'],
  ['bag', 'Sign first', 'rn.adams'],
  ['collect', 'Record the collection', 'rn.adams'],
  ['cease', 'Cease', 'rn.adams'],
  ['strike-out', 'Strike out', 'rn.adams'],
  ['mo-review', 'Sign the review', 'mo.chen'],
  ['procedure-plan', 'Sign the plan', 'mo.chen'],
]

test.each(FORMS)(
  'what refuses the form of %s stands at a field, which gets the keyboard',
  async (page, submit, userId) => {
    const { user } = await openPage(
      page,
      await playedEntries('tests/scenarios/vteCourse.json', 13),
      { userId },
    )
    const button = await screen.findByRole('button', { name: submit })
    const pin = screen.queryByLabelText(/^Signing PIN/)
    if (pin) await user.type(pin, '123456')
    await user.click(button)
    await screen.findByText('Not complete yet')
    expect(untiedFaults(screen.getByRole('main'))).toEqual([])
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-invalid', 'true'))
  },
)

test('a fault that no field says, and a field that says nothing, are found', () => {
  document.body.innerHTML =
    '<main><label>Name <input aria-invalid="true"></label><div data-says-why><p>Not complete yet</p><p>Write it. (CHART-1)</p></div></main>'
  const main = screen.getByRole('main')
  expect(untiedFaults(main)).toEqual(['no field says: Write it.', 'says nothing: Name'])
})
