import type { Chart } from '../chart/chart.ts'
import { LinkButton } from './LinkButton.tsx'
import classes from './OtherActs.module.css'
import { pages } from './pages.ts'
import { Disclosure } from './ui/Disclosure.tsx'

interface Other {
  readonly slug: string
  readonly label: string
  readonly when: (chart: Chart) => boolean
}

const OTHERS: readonly Other[] = [
  {
    slug: 'collect',
    label: 'APTT collected',
    when: ({ infusion }) => infusion.status !== 'ceased',
  },
  { slug: 'result', label: 'Enter a result', when: () => true },
  { slug: 'prescribe', label: 'Prescribe', when: ({ weight }) => weight !== null },
  { slug: 'weight', label: 'Weight', when: () => true },
  {
    slug: 'interrupt',
    label: 'Infusion is off',
    when: ({ infusion }) => infusion.status === 'running',
  },
  { slug: 'cease', label: 'Cease as planned', when: ({ infusion }) => isOn(infusion.status) },
  { slug: 'bedside-fact', label: 'Found at the bedside', when: () => true },
  { slug: 'note', label: 'Note', when: () => true },
  { slug: 'handover', label: 'Handover', when: () => true },
  { slug: 'leaflet', label: 'Patient leaflet', when: () => true },
  { slug: 'education', label: 'Education given', when: () => true },
  { slug: 'strike-out', label: 'Strike out', when: () => true },
  { slug: 'transfer', label: 'Move ward', when: () => true },
  { slug: 'close', label: 'Close the chart', when: ({ infusion }) => infusion.status === 'ceased' },
]

/** There is something to cease. */
function isOn(status: Chart['infusion']['status']): boolean {
  return status !== 'not-started' && status !== 'ceased'
}

/** What else can be recorded on this chart, whatever is due. */
export function OtherActs({ chart }: { chart: Chart }) {
  const offered = OTHERS.filter(({ slug, when }) => Object.hasOwn(pages, slug) && when(chart))
  if (!chart.open || offered.length === 0) return null
  return (
    <Disclosure summary="Record something else" icon="plus">
      <nav aria-label="Also on this chart">
        <ul className={classes.list}>
          {offered.map(({ slug, label }) => (
            <li key={slug}>
              <LinkButton href={`/charts/${chart.chartId}/${slug}`} look="quiet" small wide>
                {label}
              </LinkButton>
            </li>
          ))}
        </ul>
      </nav>
    </Disclosure>
  )
}
