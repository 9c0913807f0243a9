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
    expect(createAlarmSettings(memoryStorage()).read()).toEqual(silentSettings)
    expect(silentSettings).toMatchObject({ sound: false, notifications: false, quiet: null })
  })

  test('what was chosen outlives the page, and is told at once', () => {
    const storage = memoryStorage()
    const here = createAlarmSettings(storage)
    let told = 0
    const end = here.subscribe(() => {
      told += 1
    })
    here.choose(CHOSEN)
    here.choose({ sound: false })
    end()
    here.choose({ sound: true })
    expect(told).toBe(2)
    expect(createAlarmSettings(storage).read()).toEqual(CHOSEN)
    expect(here.read()).toBe(here.read())
  })

  test('a browser that keeps nothing keeps the choice until the page is loaded anew', () => {
    const refuses = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    const here = createAlarmSettings({ getItem: refuses, setItem: refuses })
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
