import { type PointerEvent, useRef } from 'react'
import { LEFT, RIGHT, WIDTH } from './trendScales.ts'

interface TouchInTime {
  /** Moves what is drawn by a part of its width: below zero to what was earlier. */
  readonly move: (part: number) => void
  /** Brings it nearer by a factor, around what stands at a part of its width. */
  readonly zoom: (factor: number, part: number) => void
}

/** Two fingers nearer to one another than this, in pixels, tell no distance. */
const LEAST_APART = 24

/** Moves a drawing in time under one finger or the mouse, and brings it nearer by two. Who uses neither has buttons. */
export function useTouchInTime({ move, zoom }: TouchInTime) {
  const fingers = useRef(new Map<number, Place>())
  const lift = ({ pointerId }: PointerEvent<SVGSVGElement>) => {
    fingers.current.delete(pointerId)
  }
  return {
    onPointerDown({
      clientX: x,
      clientY: y,
      currentTarget,
      pointerId,
    }: PointerEvent<SVGSVGElement>) {
      currentTarget.setPointerCapture(pointerId)
      fingers.current.set(pointerId, { x, y })
    },
    onPointerMove({
      clientX: x,
      clientY: y,
      currentTarget,
      pointerId,
    }: PointerEvent<SVGSVGElement>) {
      if (!fingers.current.has(pointerId)) return
      const before = gripOf(fingers.current)
      fingers.current.set(pointerId, { x, y })
      const after = gripOf(fingers.current)
      const { left, width } = drawnOf(currentTarget)
      if (width <= 0) return
      move((before.x - after.x) / width)
      if (before.apart >= LEAST_APART && after.apart >= LEAST_APART) {
        zoom(after.apart / before.apart, (after.x - left) / width)
      }
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  }
}

interface Place {
  readonly x: number
  readonly y: number
}

/** Where the fingers hold the drawing: the middle of the first two, and how far they are apart. */
function gripOf(fingers: ReadonlyMap<number, Place>): {
  readonly x: number
  readonly apart: number
} {
  const [one, other] = fingers.values()
  if (one === undefined || other === undefined) return { x: one?.x ?? 0, apart: 0 }
  return { x: (one.x + other.x) / 2, apart: Math.hypot(one.x - other.x, one.y - other.y) }
}

/** The place of the drawing between its scale and its right edge. */
function drawnOf(svg: SVGSVGElement): { readonly left: number; readonly width: number } {
  const { left, width } = svg.getBoundingClientRect()
  return { left: left + (LEFT / WIDTH) * width, width: ((WIDTH - LEFT - RIGHT) / WIDTH) * width }
}
