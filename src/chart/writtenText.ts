/** What text is kept out of the record because a reader would take it for something else. */

/** Two of these in one word look like one of them: Latin and Cyrillic have an a each. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** Control, format and lone surrogate characters, separators of lines, and letters without a shape. */
const unseen =
  /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0/u
/** What a note of several lines is made of. */
const layout = /[\n\r\t]/g
/** Persian, Urdu and the scripts of India join and part letters with these: not after a letter of ours. */
const joiner =
  /(?<=[\p{L}\p{M}])(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\u200c\u200d]/gu
const word = /[\p{L}\p{M}]+/gu
/** Micro, as a Greek letter, before its unit. */
const micro = /^\u03bc(?=\p{Script=Latin})/u

/** Whether a text holds what cannot be seen, or turns the order in which it is read. */
export function isUnseen(text: string, extent: 'line' | 'lines'): boolean {
  const shown = text.replace(joiner, '')
  return unseen.test(extent === 'lines' ? shown.replace(layout, '') : shown)
}

/** Whether one word mixes scripts whose letters look alike. */
export function isLookAlike(text: string): boolean {
  return (text.match(word) ?? []).some((each) => {
    const letters = each.replace(micro, '')
    return scripts.filter((script) => script.test(letters)).length > 1
  })
}

/** Whether a text is what a keyboard without extras writes, single spaces within it included. */
export function isPlain(text: string): boolean {
  return /^[!-~]+( [!-~]+)*$/.test(text)
}
