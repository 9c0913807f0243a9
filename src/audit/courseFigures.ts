/** The two figures that follow whole infusions: time to the first therapeutic APTT, and time in range (AUDIT-1). */
import { isoOf } from '../time.ts'
import type { Episode, Span } from './facts.ts'
import type { Figure } from './figure.ts'
import type { InView } from './inView.ts'
import { wholeMinutesOf } from './minutes.ts'
import { isWithin, msWithin, overlap } from './stays.ts'
import { type Followed, sharePercent, survivalOf } from './survival.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** Minutes in range of minutes measured, of all infusions and of each. */
export function timeInRange(inView: readonly InView[]): Figure {
  const infusions = inView.flatMap(({ facts, windows }) =>
    facts.episodes.map(({ start, measured }) => ({
      chartId: facts.chartId,
      start,
      ms: msWithin(
        measured.flatMap(({ inRange }) => inRange),
        windows,
      ),
      ofMs: msWithin(measured, windows),
    })),
  )
  const measured = infusions.filter(({ ofMs }) => ofMs > 0)
  const ms = sum(measured.map((each) => each.ms))
  const ofMs = sum(measured.map((each) => each.ofMs))
  return {
    id: 'time-in-range',
    charts: measured.map((each) => ({
      chartId: each.chartId,
      count: wholeMinutesOf(each.ms),
      of: wholeMinutesOf(each.ofMs),
    })),
    value: {
      kind: 'in-range',
      minutes: wholeMinutesOf(ms),
      ofMinutes: wholeMinutesOf(ofMs),
      percent: sharePercent(ms, ofMs),
      infusions: measured.map(({ chartId, start, ...each }) => ({
        chartId,
        startedAt: isoOf(start),
        percent: sharePercent(each.ms, each.ofMs) ?? 0,
      })),
    },
  }
}

/** The Kaplan-Meier curve of the infusions that started on the ward in the period. */
export function timeToTherapeutic(inView: readonly InView[]): Figure {
  const followed = inView.flatMap(({ facts, windows }) =>
    facts.episodes.flatMap((episode) => {
      const ends = followedIn(episode, windows)
      return ends ? [{ chartId: facts.chartId, ...ends }] : []
    }),
  )
  const { steps, medianMs } = survivalOf(followed)
  return {
    id: 'time-to-therapeutic',
    charts: followed.map(({ chartId, reached }) => ({ chartId, count: reached ? 1 : 0, of: 1 })),
    value: {
      kind: 'curve',
      reached: followed.filter(({ reached }) => reached).length,
      of: followed.length,
      medianMinutes: medianMs === null ? null : wholeMinutesOf(medianMs),
      followedMinutes: wholeMinutesOf(
        followed.reduce((most, { ms }) => (ms > most ? ms : most), 0),
      ),
      steps: steps.map(({ ms, ...step }) => ({ ...step, minutes: wholeMinutesOf(ms) })),
    },
  }
}

/** An infusion that started in a window, followed as far as that window goes; null: it started elsewhere or before. */
function followedIn(
  { start, followedTo, therapeuticAt }: Episode,
  windows: readonly Span[],
): Followed | null {
  const window = windows.find((each) => isWithin(start, [each]))
  if (!window) return null
  if (therapeuticAt !== null && therapeuticAt < window.to)
    return { ms: therapeuticAt - start, reached: true }
  const seen = overlap({ from: start, to: followedTo }, window)
  return { ms: seen ? seen.to - seen.from : 0, reached: false }
}
