/**
 * The steps that each guideline asks for, as tasks that a person ticks (BLEED-1, FALL-1, HIT-1, AE-1, PROC-1).
 * What the procedure does not say is marked as a local decision.
 */
import { deepFreeze } from './deepFreeze.ts'
import type { RuleId } from './ruleId.ts'

/** One step of a guideline. */
export interface GuidelineStep {
  /** Stable: ticks on the record name it. */
  readonly id: string
  readonly text: string
  readonly who: 'nurse' | 'mo' | 'anybody'
  /** Whether the tick names a person and the time they were spoken to. */
  readonly asks: 'name-and-time' | null
  /** Whose name is asked for. */
  readonly named?: string
  /** It is done by ceasing the infusion, not by a tick. */
  readonly isTheCease?: true
  /** Only where somebody thinks of it. */
  readonly ifConsidered?: true
  readonly localDecision?: true
}

/** A guideline with its steps in order. */
export interface GuidelineSteps {
  readonly title: string
  readonly rule: RuleId
  readonly steps: readonly GuidelineStep[]
}

const CEASE: GuidelineStep = {
  id: 'cease',
  text: 'Cease the infusion: STOP',
  who: 'anybody',
  asks: null,
  isTheCease: true,
}
const MEDICAL_REVIEW: GuidelineStep = {
  id: 'medical-review-asked-for',
  text: 'Ask for a medical review now',
  who: 'nurse',
  asks: 'name-and-time',
  named: 'Name of the MO',
}

/** Every guideline by its name on the record. */
export const GUIDELINES = deepFreeze({
  'minor-bleed': {
    title: 'Minor bleeding',
    rule: 'BLEED-1',
    steps: [
      {
        id: 'mo-told',
        text: 'Tell the MO what was seen, and where',
        who: 'nurse',
        asks: 'name-and-time',
        named: 'Name of the MO',
      },
      {
        id: 'dose-and-aptts-looked-at',
        text: 'Dose and last APTTs looked at again',
        who: 'mo',
        asks: null,
      },
      {
        id: 'risks-looked-at',
        text: 'Bleeding risks looked at, antiplatelets among them',
        who: 'mo',
        asks: null,
      },
    ],
  },
  'major-bleed': {
    title: 'Suspected major bleeding',
    rule: 'BLEED-1',
    steps: [
      CEASE,
      { id: 'pace-call', text: 'PACE call made', who: 'anybody', asks: null },
      {
        id: 'urgent-bloods',
        text: 'Urgent FBC, APTT, group and antibody screen sent',
        who: 'anybody',
        asks: null,
      },
      {
        id: 'retroperitoneal-thought-of',
        text: 'Unexplained pain in back, leg or belly: a retroperitoneal bleed thought of',
        who: 'mo',
        asks: null,
      },
      {
        id: 'plasma-or-platelets-considered',
        text: 'Fresh frozen plasma or platelets considered',
        who: 'mo',
        asks: null,
      },
      {
        id: 'haematologist-before-protamine',
        text: 'Protamine: the haematologist spoken to before any is given',
        who: 'mo',
        asks: 'name-and-time',
        named: 'Name of the haematologist',
        ifConsidered: true,
      },
    ],
  },
  fall: {
    title: 'Fall',
    rule: 'FALL-1',
    steps: [
      MEDICAL_REVIEW,
      {
        id: 'head-injury-looked-for',
        text: 'Looked for a head injury; with any sign of one: STOP',
        who: 'anybody',
        asks: null,
      },
      {
        id: 'falls-procedure',
        text: 'Falls procedure followed (SESLHDPR/380)',
        who: 'nurse',
        asks: null,
      },
    ],
  },
  'head-injury': {
    title: 'Head injury after a fall',
    rule: 'FALL-1',
    steps: [
      CEASE,
      {
        id: 'patients-mo-told',
        text: 'Talk to the patient’s MO now',
        who: 'anybody',
        asks: 'name-and-time',
        named: 'Name of the MO',
      },
      { id: 'urgent-ct', text: 'Urgent CT arranged', who: 'mo', asks: null },
      {
        id: 'urgent-bloods',
        text: 'Urgent FBC and APTT sent, PT/INR too if on warfarin',
        who: 'anybody',
        asks: null,
      },
      { id: 'group-and-hold', text: 'Group and hold sent', who: 'anybody', asks: null },
    ],
  },
  hit: {
    title: 'Suspected HIT',
    rule: 'HIT-1',
    steps: [
      {
        id: 'haematology-asked',
        text: 'Talk to the haematology consultant or registrar',
        who: 'mo',
        asks: 'name-and-time',
        named: 'Name of the haematologist',
      },
      {
        id: 'four-ts-score',
        text: '4Ts score worked out',
        who: 'mo',
        asks: null,
        ifConsidered: true,
        localDecision: true,
      },
      {
        id: 'cease-decided',
        text: 'Decided whether heparin is ceased',
        who: 'mo',
        asks: null,
        localDecision: true,
      },
    ],
  },
  'allergic-reaction': {
    title: 'Allergic reaction',
    rule: 'AE-1',
    steps: [
      MEDICAL_REVIEW,
      {
        id: 'reaction-with-allergies',
        text: 'Reaction written down with the allergies',
        who: 'anybody',
        asks: null,
        localDecision: true,
      },
    ],
  },
  'adverse-event': {
    title: 'Adverse event',
    rule: 'AE-1',
    steps: [
      MEDICAL_REVIEW,
      {
        id: 'incident-report',
        text: 'Incident report written in the incident system',
        who: 'anybody',
        asks: null,
      },
    ],
  },
  procedure: {
    title: 'Procedure',
    rule: 'PROC-1',
    steps: [
      {
        id: 'plan-on-record',
        text: 'Plan for before and after, in the health care record',
        who: 'mo',
        asks: null,
      },
      {
        id: 'consultant-asked',
        text: 'Haematology or cardiology asked',
        who: 'mo',
        asks: 'name-and-time',
        named: 'Name of the consultant',
        ifConsidered: true,
      },
      {
        id: 'no-bleeding-afterwards',
        text: 'Afterwards: no bleeding, before heparin goes on',
        who: 'anybody',
        asks: null,
      },
    ],
  },
} as const satisfies Readonly<Record<string, GuidelineSteps>>)
