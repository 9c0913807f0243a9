import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { isFirstScreenThere } from '../store/firstScreen.ts'
import type { State } from '../store/state.ts'
import { useStoreState } from '../store/useChart.ts'

const PRODUCT = 'IV heparin chart'
const CHART = /^\/charts\/([^/]+)/

/**
 * Names the tab after its page, and a chart's after its bed. Tabs, histories and the task list of a tablet show it to
 * everybody, so a patient's name or number never stands there (H98).
 */
export function PageTitle({ page }: { page?: PageAnywhere | undefined }) {
  const [address] = useLocation()
  const isAdministrator = useStoreState(
    ({ session }) =>
      session.status === 'signed-in' && session.session.user.role === 'administrator',
  )
  const bed = useStoreState((state) => (page === undefined ? bedAt(address, state) : null))
  const isShown = useStoreState(isFirstScreenThere)
  useEffect(() => {
    if (!isShown) return undefined
    let isHere = true
    void titleAt(address, page, isAdministrator).then((title) => {
      if (isHere) document.title = bed === null ? title : `Bed ${bed}, ${title}`
    })
    return () => {
      isHere = false
    }
  }, [address, page, isAdministrator, bed, isShown])
  return null
}

/** A page that stands at any address. */
export type PageAnywhere = 'sign-in' | 'locked' | 'stop-anywhere'

/** The words are those of the help, which is loaded late; until then, and without it, the product's name stands. */
async function titleAt(
  address: string,
  page: PageAnywhere | undefined,
  isAdministrator: boolean,
): Promise<string> {
  try {
    const { helpFor, noHelp, wardHelp } = await import('./help/helpFor.ts')
    const help = page === undefined ? helpFor(address, isAdministrator) : wardHelp[page]
    return `${(help ?? noHelp).title}: ${PRODUCT}`
  } catch {
    return PRODUCT
  }
}

function bedAt(address: string, { charts, lockedFor }: State): string | null {
  const [, chartId = ''] = CHART.exec(address) ?? []
  const record = charts[chartId]
  return lockedFor === null && record?.status === 'ready' ? record.chart.bed : null
}
