import { expect } from 'vitest'
import type { Decision } from '../../../src/chart/decision.ts'
import type { Entry } from '../../../src/chart/entries.ts'
import type { Signer } from '../../../src/chart/people.ts'
import type { RefusalCode } from '../../../src/chart/refusals.ts'
import type { RuleId } from '../../../src/protocols/ruleId.ts'
import type { Course, Fields, Kind } from './course.ts'
import type { Who } from './people.ts'

/**
 * A sentence about the record: `given(course).when('adams', 'changeRate', fields).thenEntry({ kind: 'rateChanged' })`.
 * `when` gives the command at the course's clock; `thenEntry` and `thenRefused` say what it became.
 */
export function given(course: Course) {
  return {
    at: (clock: string) => given(course.at(clock)),
    when: <K extends Kind>(who: Who | Signer, kind: K, fields: Fields<K>) =>
      outcome(course, course.decide(who, kind, fields)),
    whenChecked: (who: Who | Signer, actSeq: number, figures: object = {}) =>
      outcome(course, course.check(who, actSeq, figures), true),
  }
}

function outcome(course: Course, decision: Decision, appended = false) {
  return {
    /** One entry with these fields, which is on the chart from here; gives it. */
    thenEntry(fields: object): Entry {
      if (decision.kind !== 'accepted') {
        throw new Error(`${decision.kind}: ${JSON.stringify(decision.refusal)}`)
      }
      expect(decision.entry).toMatchObject(fields)
      if (!appended) return course.append(decision.entry)
      const last = course.entries.at(-1)
      if (!last) throw new Error('nothing on the chart')
      return last
    },
    /** Refused with this code, citing these rules; nothing is written. */
    thenRefused(code: RefusalCode, ...rules: RuleId[]) {
      if (decision.kind !== 'refused') throw new Error(`not refused: ${decision.kind}`)
      expect(decision.refusal.code).toBe(code)
      expect(decision.refusal.rules).toEqual(expect.arrayContaining(rules))
      return decision.refusal
    },
    /** A second check that differs: refused, and its entry is kept (SIGN-4). */
    thenMismatch(code: RefusalCode) {
      if (decision.kind !== 'mismatch') throw new Error(`no mismatch: ${decision.kind}`)
      expect(decision.refusal.code).toBe(code)
      if (!appended) course.append(decision.entry)
      return decision.refusal
    },
  }
}
