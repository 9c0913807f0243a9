import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** A page of one chart, below its patient banner, at `/charts/:id/<act>`; loaded when it is first opened. */
export type ActPage = LazyExoticComponent<ComponentType<{ chartId: string }>>

function page<K extends string>(
  load: () => Promise<Record<K, ComponentType<{ chartId: string }>>>,
  name: K,
): ActPage {
  return lazy(() => load().then((module) => ({ default: module[name] })))
}

/** The acts of a chart by their place in the address. */
export const pages: Readonly<Record<string, ActPage>> = {
  stop: page(() => import('./bedside/StopPage.tsx'), 'StopPage'),
  collect: page(() => import('./bedside/CollectPage.tsx'), 'CollectPage'),
  result: page(() => import('./bedside/ResultPage.tsx'), 'ResultPage'),
  titrate: page(() => import('./bedside/TitratePage.tsx'), 'TitratePage'),
  check: page(() => import('./bedside/CheckPage.tsx'), 'CheckPage'),
  countersign: page(() => import('./bedside/CountersignPage.tsx'), 'CountersignPage'),
  weight: page(() => import('./bedside/WeightPage.tsx'), 'WeightPage'),
  prescribe: page(() => import('./bedside/PrescribePage.tsx'), 'PrescribePage'),
  bolus: page(() => import('./bedside/BolusPage.tsx'), 'BolusPage'),
  'withhold-bolus': page(() => import('./bedside/WithholdBolusPage.tsx'), 'WithholdBolusPage'),
  bag: page(() => import('./bedside/BagPage.tsx'), 'BagPage'),
  start: page(() => import('./bedside/StartPage.tsx'), 'StartPage'),
  restart: page(() => import('./bedside/RestartPage.tsx'), 'RestartPage'),
  resume: page(() => import('./bedside/ResumePage.tsx'), 'ResumePage'),
  recommence: page(() => import('./bedside/RecommencePage.tsx'), 'RecommencePage'),
  interrupt: page(() => import('./bedside/InterruptPage.tsx'), 'InterruptPage'),
  cease: page(() => import('./bedside/CeasePage.tsx'), 'CeasePage'),
  'bedside-fact': page(() => import('./bedside/FactPage.tsx'), 'FactPage'),
  order: page(() => import('./bedside/OrderPage.tsx'), 'OrderPage'),
  'bolus-order': page(() => import('./bedside/BolusOrderPage.tsx'), 'BolusOrderPage'),
  assess: page(() => import('./bedside/AssessPage.tsx'), 'AssessPage'),
  observe: page(() => import('./bedside/ObservePage.tsx'), 'ObservePage'),
  fall: page(() => import('./bedside/FallPage.tsx'), 'FallPage'),
  'adverse-event': page(() => import('./bedside/AdverseEventPage.tsx'), 'AdverseEventPage'),
  'event-review': page(() => import('./bedside/EventReviewPage.tsx'), 'EventReviewPage'),
  guideline: page(() => import('./bedside/GuidelinePage.tsx'), 'GuidelinePage'),
  clear: page(() => import('./bedside/ClearPage.tsx'), 'ClearPage'),
  'strike-out': page(() => import('./bedside/StrikeOutPage.tsx'), 'StrikeOutPage'),
  note: page(() => import('./bedside/NotePage.tsx'), 'NotePage'),
  transfer: page(() => import('./bedside/TransferPage.tsx'), 'TransferPage'),
  close: page(() => import('./bedside/ClosePage.tsx'), 'ClosePage'),
  leaflet: page(() => import('./leaflet/LeafletPage.tsx'), 'LeafletPage'),
  education: page(() => import('./bedside/EducationPage.tsx'), 'EducationPage'),
  handover: page(() => import('./HandoverPage.tsx'), 'HandoverPage'),
  medicines: page(() => import('./bedside/MedicinesPage.tsx'), 'MedicinesPage'),
  allergies: page(() => import('./bedside/AllergiesPage.tsx'), 'AllergiesPage'),
  'second-indication': page(
    () => import('./bedside/SecondIndicationPage.tsx'),
    'SecondIndicationPage',
  ),
  amo: page(() => import('./bedside/AmoPage.tsx'), 'AmoPage'),
  deviation: page(() => import('./bedside/DeviationPage.tsx'), 'DeviationPage'),
  'deviation-end': page(() => import('./bedside/DeviationEndPage.tsx'), 'DeviationEndPage'),
  'mo-review': page(() => import('./bedside/MoReviewPage.tsx'), 'MoReviewPage'),
  'mo-review-next': page(() => import('./bedside/MoReviewNextPage.tsx'), 'MoReviewNextPage'),
  procedure: page(() => import('./bedside/ProcedurePage.tsx'), 'ProcedurePage'),
  'procedure-plan': page(() => import('./bedside/ProcedurePlanPage.tsx'), 'ProcedurePlanPage'),
  'procedure-move': page(() => import('./bedside/ProcedureMovePage.tsx'), 'ProcedureMovePage'),
  'procedure-cancel': page(
    () => import('./bedside/ProcedureCancelPage.tsx'),
    'ProcedureCancelPage',
  ),
  'procedure-end': page(() => import('./bedside/ProcedureEndPage.tsx'), 'ProcedureEndPage'),
  'mo-told': page(() => import('./bedside/MoToldPage.tsx'), 'MoToldPage'),
  'pharmacist-review': page(
    () => import('./bedside/PharmacistReviewPage.tsx'),
    'PharmacistReviewPage',
  ),
  due: page(() => import('./due/ChartDuePage.tsx'), 'ChartDuePage'),
  'handed-over': page(() => import('./bedside/HandedOverPage.tsx'), 'HandedOverPage'),
}

/** The patient leaflet without a patient, at `/leaflet`. */
export const wardLeafletPage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./leaflet/WardLeafletPage.tsx').then((module) => ({ default: module.WardLeafletPage })),
)

/** The page that opens a new chart, at `/new-chart`. */
export const newChartPage: LazyExoticComponent<ComponentType> | null = lazy(() =>
  import('./bedside/NewChartPage.tsx').then((module) => ({ default: module.NewChartPage })),
)

/** The ward's downtime pack, at `/downtime`. */
export const downtimePage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./paper/DowntimePage.tsx').then((module) => ({ default: module.DowntimePage })),
)

/** The blank chart for a downtime, at `/downtime/blank`. */
export const blankChartPage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./paper/BlankChartPage.tsx').then((module) => ({ default: module.BlankChartPage })),
)

/** The audit of a ward, at `/audit`. */
export const auditPage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./audit/AuditPage.tsx').then((module) => ({ default: module.AuditPage })),
)

/** The ward's stock of heparin ampoules, at `/storage-audit`. */
export const storageAuditPage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./audit/StorageAuditPage.tsx').then((module) => ({ default: module.StorageAuditPage })),
)

/** Everything that is due on the ward, at `/due`. */
export const wardDuePage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./due/WardDuePage.tsx').then((module) => ({ default: module.WardDuePage })),
)

/** What waits for a medical officer, at `/prescriber`. */
export const prescriberPage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./due/PrescriberPage.tsx').then((module) => ({ default: module.PrescriberPage })),
)

/** What needs a pharmacist first, at `/pharmacy`. */
export const pharmacyPage: LazyExoticComponent<ComponentType> = lazy(() =>
  import('./due/PharmacyPage.tsx').then((module) => ({ default: module.PharmacyPage })),
)
