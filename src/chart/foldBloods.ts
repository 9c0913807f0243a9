/** What blood results do to the chart. */
import { instantOf } from '../time.ts'
import type { Handlers } from './draft.ts'

export const bloodsHandlers = {
  bloodsOrdered(draft, { seq, happenedAt, tests }) {
    draft.bloodOrders.push({ seq, at: instantOf(happenedAt), tests })
  },
  bloodsResulted(draft, entry) {
    draft.bloods.push({
      seq: entry.seq,
      collectedAt: instantOf(entry.collectedAt),
      resultedAt: instantOf(entry.happenedAt),
      entry,
    })
    draft.bloods.sort((a, b) => a.collectedAt - b.collectedAt || a.seq - b.seq)
  },
  bloodsReviewed(draft, { seq, happenedAt, bloodsSeqs, goesOnWithout = [] }) {
    draft.bloodReviews.push({ seq, at: instantOf(happenedAt), bloodsSeqs, goesOnWithout })
  },
  plateletAlertAnswered(draft, { seq, happenedAt, bloodsSeq, fourTs = null }) {
    draft.alertAnswers.push({ seq, at: instantOf(happenedAt), bloodsSeq, fourTs })
  },
} satisfies Handlers
