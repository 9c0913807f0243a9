/** The board by hand: elements made once, texts written where they changed. */
import '../../../src/components/styles/tokens.css'
import '../../../src/components/styles/base.css'
import bar from '../../../src/components/AppBar.module.css'
import page from '../../../src/components/WardBoard.module.css'
import type { Board } from '../../../src/store/wire.ts'
import { type Instant, minuteOf } from '../../../src/time.ts'
import { clockText } from '../../../src/wording.ts'
import { followWard, readBoard, readSeat } from '../../web/wardFeed.ts'
import { apttQuestion } from './apttQuestion.ts'
import { element } from './element.ts'
import { type Row, rowElement } from './rowElement.ts'

const rows = new Map<string, Row>()
const seat = await readSeat()
let board = await readBoard(seat.wardId)
let shown = board.now

const clock = element('p', bar.clock)
const count = element('span', page.count)
const list = element('ol', page.rows)
document
  .getElementById('root')
  ?.append(
    element('header', bar.bar, [
      element('a', bar.ward, [
        element('span', bar.wardName, [seat.wardName]),
        element('span', bar.product, ['IV heparin']),
      ]),
      clock,
      element('p', bar.name, [seat.person]),
    ]),
    element('main', page.page, [
      element('div', page.head, [
        element('h1', page.title, ['Heparin infusions ', count]),
        element('a', '', ['New chart']),
      ]),
      element('label', '', ['Find a patient by name, MRN or bed ', element('input', '')]),
      list,
    ]),
  )
show(board, board.now)

followWard(seat.wardId, {
  entry: () => void renew(),
  beat(now) {
    if (minuteOf(now) === minuteOf(shown)) return
    show(board, now)
    void renew()
  },
})

async function renew(): Promise<void> {
  board = await readBoard(seat.wardId)
  show(board, board.now)
}

function show({ charts }: Board, now: Instant): void {
  shown = now
  clock.textContent = clockText(now, seat.zone)
  count.textContent = `${charts.length}`
  const order = charts.map((row) => {
    const known = rows.get(row.chartId) ?? rowElement(row.chartId)
    rows.set(row.chartId, known)
    known.show(row, now, seat.zone)
    return known.item
  })
  const isSame = order.every((item, index) => list.children[index] === item)
  if (!isSame || list.children.length !== order.length) list.replaceChildren(...order)
}

function openQuestion(): void {
  if (location.hash === '#aptt') apttQuestion()
}
addEventListener('hashchange', openQuestion)
openQuestion()
