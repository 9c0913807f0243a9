import type { Outcome } from './timelineLines.ts'
import type { IconName } from './ui/Icon.tsx'

/** What became of an act of two signatures, in words with their icon. */
export const OUTCOMES: Readonly<Record<Outcome, { word: string; icon: IconName; tone: string }>> = {
  'in-effect': { word: 'In effect: two signatures', icon: 'check', tone: 'good' },
  'awaits-check': { word: 'Awaits its second check', icon: 'second', tone: 'soon' },
  'awaits-read-back': { word: 'Awaits the pump’s read-back', icon: 'second', tone: 'soon' },
  withdrawn: { word: 'Withdrawn: nothing was changed', icon: 'cross', tone: 'quiet' },
  'differed-twice': {
    word: 'Void, the check differed twice: nothing was changed',
    icon: 'cross',
    tone: 'quiet',
  },
  voided: { word: 'Void: something came between', icon: 'cross', tone: 'quiet' },
  lapsed: { word: 'Lapsed: nothing was changed', icon: 'cross', tone: 'quiet' },
}
