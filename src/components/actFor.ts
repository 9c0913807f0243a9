import type { Command } from '../chart/commands.ts'
import type { DueItem } from '../chart/dueItem.ts'

/** The page on which something due is done, with the words of its button. */
export interface ActLink {
  readonly slug: string
  readonly label: string
  /** The command it ends in: who may not give it is told so instead of seeing the button. */
  readonly command: Command['kind']
}

const COLLECT: ActLink = { slug: 'collect', label: 'Collected now', command: 'recordCollection' }
const RESULT: ActLink = { slug: 'result', label: 'Enter the result', command: 'recordResult' }
const TITRATE: ActLink = { slug: 'titrate', label: 'Act on it', command: 'changeRate' }
const ORDER: ActLink = { slug: 'order', label: 'Decide', command: 'orderRate' }
const CHECK: ActLink = { slug: 'check', label: 'Second check', command: 'countersign' }
const COUNTERSIGN: ActLink = { slug: 'countersign', label: 'Countersign', command: 'countersign' }

const REVIEW_EVENT: ActLink = { slug: 'event-review', label: 'Review', command: 'reviewEvent' }

const BY_KIND: Readonly<Record<DueItem['kind'], ActLink>> = {
  'aptt-collection': COLLECT,
  'aptt-result': RESULT,
  titration: TITRATE,
  'mo-decision': ORDER,
  'bleeding-assessment': { slug: 'assess', label: 'Assess', command: 'assessBleeding' },
  restart: { slug: 'restart', label: 'Restart', command: 'restartInfusion' },
  weigh: { slug: 'weight', label: 'Record the weight', command: 'recordWeight' },
  'second-check': CHECK,
  signature: COUNTERSIGN,
  'mo-review': { slug: 'mo-review', label: 'Review', command: 'reviewInfusion' },
  'mo-told': { slug: 'mo-told', label: 'Name the MO', command: 'nameMoTold' },
  bloods: { slug: 'bloods', label: 'Bloods', command: 'recordBloods' },
  platelets: { slug: 'blood-results', label: 'Enter the count', command: 'recordBloods' },
  bag: { slug: 'bag', label: 'Hang a bag', command: 'hangBag' },
  observation: { slug: 'observe', label: 'Check for bleeding', command: 'recordObservation' },
  'adverse-event': REVIEW_EVENT,
  'procedure-cease': { slug: 'cease?for=procedure', label: 'Cease', command: 'ceaseInfusion' },
  'procedure-recommence': { slug: 'prescribe', label: 'Prescribe', command: 'prescribe' },
  'deviation-explained': {
    slug: 'deviation',
    label: 'Record who was told',
    command: 'explainDeviation',
  },
}

/** What somebody ordered is carried out; what the nomogram says is acted on (NOMO-17). */
const CARRY_OUT: ActLink = { ...TITRATE, label: 'Carry it out' }

/** Two people read the pump where nobody knows its rate (CHART-1). */
export const READ_THE_PUMP: ActLink = {
  slug: 'bedside-fact',
  label: 'Record the pump rate',
  command: 'recordBedsideFact',
}

const BY_ABOUT: Partial<Readonly<Record<NonNullable<DueItem['about']>, ActLink>>> = {
  suspension: { slug: 'clear', label: 'Review', command: 'clearSuspension' },
  'bolus-order': { slug: 'bolus-order', label: 'Decide on the bolus', command: 'orderBolus' },
  'read-the-pump': READ_THE_PUMP,
  'no-protocol': { slug: 'prescribe', label: 'Prescribe', command: 'prescribe' },
  interruption: { slug: 'resume', label: 'Resume', command: 'resumeInfusion' },
  'rate-order': CARRY_OUT,
  'keep-check': COUNTERSIGN,
  countersign: COUNTERSIGN,
  'minor-bleeding': REVIEW_EVENT,
  clots: REVIEW_EVENT,
  'procedure-end': { slug: 'procedure-end', label: 'Record the end', command: 'endProcedure' },
  'platelet-alert': {
    slug: 'platelet-alert',
    label: 'Answer the alert',
    command: 'answerPlateletAlert',
  },
}

/** Where a due item is dealt with. */
export function actFor({
  kind,
  about,
  stopAdvised,
  owner,
}: Pick<DueItem, 'kind' | 'about' | 'stopAdvised' | 'owner'>): ActLink {
  // Once it is prescribed the nurse carries it out (RECOM-1).
  if (kind === 'procedure-recommence' && about === null && owner === 'nurse') return RECOMMENCE
  if (stopAdvised && kind === 'titration') {
    return { slug: 'stop', label: 'STOP', command: 'stopInfusion' }
  }
  return (about ? BY_ABOUT[about] : undefined) ?? BY_KIND[kind]
}

/** TIME-3: the assessment comes before the restart. */
export const ASSESS_FIRST: ActLink = { ...BY_KIND['bleeding-assessment'], label: 'Assess first' }
export const PRESCRIBE: ActLink = { slug: 'prescribe', label: 'Prescribe', command: 'prescribe' }
export const WEIGH: ActLink = BY_KIND.weigh
export const START: ActLink = {
  slug: 'start',
  label: 'Start the infusion',
  command: 'startInfusion',
}
export const BOLUS: ActLink = { slug: 'bolus', label: 'Give the bolus', command: 'giveBolus' }
export const RECOMMENCE: ActLink = {
  slug: 'recommence',
  label: 'Recommence',
  command: 'recommenceInfusion',
}
export const RESUME: ActLink = { slug: 'resume', label: 'Resume', command: 'resumeInfusion' }
