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
  bloods: page(() => import('./bedside/BloodsPage.tsx'), 'BloodsPage'),
  'blood-results': page(() => import('./bedside/BloodResultsPage.tsx'), 'BloodResultsPage'),
  'blood-order': page(() => import('./bedside/BloodOrderPage.tsx'), 'BloodOrderPage'),
  'blood-review': page(() => import('./bedside/BloodReviewPage.tsx'), 'BloodReviewPage'),
  'platelet-alert': page(() => import('./bedside/PlateletAlertPage.tsx'), 'PlateletAlertPage'),
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
  'pharmacist-review': page(() => import('./due/RoundReviewPage.tsx'), 'RoundReviewPage'),
  due: page(() => import('./due/ChartDuePage.tsx'), 'ChartDuePage'),
  readings: page(() => import('./access/ChartReadingsPage.tsx'), 'ChartReadingsPage'),
  'handed-over': page(() => import('./bedside/HandedOverPage.tsx'), 'HandedOverPage'),
}

/** A page of its own, of the ward rather than of one chart. */
export type WardPage = LazyExoticComponent<ComponentType>

function wardPage<K extends string>(
  load: () => Promise<Record<K, ComponentType>>,
  name: K,
): WardPage {
  return lazy(() => load().then((module) => ({ default: module[name] })))
}

/** The pages of the ward by their address. */
export const wardPages: Readonly<Record<string, WardPage>> = {
  '/leaflet': wardPage(() => import('./leaflet/WardLeafletPage.tsx'), 'WardLeafletPage'),
  '/new-chart': wardPage(() => import('./bedside/NewChartPage.tsx'), 'NewChartPage'),
  '/downtime': wardPage(() => import('./paper/DowntimePage.tsx'), 'DowntimePage'),
  '/downtime/blank': wardPage(() => import('./paper/BlankChartPage.tsx'), 'BlankChartPage'),
  '/audit': wardPage(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
  '/storage-audit': wardPage(() => import('./audit/StorageAuditPage.tsx'), 'StorageAuditPage'),
  '/sessions': wardPage(() => import('./access/OwnSessionsPage.tsx'), 'OwnSessionsPage'),
  '/another-ward': wardPage(() => import('./access/AnotherWardPage.tsx'), 'AnotherWardPage'),
  '/readings': wardPage(() => import('./access/ReadingsPage.tsx'), 'ReadingsPage'),
  '/emergency-access': wardPage(() => import('./access/AccessReviewPage.tsx'), 'AccessReviewPage'),
  '/person': wardPage(() => import('./accounts/PersonPage.tsx'), 'PersonPage'),
  '/new-person': wardPage(() => import('./accounts/NewPersonPage.tsx'), 'NewPersonPage'),
  '/wards': wardPage(() => import('./accounts/WardsPage.tsx'), 'WardsPage'),
  '/account-log': wardPage(() => import('./accounts/AccountLogPage.tsx'), 'AccountLogPage'),
  '/own-secrets': wardPage(() => import('./accounts/OwnSecretsPage.tsx'), 'OwnSecretsPage'),
  '/kept': wardPage(() => import('./outbox/KeptPage.tsx'), 'KeptPage'),
  '/alarms': wardPage(() => import('./alarms/AlarmSettingsPage.tsx'), 'AlarmSettingsPage'),
  '/due': wardPage(() => import('./due/WardDuePage.tsx'), 'WardDuePage'),
  '/ward/timeline': wardPage(() => import('./due/ShiftPage.tsx'), 'ShiftPage'),
  '/prescriber': wardPage(() => import('./due/PrescriberPage.tsx'), 'PrescriberPage'),
  '/rules': wardPage(() => import('./rules/RuleBookPage.tsx'), 'RuleBookPage'),
  '/pharmacy': wardPage(() => import('./due/PharmacyPage.tsx'), 'PharmacyPage'),
}
