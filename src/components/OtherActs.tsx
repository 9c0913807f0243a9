import type { Chart } from '../chart/chart.ts'
import { recommencingOrder } from '../chart/recommencingOrder.ts'
import { LinkButton } from './LinkButton.tsx'
import classes from './OtherActs.module.css'
import { pages } from './pages.ts'
import { Disclosure } from './ui/Disclosure.tsx'

interface Other {
  readonly slug: string
  readonly label: string
  /** Offered only then; without it, always. */
  readonly when?: (chart: Chart) => boolean
}

interface Group {
  readonly title: string
  readonly others: readonly Other[]
}

const GROUPS: readonly Group[] = [
  {
    title: 'Infusion',
    others: [
      { slug: 'prescribe', label: 'Prescribe', when: ({ weight }) => weight !== null },
      {
        slug: 'bag',
        label: 'Hang a bag',
        when: (chart) => isOn(chart.infusion.status) || recommencingOrder(chart) !== null,
      },
      {
        slug: 'interrupt',
        label: 'Infusion is off',
        when: ({ infusion }) => infusion.status === 'running',
      },
      { slug: 'cease', label: 'Cease as planned', when: ({ infusion }) => isOn(infusion.status) },
      { slug: 'bedside-fact', label: 'Found at the bedside' },
    ],
  },
  {
    title: 'Samples and bloods',
    others: [
      {
        slug: 'collect',
        label: 'APTT collected',
        when: ({ infusion }) => infusion.status !== 'ceased',
      },
      { slug: 'result', label: 'Enter a result' },
      { slug: 'bloods', label: 'Bloods and platelets' },
    ],
  },
  {
    title: 'Patient',
    others: [
      { slug: 'observe', label: 'Bleeding check' },
      { slug: 'fall', label: 'Fall' },
      { slug: 'adverse-event', label: 'Adverse event' },
      { slug: 'weight', label: 'Weight' },
      { slug: 'procedure', label: 'Procedure' },
      { slug: 'medicines', label: 'Other medicines' },
      { slug: 'allergies', label: 'Allergies' },
      { slug: 'second-indication', label: 'Second indication' },
    ],
  },
  {
    title: 'Review and handover',
    others: [
      { slug: 'mo-review', label: 'MO review' },
      { slug: 'pharmacist-review', label: 'Pharmacist review' },
      { slug: 'handover', label: 'Handover' },
      { slug: 'leaflet', label: 'Patient leaflet' },
      { slug: 'education', label: 'Education given' },
    ],
  },
  {
    title: 'Record',
    others: [
      { slug: 'note', label: 'Note' },
      { slug: 'readings', label: 'Who has read' },
      { slug: 'strike-out', label: 'Strike out' },
      { slug: 'amo', label: 'Change the AMO' },
      { slug: 'transfer', label: 'Move ward' },
      {
        slug: 'close',
        label: 'Close the chart',
        when: ({ infusion }) => infusion.status === 'ceased',
      },
    ],
  },
]

/** There is something to cease. */
function isOn(status: Chart['infusion']['status']): boolean {
  return status !== 'not-started' && status !== 'ceased'
}

/** What else can be recorded on this chart, whatever is due. */
export function OtherActs({ chart }: { chart: Chart }) {
  if (!chart.open) return null
  const groups = GROUPS.map(({ title, others }) => ({
    title,
    others: others.filter(
      ({ slug, when }) => Object.hasOwn(pages, slug) && (when?.(chart) ?? true),
    ),
  }))
  return (
    <Disclosure summary="Record something else" icon="plus">
      <nav aria-label="Also on this chart" className={classes.groups}>
        {groups
          .filter(({ others }) => others.length > 0)
          .map(({ title, others }) => (
            <div key={title}>
              <h3 className={classes.title}>{title}</h3>
              <ul className={classes.list}>
                {others.map(({ slug, label }) => (
                  <li key={slug}>
                    <LinkButton href={`/charts/${chart.chartId}/${slug}`} look="quiet" small wide>
                      {label}
                    </LinkButton>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </nav>
    </Disclosure>
  )
}
