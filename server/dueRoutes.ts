import type { Entry, EntryKind } from '../src/chart/entries.ts'
import { isoOf } from '../src/time.ts'
import type { App } from './app.ts'
import { noteWardReading } from './chartReadings.ts'
import { dueView } from './chartView.ts'
import { dueReply } from './dueReply.ts'
import { problems } from './replies.ts'
import { senderOf } from './senders.ts'
import type { Services } from './services.ts'
import type { OpenOnWard } from './wardCharts.ts'
import { wardOf, wardParams } from './wardRoutes.ts'

/** All that is due on a ward, and what wants a pharmacist's eye. */
export function dueRoutes(app: App, { wardCharts, clock, readings }: Services): void {
  app.get(
    '/api/wards/:wardId/due',
    {
      schema: {
        summary: 'All that is due on the open charts of a ward, most urgent first',
        params: wardParams,
        response: { 200: dueReply, ...problems(401, 404) },
      },
    },
    async (request) => {
      const now = clock.now()
      const wardId = wardOf(request, request.params)
      noteWardReading(readings, senderOf(request), 'due', wardId)
      const { places, damaged } = await wardCharts.openOn(wardId, now)
      return { now: isoOf(now), charts: places.map(dueOf), damaged: [...damaged] }
    },
  )
}

function dueOf({ chart, due, line }: OpenOnWard['places'][number]) {
  const review = chart.pharmacistReviews.at(-1)
  const moReview = chart.moReviews.at(-1)
  return {
    chartId: chart.chartId,
    patient: chart.patient,
    bed: chart.bed,
    due: due.map((item) => ({
      ...dueView(item),
      from: actKind(chart.entries, item.anchor.seq),
    })),
    concerns: line.concerns.map(({ kind, at, rules, names }) => ({
      kind,
      at: isoOf(at),
      rules: [...rules],
      names: [...names],
    })),
    lastPharmacistReview: review
      ? { at: isoOf(review.at), by: review.by, concern: review.concern }
      : null,
    lastMoReviewAt: moReview ? isoOf(moReview.at) : null,
  }
}

/** What the due time counts from; the act that it puts into effect stands for a countersign. */
function actKind(entries: readonly Entry[], seq: number): EntryKind | null {
  const entry = entries.find((each) => each.seq === seq)
  return entry?.kind === 'countersigned' ? actKind(entries, entry.actSeq) : (entry?.kind ?? null)
}
