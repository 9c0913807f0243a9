import { burstWith, endsScan, SCAN_GAP_MS, type ScanBurst } from './scanBurst.ts'

/** Marks a field for a dose figure or a PIN: what is scanned never stands in it, not for a moment. */
export const FIGURES_ONLY = { 'data-figures-only': '' } as const

/**
 * Hears a scanned text. @returns whether it was taken: in a field for words a text that nobody takes stays, as typed
 */
export type ScanEar = (text: string, from: 'page' | 'words') => boolean

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Tells scans from typing. Keys for a field of figures are held back for `SCAN_GAP_MS`: alone, they are typed then; as
 * part of a scan, never.
 * @returns what ends the listening
 */
export function listenForScans(hear: ScanEar): () => void {
  let burst: ScanBurst | null = null
  /** What stood in the field of words when the burst began. */
  let before: { readonly field: Field; readonly text: string } | null = null
  let held: { readonly field: Field; keys: string } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const release = () => {
    clearTimeout(timer)
    const typed = held
    held = null
    if (typed?.field.isConnected) for (const key of typed.keys) typeInto(typed.field, key)
  }
  const forget = () => {
    release()
    burst = null
  }
  const hold = (field: Field, key: string) => {
    if (held?.field !== field) release()
    held = held ? { field, keys: held.keys + key } : { field, keys: key }
    clearTimeout(timer)
    timer = setTimeout(release, SCAN_GAP_MS)
  }
  const takeKey = (event: KeyboardEvent) => {
    const field = fieldOf(event.target)
    const next = burstWith(burst, event.key, event.timeStamp)
    if (next.text.length === 1) before = field && { field, text: field.value }
    burst = next
    if (field === null || !isForFigures(field)) return
    event.preventDefault()
    hold(field, event.key)
  }
  const takeEnd = (event: KeyboardEvent) => {
    const ended = burst
    burst = null
    if (!endsScan(ended, event.timeStamp)) return release()
    const field = fieldOf(event.target)
    const isWords = field !== null && !isForFigures(field)
    clearTimeout(timer)
    held = null
    const isTaken = hear(ended.text, isWords ? 'words' : 'page')
    if (isWords && !isTaken) return
    event.preventDefault()
    event.stopPropagation()
    if (before !== null) putBack(before.field, before.text)
  }
  const onKey = (event: KeyboardEvent) => {
    const kind = kindOf(event)
    if (kind === 'key') takeKey(event)
    else if (kind === 'end') takeEnd(event)
    else if (kind === 'other') forget()
  }
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('pointerdown', forget, true)
  window.addEventListener('focusout', release, true)
  return () => {
    clearTimeout(timer)
    held = null
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('pointerdown', forget, true)
    window.removeEventListener('focusout', release, true)
  }
}

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target
  const isTyped = target instanceof HTMLInputElement && /^(text|password|search)$/.test(target.type)
  return isTyped ? target : null
}

function isForFigures(field: Field): boolean {
  return 'figuresOnly' in field.dataset
}

/** One key typed after all, where the caret stands, as if it had just been struck. */
function typeInto(field: Field, key: string): void {
  const from = field.selectionStart ?? field.value.length
  const to = field.selectionEnd ?? from
  field.setRangeText(key, from, to, 'end')
  tell(field)
}

/** Words that were typed by a scanner are taken out again. */
function putBack(field: Field, text: string): void {
  if (field.value === text) return
  field.setRangeText(text, 0, field.value.length, 'end')
  tell(field)
}

function tell(field: Field): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** A key held down repeats as fast as a scanner types, and is none. */
function kindOf(event: KeyboardEvent): 'key' | 'end' | 'other' | 'part' {
  // A capital letter of a code comes with its Shift.
  if (event.key === 'Shift' || event.isComposing) return 'part'
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return 'other'
  if (event.key === 'Enter' || event.key === 'Tab') return 'end'
  return event.key.length === 1 ? 'key' : 'other'
}
