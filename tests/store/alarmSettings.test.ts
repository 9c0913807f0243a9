import { describe, expect, test } from 'vitest'
import {
  createAlarmSettings,
  readAlarmSettings,
  silentSettings,
} from '../../src/store/alarmSettings.ts'
import { memoryStorage } from '../support/fakeWard.ts'

const CHOSEN = {
  sound: true,
  volume: 'loud',
  notifications: true,
  quiet: { fromMinute: 1320, toMinute: 360 },
} as const

describe('what a tablet keeps of its alarms', () => {
  test('it is silent until a person turns it on', () => {
    expect(createAlarmSettings(memoryStorage(), new EventTarget()).read()).toEqual(silentSettings)
    expect(silentSettings).toMatchObject({ sound: false, notifications: false, quiet: null })
  })

  test('what was chosen outlives the page, and is told at once', () => {
    const storage = memoryStorage()
    const page = new EventTarget()
    const here = createAlarmSettings(storage, page)
    let told = 0
    const end = here.subscribe(() => {
      told += 1
    })
    here.choose(CHOSEN)
    here.choose({ sound: false })
    // Another page of the tablet has chosen.
    page.dispatchEvent(new Event('storage'))
    end()
    here.choose({ sound: true })
    page.dispatchEvent(new Event('storage'))
    expect(told).toBe(3)
    expect(createAlarmSettings(storage, page).read()).toEqual(CHOSEN)
    expect(here.read()).toBe(here.read())
  })

  test('a browser that keeps nothing keeps the choice until the page is loaded anew', () => {
    const refuses = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    const here = createAlarmSettings({ getItem: refuses, setItem: refuses }, new EventTarget())
    here.choose(CHOSEN)
    expect(here.read()).toEqual(CHOSEN)
  })

  test.each([
    ['nothing that can be read', '{'],
    ['another shape', '{"sound":"yes"}'],
    ['a field that is none of ours', JSON.stringify({ ...CHOSEN, patient: 'x' })],
    [
      'a time that no day has',
      JSON.stringify({ ...CHOSEN, quiet: { fromMinute: 1440, toMinute: 0 } }),
    ],
    [
      'quiet hours that never end',
      JSON.stringify({ ...CHOSEN, quiet: { fromMinute: 60, toMinute: 60 } }),
    ],
  ])('%s is silent, not half right', (_, text) => {
    expect(readAlarmSettings(text)).toEqual(silentSettings)
  })
})
