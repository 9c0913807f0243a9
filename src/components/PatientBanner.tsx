import type { Chart } from '../chart/chart.ts'

export function PatientBanner({ chart }: { chart: Chart }) {
  return <section>{chart.patient.surname}</section>
}
