import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { NumberPad } from '../../../src/components/bedside/NumberPad.tsx'
import { PinPad } from '../../../src/components/bedside/PinPad.tsx'
import { isToneOn, setTone } from '../../../src/components/ui/refusalTone.ts'
import { scan } from '../../support/strikeKeys.ts'

const sounded = vi.fn()

/** A browser that allows sound: what is started is heard. */
class HeardAudio {
  readonly state = 'running'
  readonly currentTime = 0
  readonly destination = {}
  createOscillator() {
    return { frequency: { value: 0 }, connect: (to: object) => to, start: sounded, stop: () => {} }
  }
  createGain() {
    return { gain: { value: 0 }, connect: (to: object) => to }
  }
}

beforeEach(() => {
  sounded.mockReset()
  vi.stubGlobal('AudioContext', HeardAudio)
})

function Pad({ extras }: { extras: readonly ('.' | '>' | '<')[] }) {
  const [text, setText] = useState('')
  return <NumberPad label="Rate?" unit="mL/hr" text={text} onText={setText} extras={extras} />
}
function Pin() {
  const [pin, setPin] = useState('')
  return <PinPad pin={pin} onPin={setPin} />
}
const figure = () => screen.getByLabelText('Rate?, millilitres per hour')
const status = () => screen.getByRole('status')
const user = () => userEvent.setup({ delay: null })
const press = (name: string) => user().click(screen.getByRole('button', { name }))

test.each([
  ['a second point', ['1', 'point', '5', 'point'], '1.5.', 'there is one already'],
  ['a point tapped twice', ['1', 'point', 'point'], '1.', 'there is one already'],
  ['a limit behind the figure', ['9', 'greater than'], '9>', 'stands before the figure'],
  ['too much', [...'123456789'], '12345678', 'No more than 8'],
])(
  'H14: %s is refused, seen with its reason and heard once; what was typed stays',
  async (_, keys, stays, reason) => {
    render(<Pad extras={['.', '>', '<']} />)
    for (const key of keys) await press(key)
    expect(figure()).toHaveValue(stays)
    expect(status()).toHaveTextContent(reason)
    expect(sounded).toHaveBeenCalledTimes(1)
  },
)

test.each([
  ['38,5', 'Delete the “,” and use a point.'],
  ['1O5', 'Delete the “O”: figures 0 to 9 and . only.'],
])(
  'H14: %s from a keyboard stands as it was typed until it is mended: nothing makes another figure of the rest',
  async (typed, reason) => {
    render(<Pad extras={['.']} />)
    await user().type(figure(), typed)
    await waitFor(() => expect(figure()).toHaveValue(typed))
    expect(status()).toHaveTextContent(reason)
    await press('Delete the last')
    expect(status()).toHaveTextContent(reason)
    await press('Delete the last')
    expect(status()).toBeEmptyDOMElement()
    expect(figure()).toHaveValue(typed.slice(0, -2))
    expect(sounded).toHaveBeenCalledTimes(2)
  },
)

test('H14: a key that is taken is silent, and takes the reason away', async () => {
  render(<Pad extras={['.']} />)
  await press('point')
  await press('point')
  expect(status()).not.toBeEmptyDOMElement()
  await press('5')
  expect(status()).toBeEmptyDOMElement()
  expect(sounded).toHaveBeenCalledTimes(1)
})

test('H14: Clear empties it, and is the only key that does', async () => {
  render(<Pad extras={['.', '>', '<']} />)
  await press('1')
  await press('2')
  await press('Delete the last')
  expect(figure()).toHaveValue('1')
  await press('Clear')
  expect(figure()).toHaveValue('')
  expect(screen.getAllByRole('button', { name: /clear/i })).toHaveLength(1)
})

test('H14: the words stay where the tone is turned off, and where no sound is allowed', async () => {
  setTone(false)
  expect(isToneOn()).toBe(false)
  render(<Pad extras={['.']} />)
  await press('point')
  await press('point')
  expect(sounded).not.toHaveBeenCalled()
  expect(status()).toHaveTextContent('there is one already')
  setTone(true)
  vi.stubGlobal('AudioContext', undefined)
  await press('point')
  expect(status()).toHaveTextContent('there is one already')
})

test('SIGN-3: a barcode scanned where no chart is open is no PIN, and it is said', () => {
  render(<Pin />)
  const field = screen.getByLabelText(/^Signing PIN/)
  field.focus()
  expect(scan('6100107')).toBe(false)
  expect(field).toHaveValue('')
  expect(status()).toHaveTextContent('is no PIN')
  expect(sounded).toHaveBeenCalledTimes(1)
})
