import { expect } from 'vitest'
import { type Expected, type Leaves, momentOf } from '../../server/scenario.ts'
import type { Chart } from '../../src/chart/chart.ts'
import { dueItems } from '../../src/chart/due.ts'
import type { DueItem } from '../../src/chart/dueItem.ts'
import { pendingAt } from '../../src/chart/pending.ts'
import { resultsAt, therapeuticRun } from '../../src/chart/results.ts'
import { type Instant, isoOf } from '../../src/time.ts'
import { clockText } from '../../src/wording.ts'

const WARD_ZONE = 'Australia/Sydney'

/** What comes round on every chart: while it waits, a scenario tells of it only where the story is about it. */
const ROUNDS: ReadonlySet<DueItem['kind']> = new Set([
  'mo-review',
  'mo-told',
  'bloods',
  'platelets',
  'bag',
  'observation',
])

/**
 * Expects of a chart at a moment what a scenario tells: every fact that it names, and no due item or result beside,
 * save a round that waits and that the scenario does not name.
 */
export function expectState(
  chart: Chart,
  told: Leaves | Expected,
  { now, anchor }: { readonly now: Instant; readonly anchor: Instant },
): void {
  const iso = (time: string) => isoOf(momentOf(time, anchor))
  const { due, restart, ...plain } = told
  const wanted = {
    ...Object.fromEntries(Object.entries(plain).filter(([name]) => name !== 'at')),
    ...(due && {
      due: due.map(({ dueAt, overdueAt, ...item }) => ({
        ...item,
        dueAt: iso(dueAt),
        ...(overdueAt === undefined ? {} : { overdueAt: iso(overdueAt) }),
      })),
    }),
    ...(restart && {
      restart: {
        ...restart,
        notBefore: restart.notBefore === null ? null : iso(restart.notBefore),
      },
    }),
  }
  const named = new Set(due?.map(({ kind }) => kind))
  const isTold = ({ kind, status }: DueItem) =>
    !ROUNDS.has(kind) || status !== 'waiting' || named.has(kind)
  expect(stateOf(chart, now, isTold)).toMatchObject(wanted)
}

function stateOf(chart: Chart, now: Instant, isTold: (item: DueItem) => boolean) {
  const { infusion, restrictions, suspensions, owed } = chart
  const pending = pendingAt(chart, now)
  const stop = infusion.stop
  return {
    status: infusion.status,
    rateMlPerHour: infusion.rateMlPerHour,
    therapeuticRun: therapeuticRun(chart, now),
    restrictions,
    suspended: suspensions.map(({ reason }) => reason),
    pending: pending && { kind: pending.kind, by: pending.by.userId, step: pending.step },
    results: resultsAt(chart, now).map(({ result, use }) => ({ text: result.text, use })),
    restart: stop && {
      notBefore: stop.restartNotBefore && isoOf(stop.restartNotBefore),
      rateMlPerHour: stop.restartRateMlPerHour,
    },
    signaturesOwed: owed.length,
    advises: advisedAt(chart, now),
    due: dueItems(chart, now)
      .filter(isTold)
      .map((item) => ({
        kind: item.kind,
        about: item.about,
        owner: item.owner,
        status: item.status,
        dueAt: isoOf(item.dueAt),
        overdueAt: item.overdueAt === null ? null : isoOf(item.overdueAt),
        shows: clockText(item.dueAt, WARD_ZONE).replace('\u00a0', ' '),
      })),
  }
}

/** What the nomogram answers to the result recorded last. */
function advisedAt(chart: Chart, now: Instant): string {
  const last = chart.entries.findLast(({ kind }) => kind === 'apttResulted')
  const view = resultsAt(chart, now).find(({ result }) => result.seq === last?.seq)
  return view?.advice?.kind ?? 'nothing'
}
