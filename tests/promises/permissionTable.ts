/**
 * Who may do what, typed by hand from the clinical rules and not from the program, for a pharmacist to read and correct.
 *
 * MO, REG (registrar), AMO, RN, RM, EN, PH (pharmacist), AD (administrator). `+`: the IV heparin learning package is
 * current at the moment of signing; `-`: it has run out, runs out at that very instant, or was never completed. For a
 * second signature EN+ is an enrolled nurse without notation, with the IV medication units and a current package, and EN-
 * every other enrolled nurse. A doctor needs no package. `yes`: taken. Otherwise: refused, under this rule.
 */

/** The first signature, or the only one, or a fact that is entered; on the person's own ward, where the act is open. */
export const firstTable = `
act                          MO      REG     AMO     RN+     RN-     RM+     RM-     EN      PH      AD
openChart                    yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordWeight                 yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
prescribe                    yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
prescribe:deviation          DEV-1   yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
giveBolus                    yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
startInfusion                yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
recordCollection             yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordResult                 yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
changeRate                   yes     yes     yes     yes     SIGN-2  yes     SIGN-2  SIGN-2  SIGN-2  SIGN-1
keepRate                     yes     yes     yes     yes     SIGN-2  yes     SIGN-2  SIGN-2  SIGN-2  SIGN-1
orderRate                    yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
orderRate:deviation          DEV-1   yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
orderBolus                   yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
stopInfusion                 yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
ceaseInfusion                yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
interruptInfusion            yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
resumeInfusion               yes     yes     yes     yes     SIGN-2  yes     SIGN-2  SIGN-2  SIGN-2  SIGN-1
resumeInfusion:concern       yes     yes     yes     SIGN-5  SIGN-2  SIGN-5  SIGN-2  SIGN-2  SIGN-2  SIGN-1
recommenceInfusion           yes     yes     yes     yes     SIGN-2  yes     SIGN-2  SIGN-2  SIGN-2  SIGN-1
restartInfusion              yes     yes     yes     yes     SIGN-2  yes     SIGN-2  SIGN-2  SIGN-2  SIGN-1
assessBleeding               yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
clearSuspension              yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
recordBedsideFact            yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
strikeOut:own                yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
strikeOut:another's          yes     yes     yes     CHART-1 CHART-1 CHART-1 CHART-1 CHART-1 CHART-1 SIGN-1
withdraw:another's           SIGN-9  SIGN-9  SIGN-9  SIGN-9  SIGN-9  SIGN-9  SIGN-9  SIGN-9  SIGN-9  SIGN-1
transferWard                 yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
closeChart                   yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
writeNote                    yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordEducation              yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordHandover               yes     yes     yes     yes     yes     yes     yes     yes     HAND-1  SIGN-1
hangBag                      yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
withholdBolus                yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
recordAllergies              yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
changeAmo                    yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordMedicines              yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordSecondIndication       yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
endDeviation                 DEV-1   yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
explainDeviation             yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
orderBloods                  yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
recordBloods                 yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
reviewBloods                 yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
answerPlateletAlert          yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
reviewInfusion               yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
reviewEvent                  yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
reviewAsPharmacist           SIGN-6  SIGN-6  SIGN-6  SIGN-6  SIGN-6  SIGN-6  SIGN-6  SIGN-6  yes     SIGN-1
nameMoTold                   yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
recordObservation            yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordFall                   yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
recordAdverseEvent           yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
tickStep                     yes     yes     yes     yes     yes     yes     yes     yes     yes     SIGN-1
planProcedure                yes     yes     yes     SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-2  SIGN-1
moveProcedure                yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
endProcedure                 yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
cancelProcedure              yes     yes     yes     yes     yes     yes     yes     SIGN-2  SIGN-2  SIGN-1
`

/**
 * The second signature, and before it the blind check, of what somebody else has signed or entered first. By the same
 * person it is refused under SIGN-3 whoever they are. A signer of another ward is refused under SIGN-3 like an unknown one.
 */
export const secondTable = `
act                          MO      REG     AMO     RN+     RN-     RM+     RM-     EN+     EN-     PH+     PH-     AD
bolusGiven                   yes     yes     yes     yes     SIGN-2  yes     SIGN-2  SIGN-2  SIGN-2  yes     SIGN-2  SIGN-1
infusionStarted              yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
rateChanged                  yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
infusionRestarted            yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
infusionResumed              yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
infusionRecommenced          yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
rateKept                     yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
infusionStopped              yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
infusionCeased               yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
bagHung                      yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
bedsideFactRecorded          yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
bedsideFactRecorded:bolus    yes     yes     yes     yes     SIGN-2  yes     SIGN-2  SIGN-2  SIGN-2  yes     SIGN-2  SIGN-1
entryStruckOut               yes     yes     yes     yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  yes     SIGN-2  SIGN-1
`

/** One row of a table: the act, and for each column `yes` or the rule that refuses. */
export interface TableRow {
  readonly act: string
  /** The kind alone, without what makes this row a case of its own. */
  readonly kind: string
  readonly cells: Readonly<Record<string, string>>
}

/** Reads a table. @throws Error for a row whose cells do not fit its columns, or that stands twice */
export function rowsOf(table: string): TableRow[] {
  const [head = '', ...lines] = table.trim().split('\n')
  const [, ...columns] = head.trim().split(/\s+/)
  const rows = lines.map((line) => {
    const [act = '', ...cells] = line.trim().split(/\s+/)
    if (cells.length !== columns.length) throw new Error(`${act} has ${cells.length} cells`)
    const entries = columns.map((column, index) => [column, cells[index] ?? ''])
    return { act, kind: act.split(':')[0] ?? act, cells: Object.fromEntries(entries) }
  })
  const twice = rows.find(({ act }, index) => rows.findIndex((row) => row.act === act) !== index)
  if (twice) throw new Error(`${twice.act} stands twice`)
  return rows
}
