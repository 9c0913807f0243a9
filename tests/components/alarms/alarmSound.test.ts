import { describe, expect, test } from 'vitest'
import { createAlarmSound } from '../../../src/components/alarms/alarmSound.ts'
import { fakeAudio } from './fakeAudio.ts'

describe('the tones of an alarm', () => {
  test('TIME-8: low is one tone, medium three, high a burst; the more urgent the higher and the shorter', () => {
    const { tones, make } = fakeAudio(true)
    const sound = createAlarmSound(make)
    const played = (['low', 'medium', 'high'] as const).map((priority) => {
      tones.length = 0
      expect(sound.play(priority, 'middle')).toBe(true)
      return {
        count: tones.length,
        hertz: tones[0]?.hertz ?? 0,
        long: (tones[0]?.to ?? 0) - (tones[0]?.from ?? 0),
      }
    })
    expect(played.map(({ count }) => count)).toEqual([1, 3, 10])
    expect([...played].sort((a, b) => a.hertz - b.hertz)).toEqual(played)
    expect([...played].sort((a, b) => b.long - a.long)).toEqual(played)
    expect(tones.every(({ to }, place) => to <= (tones[place + 1]?.from ?? to))).toBe(true)
  })

  test('a louder choice is louder', () => {
    const { tones, make } = fakeAudio(true)
    const sound = createAlarmSound(make)
    for (const volume of ['soft', 'middle', 'loud'] as const) sound.play('low', volume)
    const [soft, middle, loud] = tones.map(({ loudest }) => loudest)
    expect(soft).toBeLessThan(middle ?? 0)
    expect(middle).toBeLessThan(loud ?? 0)
  })

  test('H40: before anybody has touched the page it says that it cannot sound, and so it does where there is no sound at all', async () => {
    const { tones, make } = fakeAudio()
    const sound = createAlarmSound(make)
    let told = 0
    sound.subscribe(() => {
      told += 1
    })
    expect([sound.state(), sound.play('high', 'loud'), tones.length]).toEqual([
      'untouched',
      false,
      0,
    ])
    sound.touch()
    await expect.poll(() => sound.state()).toBe('ready')
    expect(told).toBeGreaterThan(0)
    expect(sound.play('high', 'loud')).toBe(true)
    const none = createAlarmSound(() => null)
    none.touch()
    expect([none.state(), none.play('high', 'loud')]).toEqual(['none', false])
  })
})
