import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { demonstrationPinOf } from '../../../server/demonstrationAccounts.ts'
import type { Entry } from '../../../src/chart/entries.ts'
import { draftKey } from '../../../src/store/drafts.ts'
import { isoOf } from '../../../src/time.ts'
import { type Played, playedEntries } from '../../support/playedEntries.ts'
import {
  type DecidingWard,
  key,
  keyPin,
  openPage,
  type PageOptions,
  press,
} from './decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
/** VTE at 14 mL/hr; APTT 98.0 says 12. */
const resulted = () => course('vteCourse', 10)
const running = () => course('vteCourse', 8)

const QUIET = /^You began this .*It is as you left it\.$/
const ASKED = /^You began this/
const ON_THE_CHART = 'On the chart: what you sent here, and had no answer to'
const goOn = () => screen.queryByRole('button', { name: 'Go on' })
const reason = () => screen.findByRole('textbox', { name: 'Reason' })

/** All that this tablet keeps as text. */
const tabletText = () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])

/** The page is killed and opened again on the record as it is by now. */
function reopen(slug: string, { entries, ward }: DecidingWard, more: PageOptions = {}) {
  const played: Played = { entries, now: ward.store.clock.now() }
  cleanup()
  return openPage(slug, played, more)
}

/** An MO chooses another rate than the rows and says why. */
async function ordersAnother(opened: DecidingWard) {
  const { user } = opened
  await user.click(await screen.findByRole('radio', { name: /Another figure/ }))
  await user.type(screen.getByLabelText('Pump rate, mL/hr'), '13')
  await user.type(await reason(), 'Small patient')
  return opened
}

const weighed = (ward: DecidingWard['ward']) => ({
  kind: 'recordWeight',
  expectedVersion: 0,
  happenedAt: isoOf(ward.store.clock.now()),
  kg: 71,
  method: 'measured',
})

test('H83: the same person, minutes later: every field is filled, one quiet line says so, nothing is asked', async () => {
  const first = await ordersAnother(
    await openPage('order', await resulted(), { userId: 'reg.silva' }),
  )
  await reopen('order', first, { userId: 'reg.silva', later: 5 })
  expect(await screen.findByLabelText('Pump rate, mL/hr')).toHaveValue('13')
  expect(await reason()).toHaveValue('Small patient')
  expect(screen.getByText(QUIET)).toHaveTextContent(/^You began this at \d\d:\d\d, 5.min ago\./)
  expect(goOn()).toBeNull()
})

test('H83: starting again lets all of it go, here and on the tablet', async () => {
  const first = await ordersAnother(
    await openPage('order', await resulted(), { userId: 'reg.silva' }),
  )
  const { user } = await reopen('order', first, { userId: 'reg.silva' })
  await press(user, 'Start again')
  expect(await reason()).toHaveValue('')
  expect(screen.getByRole('radio', { name: /Another figure/ })).not.toBeChecked()
  expect(screen.queryByText(ASKED)).toBeNull()
  expect(tabletText()).not.toContain('Small patient')
})

test('H14, H34: once the chart has moved on, what is new comes first, the figure is asked again, the words stay, and nothing is signed before that', async () => {
  const first = await openPage('order', await resulted(), { userId: 'mo.chen' })
  await first.user.click(await screen.findByRole('radio', { name: /Decrease: 14 to 12/ }))
  await first.user.type(await reason(), 'Small patient')
  first.elsewhere('rn.baker', weighed(first.ward))
  const { user, entries } = await reopen('order', first, { userId: 'mo.chen' })
  expect(await reason()).toHaveValue('Small patient')
  expect(screen.getByRole('radio', { name: /Decrease: 14 to 12/ })).not.toBeChecked()
  const band = screen.getByText(ASKED).closest('[role=status]')
  expect(band).toHaveTextContent(/New on the chart since:.*71.kg/)
  expect(band).toHaveTextContent('What rests on the chart is asked again')

  await user.click(screen.getByRole('radio', { name: /Decrease: 14 to 12/ }))
  const before = entries.length
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the order')
  expect(screen.getByText(/First choose above: go on with what you began/)).toBeVisible()
  expect(entries).toHaveLength(before)
  await press(user, 'Go on')
  expect(screen.queryByText(ASKED)).toBeNull()
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the order')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'rateOrdered', rateMlPerHour: 12 })
  expect(tabletText()).not.toContain('Small patient')
})

test('H83, SIGN-3: another person on the tablet sees nothing of it, and signs as themselves; its author finds it again', async () => {
  const first = await openPage('titrate', await resulted())
  await first.user.click(await screen.findByText(/^MO told/))
  await first.user.type(screen.getByLabelText('Name of the MO told'), 'Chen, Mei')

  const other = await reopen('titrate', first, { userId: 'rn.baker' })
  await screen.findByRole('heading', { name: /Decrease/ })
  expect(screen.queryByText(ASKED)).toBeNull()
  expect(screen.getByLabelText('Name of the MO told')).toHaveValue('')
  await keyPin(other.user, 'rn.baker')
  await press(other.user, 'Sign first')
  await screen.findByRole('heading', { name: /a second person checks/ })
  expect(other.entries.at(-1)).toMatchObject({ by: { userId: 'rn.baker' } })
  expect(other.entries.at(-1)).not.toHaveProperty('moTold')
  expect(tabletText()).toContain('Chen, Mei')
})

test('SIGN-7: after a longer while "now" is said to be now, and is confirmed before it is recorded', async () => {
  const first = await openPage('collect', await running(), { later: 365 })
  await first.user.click(await screen.findByRole('radio', { name: /^Away from the heparin/ }))
  const { user, entries } = await reopen('collect', first, { later: 20 })
  expect(await screen.findByText(/“Now” means 15:25, not when you typed/)).toBeVisible()
  expect(screen.getByRole('radio', { name: /^Away from the heparin/ })).toBeChecked()
  const before = entries.length
  await press(user, 'Record the collection')
  expect(entries).toHaveLength(before)
  await press(user, 'Go on')
  await press(user, 'Record the collection')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ happenedAt: '2027-03-10T04:25:00Z' })
})

test('NOMO-11, H1: a result typed for one sample is not offered for another that waits by now', async () => {
  const first = await openPage('result', await course('vteCourse', 9), { later: 48 })
  await screen.findByRole('heading', { name: 'What is the APTT?' })
  await key(first.user, '98')
  const at = isoOf(first.ward.store.clock.now())
  first.elsewhere('rn.baker', {
    kind: 'recordCollection',
    expectedVersion: 0,
    happenedAt: at,
    site: 'away-from-heparin',
  })
  await reopen('result', first)
  expect(await screen.findByText(/is asked again, as the chart has moved on/)).toBeVisible()
  expect(screen.queryByDisplayValue('98')).toBeNull()
  expect(tabletText()).toContain('98')
})

test('SIGN-8: a page killed before the reply: on the record, it is not offered again, and said to be there', async () => {
  const first = await openPage('note', await running())
  await first.user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Arm swollen')
  first.loseNext(1)
  await press(first.user, 'Save the note')
  await screen.findByRole('button', { name: 'Try again' })
  const commandId = first.posted().at(-1)?.body.commandId
  expect(tabletText()).toContain(commandId)

  const unsure = await reopen('note', first)
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveValue('Arm swollen')
  expect(screen.getByText(/It was sent, and no reply came/)).toBeVisible()
  await press(unsure.user, 'Save the note')
  expect(screen.getByText(/First choose above/)).toBeVisible()

  const noted = { kind: 'writeNote', expectedVersion: 0, text: 'Arm swollen' }
  unsure.elsewhere('rn.adams', { ...noted, happenedAt: isoOf(unsure.ward.store.clock.now()) })
  const entries = unsure.entries.map((entry) =>
    entry.kind === 'noteWritten' ? { ...entry, commandId } : entry,
  )
  await reopen('note', { ...unsure, entries })
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveValue('')
  expect(screen.queryByText(ASKED)).toBeNull()
  expect(screen.getByText(ON_THE_CHART)).toBeVisible()
  expect(tabletText()).not.toContain('Arm swollen')
})

test('SIGN-8, CHART-10: a page opened again before its command is seen on the record says so when it is, over an empty step', async () => {
  const first = await openPage('bedside-fact', await running(), { query: '?fact=bolus-given' })
  await screen.findByRole('heading', { name: 'How many units were given?' })
  await key(first.user, '5000')
  await press(first.user, 'Next')
  const how = () => screen.findByRole('textbox', { name: 'How did it come about?' })
  await first.user.type(await how(), 'Given at once')
  first.loseNext(1)
  await press(first.user, 'Record it')
  await screen.findByRole('button', { name: 'Try again' })
  const { body } = first.posted().at(-1) ?? {}

  const again = await reopen('bedside-fact', first, { query: '?fact=bolus-given' })
  expect(await how()).toHaveValue('Given at once')
  again.arrives(body)
  expect(await screen.findByText(ON_THE_CHART)).toBeVisible()
  expect(screen.getByText(/5,000.units/)).toBeVisible()
  expect(screen.queryByText('Given at once')).toBeNull()
  expect(tabletText()).not.toContain('Given at once')
})

test('H23: what the outbox has taken over is not offered to be entered a second time', async () => {
  const { user, loseNext } = await openPage('cease', await running())
  await user.click(await screen.findByRole('radio', { name: 'Treatment complete' }))
  expect(tabletText()).toContain('treatment-complete')
  loseNext(20)
  await keyPin(user, 'rn.adams')
  await press(user, 'Cease')
  expect(await screen.findByText(/Not on the record yet/)).toBeVisible()
  expect(tabletText()).not.toContain('treatment-complete')
})

test('H23, SIGN-5: a cease that was begun before is signed without a word about it', async () => {
  const first = await openPage('cease', await running())
  await first.user.click(await screen.findByRole('radio', { name: 'Treatment complete' }))
  first.elsewhere('rn.baker', weighed(first.ward))
  const { user, entries } = await reopen('cease', first, { later: 40 })
  expect(await screen.findByText(ASKED)).toBeVisible()
  await keyPin(user, 'rn.adams')
  await press(user, 'Cease')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'infusionCeased', reason: 'treatment-complete' })
})

test('H83, H14: what an older build kept in another shape is asked again with a word, and breaks no page', async () => {
  const played = await running()
  const [{ chartId }] = played.entries as [Entry]
  const { now } = played
  const antiplatelets = 'aspirin'
  const written = { hasAntiplatelets: 'yes', antiplatelets, hasAnticoagulants: 'no', others: '' }
  sessionStorage.setItem(
    draftKey({ userId: 'rn.adams', chartId, page: 'medicines' }),
    JSON.stringify({
      fields: { written },
      ...{ begunAt: now, changedAt: now, sentAs: null },
      basis: { seq: 9, version: 8, restsOn: { written: 'null' } },
    }),
  )
  await openPage('medicines', played)
  expect(await screen.findByText(/could not be read is asked again/)).toBeVisible()
  expect(screen.getByRole('heading', { name: /medicines/i })).toBeVisible()
  expect(screen.queryByText('This page failed')).toBeNull()
  expect(screen.queryByDisplayValue(/aspirin/)).toBeNull()
})

/** Whether a text of a PIN or of a second check lies on the tablet. */
const isKept = (secret: string) => tabletText().includes(secret)

test('SIGN-3, SIGN-4: no PIN and no figure of a checker is kept while they are typed', async () => {
  const { user } = await openPage('check', await course('vteCourse', 11))
  const name = await screen.findByRole('heading', { name: /a second person checks/ })
  expect(name).toBeVisible()
  const typed = screen.queryByLabelText('Your user name')
  if (typed) {
    await user.clear(typed)
    await user.type(typed, 'rn.baker')
  }
  await press(user, 'I am the checker')
  await screen.findByRole('heading', { name: /What APTT does the laboratory/ })
  await key(user, '98.7')
  expect(screen.getByDisplayValue('98.7')).toBeVisible()
  expect(isKept('98.7')).toBe(false)
  // The look finds what is there.
  sessionStorage.setItem('planted', '98.7')
  expect(isKept('98.7')).toBe(true)
  cleanup()
  sessionStorage.clear()

  const signing = await openPage('note', await running())
  await signing.user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Words stay')
  await reopen('cease', signing)
  await keyPin(signing.user, 'rn.adams')
  expect(isKept('Words stay')).toBe(true)
  expect(isKept(demonstrationPinOf('rn.adams') ?? '')).toBe(false)
})
