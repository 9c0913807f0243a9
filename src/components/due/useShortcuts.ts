import { useEffect, useState } from 'react'

const KEPT_AS = 'heparin-chart.shortcut-keys'
const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]'

/** Whether single letters work as shortcuts on this tablet; they can be switched off (WCAG 2.1.4). */
export function useShortcutsOn(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(KEPT_AS) !== 'off')
  return [
    isOn,
    (next) => {
      localStorage.setItem(KEPT_AS, next ? 'on' : 'off')
      setOn(next)
    },
  ]
}

/** Single letters that do something while nobody types into a field, and only while they are switched on. */
export function useShortcuts(isOn: boolean, acts: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    if (!isOn) return undefined
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      if (event.target instanceof Element && event.target.matches(FIELDS)) return
      acts[event.key.toLowerCase()]?.()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn, acts])
}
