import classes from '../../../src/components/BoardRow.module.css'
import { boardRowWords } from '../../../src/components/boardWords.ts'
import type { BoardRow } from '../../../src/store/wire.ts'
import type { Instant, TimeZone } from '../../../src/time.ts'
import { element } from './element.ts'

/** A row that stands, to be written anew. */
export interface Row {
  readonly item: HTMLLIElement
  show(row: BoardRow, now: Instant, zone: TimeZone): void
}

const RING = 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 7v6'

function icon(): SVGSVGElement {
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', RING)
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('width', '24')
  drawing.setAttribute('fill', 'none')
  drawing.setAttribute('stroke', 'currentcolor')
  drawing.append(path)
  return drawing
}

/** The row of a chart, with nothing written yet. */
export function rowElement(chartId: string): Row {
  const word = element('span', 'visuallyHidden')
  const what = element('span', classes.what)
  const when = element('span', classes.when)
  const next = element('span', classes.next, [icon(), element('span', '', [word, what, when])])
  const bed = document.createTextNode('')
  const name = element('span', classes.name)
  const about = element('span', classes.quiet)
  const running = element('span', classes.running)
  const link = element('a', classes.row, [
    next,
    element('span', classes.bed, [element('span', classes.label, ['Bed']), ' ', bed]),
    element('span', classes.patient, [name, about]),
    running,
  ])
  link.href = `/charts/${chartId}`
  const item = element('li', classes.item, [link])
  return {
    item,
    show(row, now, zone) {
      const words = boardRowWords(row, now, zone)
      const { urgency, title } = words.next
      const tone = urgency?.tone ?? 'quiet'
      const look = tone === 'quiet' ? classes.later : classes[tone]
      write(word, urgency ? `${urgency.word}: ` : '')
      write(what, title)
      write(when, words.next.when ?? '')
      write(bed, words.bed)
      write(name, words.patient)
      write(about, [words.protocol, words.run ?? '', ...words.notes].join(' '))
      write(running, runningText(words.running))
      const nextClass = `${classes.next} ${look}`
      if (next.className !== nextClass) next.className = nextClass
    },
  }
}

function runningText(words: ReturnType<typeof boardRowWords>['running']): string {
  const { rate, off, since, isSuspended } = words
  const runs = rate === null ? `${off} ${since ?? ''}` : `${rate} mL/hr`
  return `${runs} ${isSuspended ? 'Suspended' : ''}`
}

function write(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text
}
