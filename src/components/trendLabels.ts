/** A figure beside what it tells, from its left edge on, in the units of the drawing. */
interface Label {
  readonly left: number
  readonly text: string
}

const FIGURE_WIDTH = 8
const GAP = 4

/**
 * Above or below its line, for each label from left to right: above, but where it would run into the one before it
 * on the other side than that one. Two figures that touch would read as one that is neither.
 */
export function labelSides(labels: readonly Label[]): ('above' | 'below')[] {
  const sides: ('above' | 'below')[] = []
  for (const [index, { left }] of labels.entries()) {
    const before = labels[index - 1]
    const isTight = before !== undefined && left < rightOf(before) + GAP
    sides.push(isTight && sides[index - 1] === 'above' ? 'below' : 'above')
  }
  return sides
}

function rightOf({ left, text }: Label): number {
  return left + widthOf(text)
}

/** How wide a text is drawn, roughly. */
export function widthOf(text: string): number {
  return text.length * FIGURE_WIDTH
}
