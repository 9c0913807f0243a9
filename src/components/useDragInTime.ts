import { type PointerEvent, useRef } from 'react'
import { LEFT, RIGHT, WIDTH } from './trendScales.ts'

interface DragInTime {
  /** What is drawn now, in hours from side to side. */
  readonly hours: number
  readonly move: (hours: number) => void
}

/** Moves a drawing in time under the finger, or under the mouse. Who uses neither has buttons. */
export function useDragInTime({ hours, move }: DragInTime) {
  const from = useRef<number | null>(null)
  return {
    onPointerDown({ clientX, currentTarget, pointerId }: PointerEvent<SVGSVGElement>) {
      currentTarget.setPointerCapture(pointerId)
      from.current = clientX
    },
    onPointerMove({ clientX, currentTarget }: PointerEvent<SVGSVGElement>) {
      if (from.current === null) return
      const drawn = currentTarget.getBoundingClientRect().width * ((WIDTH - LEFT - RIGHT) / WIDTH)
      if (drawn <= 0) return
      move(((from.current - clientX) / drawn) * hours)
      from.current = clientX
    },
    onPointerUp: () => {
      from.current = null
    },
    onPointerCancel: () => {
      from.current = null
    },
  }
}
