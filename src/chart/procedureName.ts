import type { ProcedureKind } from './careFields.ts'

const NAMES: Readonly<Record<ProcedureKind, string>> = {
  surgery: 'Surgery',
  'central-venous-catheter': 'Central venous catheter',
  biopsy: 'Biopsy',
  'lumbar-puncture': 'Lumbar puncture',
  'neuraxial-catheter': 'Spinal or epidural catheter',
}

/** What a procedure is called: `Lumbar puncture`. */
export function procedureName(procedure: ProcedureKind): string {
  return NAMES[procedure]
}
