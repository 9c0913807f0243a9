import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { playedEntries } from '../../support/playedEntries.ts'
import { keyPin, openPage, press } from './decidingWard.tsx'

const course = (name: string, upTo?: number) => playedEntries(`tests/scenarios/${name}.json`, upTo)
const running = () => course('vteCourse', 8)
/** Running, with a suspected major bleed just recorded. */
const bleeding = () => course('majorBleedFound', 6)
/** Running, after an unseen fall. */
const fallen = () => course('unseenFall', 9)

const main = () => within(screen.getByRole('main'))

test('OBS-1: nothing seen: three taps, and back on the chart', async () => {
  const { user, entries } = await openPage('observe', await running())
  await screen.findByRole('heading', { name: 'Any bleeding?' })
  expect(main().getAllByRole('button')).toHaveLength(3)
  await press(user, 'None seen')
  await screen.findByRole('heading', { name: 'New or growing clots?' })
  await press(user, 'None seen')
  await press(user, 'Record the check')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({
    kind: 'observationRecorded',
    bleeding: 'none-seen',
    sites: [],
    clots: 'none-seen',
  })
})

test('OBS-1, BLEED-1: minor bleeding: where, clots, and then the steps of its guideline', async () => {
  const { user, entries } = await openPage('observe', await running())
  await press(user, /^Minor/)
  await screen.findByRole('heading', { name: 'Where does it bleed?' })
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Gums' }))
  await user.click(screen.getByRole('checkbox', { name: 'Nose' }))
  await press(user, 'Next')
  await press(user, 'None seen')
  await screen.findByRole('heading', { name: 'Minor bleeding, no new clots' })
  await press(user, 'Record the check')
  expect(await screen.findByRole('heading', { name: 'Recorded' })).toBeVisible()
  expect(entries.at(-1)).toMatchObject({ bleeding: 'minor', sites: ['gums', 'nose'] })
  expect(screen.getByRole('region', { name: 'Minor bleeding' })).toHaveTextContent(
    /Tell the MO what was seen/,
  )
})

test('OBS-1: each question can be gone back from, and nothing that was answered is lost', async () => {
  const { user } = await openPage('observe', await running())
  await press(user, /^Minor/)
  await user.click(await screen.findByRole('checkbox', { name: 'Drain' }))
  await press(user, 'Next')
  await press(user, '‹ Back')
  expect(await screen.findByRole('checkbox', { name: 'Drain' })).toBeChecked()
  await press(user, '‹ Back')
  expect(await screen.findByRole('heading', { name: 'Any bleeding?' })).toBeVisible()
})

test('BLEED-0: after a suspected major bleed STOP is the one action, with its reason chosen', async () => {
  const { user, entries } = await openPage('observe', await running())
  await press(user, /^Major suspected/)
  await press(user, 'Record it and go to STOP')
  const stop = await screen.findByRole('link', { name: 'STOP the infusion' })
  expect(entries.at(-1)).toMatchObject({ bleeding: 'major-suspected' })
  expect(entries.at(-1)).not.toHaveProperty('clots')
  expect(main().queryAllByRole('button')).toEqual([])
  expect(main().getAllByRole('link')).toEqual([
    screen.getByRole('link', { name: /Back to the chart/ }),
    stop,
  ])
  expect(main().getByText(/The infusion is not stopped yet/)).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent(/STOP: suspected major bleeding/)
  await user.click(stop)
  expect(
    await screen.findByRole('heading', { name: 'STOP: Suspected major bleeding' }),
  ).toBeVisible()
})

test('FALL-1: an unseen fall whose head injury nobody has ruled out leads to STOP, as a local decision', async () => {
  const { user, entries } = await openPage('fall', await running())
  await press(user, /^Unseen/)
  await screen.findByRole('heading', { name: 'Signs of a head injury?' })
  expect(main().getAllByRole('button', { name: /Looked for|Yes|Not known/ })).toHaveLength(3)
  await press(user, /^Not known/)
  await press(user, 'Record it and go to STOP')
  expect(await screen.findByText(/counts as one \(local decision\)/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'STOP the infusion' })).toHaveAttribute(
    'href',
    expect.stringMatching(/stop\?reason=head-injury$/),
  )
  expect(entries.at(-1)).toMatchObject({ witnessed: false, headInjury: 'not-known' })
})

test('FALL-1: a fall without a head injury is suspended until its review; its steps stand there', async () => {
  const { user, entries } = await openPage('fall', await running())
  await press(user, 'Seen')
  await press(user, 'Looked for: none')
  await press(user, 'Record the fall')
  expect(await screen.findByText(/Suspended: fall not yet reviewed/)).toBeVisible()
  const steps = screen.getByRole('region', { name: 'Fall' })
  await user.click(within(steps).getByRole('checkbox', { name: /Looked for a head injury/ }))
  expect(await within(steps).findByText(/Adams, Jo \(RN\)/)).toBeVisible()
  expect(entries.at(-1)).toMatchObject({ kind: 'stepTicked', guideline: 'fall' })
})

test('BLEED-1: a step that is a conversation asks for name and time before it is ticked', async () => {
  const { user, entries } = await openPage('guideline', await bleeding(), { userId: 'mo.chen' })
  const steps = await screen.findByRole('region', { name: 'Suspected major bleeding' })
  expect(within(steps).queryByRole('checkbox', { name: /Cease the infusion/ })).toBeNull()
  await user.click(within(steps).getByRole('checkbox', { name: /^Protamine/ }))
  await press(user, 'Tick it')
  expect(await within(steps).findByText('Give the name.')).toBeVisible()
  expect(entries.at(-1)?.kind).toBe('observationRecorded')
  await user.type(within(steps).getByLabelText('Name of the haematologist'), 'Dr Blood')
  await press(user, 'Tick it')
  expect(await within(steps).findByText(/Dr Blood, .*Chen, Mei \(MO\)/)).toBeVisible()
  expect(entries.at(-1)).toMatchObject({ kind: 'stepTicked', name: 'Dr Blood' })
})

test('BLEED-1: a tick that somebody else has made meanwhile is said, not made twice', async () => {
  const { user, entries, elsewhere, ward } = await openPage('guideline', await bleeding())
  const steps = await screen.findByRole('region', { name: 'Suspected major bleeding' })
  const aboutSeq = entries.at(-1)?.seq
  const other = {
    kind: 'tickStep',
    expectedVersion: 0,
    happenedAt: new Date(ward.store.clock.now()).toISOString(),
    guideline: 'major-bleed',
    step: 'pace-call',
    aboutSeq,
  }
  elsewhere('rn.baker', other)
  expect(await within(steps).findByText(/Baker, Lee \(RN\)/)).toBeVisible()
  expect(within(steps).queryByRole('checkbox', { name: /PACE/ })).toBeNull()
  expect(user).toBeDefined()
})

test('BLEED-1: a lost tick is tried again as the same command', async () => {
  const { user, posted, loseNext } = await openPage('guideline', await bleeding())
  const steps = await screen.findByRole('region', { name: 'Suspected major bleeding' })
  loseNext(1)
  await user.click(within(steps).getByRole('checkbox', { name: /PACE/ }))
  await press(user, 'Try again')
  expect(await within(steps).findByText(/Adams, Jo \(RN\)/)).toBeVisible()
  const [first, second] = posted().slice(-2)
  expect(second?.body).toEqual(first?.body)
})

test('BLEED-0: on the chart STOP comes first while it runs, then the MO’s review by its reason, then the steps', async () => {
  await openPage('', await bleeding())
  const next = within(await screen.findByRole('region', { name: 'Next' }))
  expect(next.getByText('STOP: suspected major bleeding')).toBeVisible()
  expect(next.getByRole('link', { name: 'STOP' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/stop$/),
  )
  expect(next.getByText('MO reviews: suspected major bleeding')).toBeVisible()
  const guidelines = await screen.findByRole('region', { name: 'Guidelines' })
  expect(guidelines).toHaveTextContent(/Suspected major bleeding 0 of 6 steps done/)
})

test('BLEED-0: a fall and a head injury are one review by both reasons', async () => {
  await openPage('', await fallen())
  const next = within(await screen.findByRole('region', { name: 'Next' }))
  expect(next.getByText('MO reviews: fall not yet reviewed; head injury')).toBeVisible()
  const banner = screen.getByRole('region', { name: 'Patient' })
  expect(banner).toHaveTextContent(/SUSPENDED fall not yet reviewed.*SUSPENDED head injury/)
})

test('BLEED-1, SIGN-5: after the cease the steps of its cause are there to be ticked, the cease itself done', async () => {
  const { user, entries } = await openPage('stop', await running())
  await press(user, /Suspected major bleeding/)
  await press(user, 'Stop now, sign after')
  const steps = await screen.findByRole('region', { name: 'Suspected major bleeding' })
  expect(within(steps).getByText(/Adams, Jo \(RN\)/)).toBeVisible()
  await user.click(within(steps).getByRole('checkbox', { name: /PACE/ }))
  await within(steps).findAllByText(/Adams, Jo \(RN\)/)
  expect(entries.at(-1)).toMatchObject({ kind: 'stepTicked', step: 'pace-call' })
})

test('FALL-1: clearing a fall is the medical review after it', async () => {
  const { user, entries } = await openPage('clear', await fallen(), { userId: 'mo.chen' })
  await user.click(await screen.findByRole('radio', { name: 'fall not yet reviewed' }))
  expect(screen.getByRole('heading', { name: 'Medical review after the fall' })).toBeVisible()
  await user.type(screen.getByLabelText('Finding'), 'Slipped, no injury')
  await user.type(screen.getByLabelText('Next step'), 'Go on')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'suspensionCleared', reason: 'fall' })
})

test('AE-1: an adverse event needs words; the MO says whether it was one', async () => {
  const { user, entries } = await openPage('adverse-event', await running())
  await press(user, /^Something else/)
  await press(user, 'Record the event')
  expect(screen.getByLabelText('What was seen?')).toHaveAccessibleDescription(
    'Say in words what was seen.',
  )
  await user.type(screen.getByLabelText('What was seen?'), 'Chest pain')
  await press(user, 'Record the event')
  const steps = await screen.findByRole('region', { name: 'Adverse event' })
  expect(steps).toHaveTextContent(/Incident report/)
  expect(entries.at(-1)).toMatchObject({ kind: 'adverseEventRecorded', event: 'other' })
})

test('AE-1, BLEED-0: an allergic reaction suspends and offers STOP beside its steps', async () => {
  const { user } = await openPage('adverse-event', await running())
  await press(user, /^Allergic reaction/)
  await user.type(screen.getByLabelText('What was seen?'), 'Wheeze')
  await press(user, 'Record the event')
  expect(await screen.findByText('Suspended: allergic reaction')).toBeVisible()
  expect(main().getByRole('link', { name: 'STOP the infusion' })).toHaveAttribute(
    'href',
    expect.stringMatching(/stop\?reason=allergic-reaction$/),
  )
})

test('BLEED-1, AE-1: an MO reviews what was seen beside dose, APTTs and antiplatelets; a nurse is told who does', async () => {
  const played = await running()
  const first = await openPage('observe', played)
  await press(first.user, /^Minor/)
  await first.user.click(await screen.findByRole('checkbox', { name: 'Gums' }))
  await press(first.user, 'Next')
  await press(first.user, 'None seen')
  await press(first.user, 'Record the check')
  await screen.findByRole('heading', { name: 'Recorded' })
  cleanup()
  const seen = { ...played, entries: first.entries }
  const { user, entries } = await openPage('event-review', seen, { userId: 'mo.chen' })
  expect(await screen.findByText(/Bleeding check: Minor bleeding \(gums\)/)).toBeVisible()
  expect(screen.getByText('Antiplatelets')).toBeVisible()
  expect(screen.getByText(/14.mL\/hr/, { selector: 'dd' })).toBeVisible()
  expect(screen.queryByRole('radio', { name: /not ruled out/ })).toBeNull()
  await user.type(screen.getByLabelText('Finding'), 'Gums ooze')
  await user.type(screen.getByLabelText('Plan'), 'Go on')
  await keyPin(user, 'mo.chen')
  await press(user, 'Sign the review')
  await screen.findByRole('heading', { name: 'Now' })
  expect(entries.at(-1)).toMatchObject({ kind: 'eventReviewed', finding: 'Gums ooze' })
})

test('OBS-1: a bleeding check is offered at handover and beside the decision that changes nothing', async () => {
  await openPage('handover', await running())
  expect(await screen.findByRole('link', { name: 'Bleeding check' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/observe$/),
  )
  cleanup()
  await openPage('titrate', await course('vteCourse', 15))
  expect(await screen.findByRole('link', { name: 'Bleeding check' })).toBeVisible()
})
