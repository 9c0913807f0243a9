import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { Leaflet, LeafletPart } from '../../../src/components/leaflet/leaflet.ts'

const wordsOf = (text: string) => text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? []

/** The sentences of a text; what ends without a stop, such as a point of a list, ends there. */
export function sentencesOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/(?<=[.!?:])\s+/))
    .filter((sentence) => wordsOf(sentence).length > 0)
}

export function wordCount(text: string): number {
  return wordsOf(text).length
}

/** The school year that a text asks for, by the Flesch-Kincaid formula. */
export function readingGrade(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf)
  return fleschKincaid({
    sentence: sentencesOf(texts).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  })
}

/** What the leaflet says in whole sentences, without titles and points, whose shortness would flatter the figure. */
export function proseOf({ opening, parts, signs }: Leaflet): string[] {
  return [opening, ...parts.flatMap(sentencesIn), signs.says, signs.closing]
}

function sentencesIn({ says, points = [] }: LeafletPart): string[] {
  return [...says, ...points.filter((point) => point.endsWith('.'))]
}

/** Every word of the leaflet. */
export function everyTextOf(leaflet: Leaflet): string[] {
  const all = (part: LeafletPart) => [part.title, ...part.says, ...(part.points ?? [])]
  const { title, opening, parts, signs } = leaflet
  const ofSigns = [signs.title, signs.says, ...signs.groups.flatMap(all), signs.closing]
  return [title, opening, ...parts.flatMap(all), ...ofSigns]
}
