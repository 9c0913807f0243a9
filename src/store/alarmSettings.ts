/** How a tablet alarms: what its people chose, kept on it. Nothing of a patient is in it. */
import { useCallback, useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import type { AlarmChoices } from '../chart/nextAlarm.ts'
import type { TabStorage } from './keptCommands.ts'

const alarmVolumes = ['soft', 'middle', 'loud'] as const
export type AlarmVolume = (typeof alarmVolumes)[number]

export interface AlarmSettings extends AlarmChoices {
  readonly volume: AlarmVolume
}

/** Until a person turns it on a tablet is silent: a browser plays nothing before somebody has touched the page. */
export const silentSettings: AlarmSettings = {
  sound: false,
  volume: 'middle',
  notifications: false,
  quiet: null,
}

const KEY = 'heparin-chart.alarms'
const LAST_MINUTE = 1439
const minuteOfDay = z.int().check(z.minimum(0), z.maximum(LAST_MINUTE))
const settings = z.strictObject({
  sound: z.boolean(),
  volume: z.enum(alarmVolumes),
  notifications: z.boolean(),
  quiet: z.nullable(
    z
      .strictObject({ fromMinute: minuteOfDay, toMinute: minuteOfDay })
      .check(z.refine(({ fromMinute, toMinute }) => fromMinute !== toMinute)),
  ),
})

/** What the tablet keeps; silent where it keeps nothing or what this build cannot read. */
export function readAlarmSettings(text: string | null): AlarmSettings {
  if (text === null) return silentSettings
  try {
    const read = settings.safeParse(JSON.parse(text))
    return read.success ? read.data : silentSettings
  } catch {
    return silentSettings
  }
}

/** The settings of a tablet over its storage, told to everything on the page that follows them. */
export function createAlarmSettings(storage: TabStorage, page: EventTarget) {
  const listeners = new Set<() => void>()
  /** What was chosen here where the browser keeps nothing. */
  let chosen: string | null = null
  let text: string | null = null
  let read = silentSettings

  function kept(): string | null {
    try {
      return storage.getItem(KEY) ?? chosen
    } catch {
      return chosen
    }
  }
  return {
    read(): AlarmSettings {
      const now = kept()
      if (now !== text) {
        text = now
        read = readAlarmSettings(now)
      }
      return read
    },
    choose(change: Partial<AlarmSettings>): void {
      chosen = JSON.stringify({ ...this.read(), ...change })
      try {
        storage.setItem(KEY, chosen)
      } catch {
        // Refused or full: it holds until the page is loaded anew.
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      // Another page of this tablet has chosen.
      page.addEventListener('storage', listener)
      return () => {
        listeners.delete(listener)
        page.removeEventListener('storage', listener)
      }
    },
  }
}
export type AlarmSettingsKept = ReturnType<typeof createAlarmSettings>

/** The settings of this tablet, and the way to change them. */
export function useAlarmSettings(kept: AlarmSettingsKept) {
  const read = useSyncExternalStore(kept.subscribe, kept.read)
  const choose = useCallback((change: Partial<AlarmSettings>) => kept.choose(change), [kept])
  return [read, choose] as const
}
