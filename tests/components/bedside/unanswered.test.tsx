import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { key, keyPin, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
const tryAgain = () => screen.findByRole('button', { name: 'Try again' })

test('SIGN-8, H14: an order without an answer stays on the page as it was sent, and is what is signed again', async () => {
  const { user, entries, loseNext } = await openPage('order', await course('vteCourse', 10), {
    userId: 'mo.chen',
  })
  await user.click(await screen.findByRole('radio', { name: /Decrease: 14 to 12/ }))
  await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'As the table says')
  await keyPin(user, 'mo.chen')
  loseNext(1)
  await press(user, 'Sign the order')
  await tryAgain()
  expect(screen.getByRole('textbox', { name: 'Reason' })).toBeDisabled()
  for (const choice of screen.getAllByRole('radio')) expect(choice).toBeDisabled()

  await keyPin(user, 'mo.chen')
  await press(user, 'Try again')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'rateOrdered', rateMlPerHour: 12 })
})

test('SIGN-8, H14: a result without an answer cannot be keyed otherwise: no other figure stands above what is sent again', async () => {
  const { user, entries, loseNext } = await openPage('result', await course('vteCourse', 9), {
    later: 48,
  })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  loseNext(1)
  await key(user, '98')
  await press(user, 'Read the nomogram')
  await tryAgain()
  expect(screen.getByRole('heading', { name: 'Is this what the report says?' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Back/ })).toBeNull()
  await press(user, 'Try again')
  await screen.findByRole('heading', { name: /Decrease by/ })
  expect(entries.at(-1)).toMatchObject({ kind: 'apttResulted', text: '98' })
})
