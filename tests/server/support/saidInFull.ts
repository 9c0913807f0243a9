/** What a refusal tells. */
export interface Said {
  readonly title?: string
  readonly detail?: string
  readonly next?: string
}

/** Whether a refusal says what is wrong, why, and what to do now, each in words that are whole. */
export function isSaidInFull({ title, detail, next }: Said): boolean {
  return [title, detail, next].every(
    (text) => text !== undefined && text.trim() !== '' && !/undefined|NaN|\[object/.test(text),
  )
}
