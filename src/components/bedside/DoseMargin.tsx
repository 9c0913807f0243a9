import type { StartingDose } from '../../nomogram/startingDose.ts'
import { protocolFor } from '../../protocols/register.ts'
import { kgText, numberText, rateText, unitsPerHourText, unitsText } from '../../wording.ts'
import { Problem } from '../rules/Problem.tsx'
import { Why } from '../rules/Why.tsx'
import { StartingTable } from './StartingTable.tsx'

type DoseBecause = Extract<StartingDose, { kind: 'dose' }>['because']

interface DoseMarginProps {
  dose: StartingDose
  part: 'bolus' | 'rate'
}

/** The working of a starting figure: its published row lit or its two neighbours, the formula, the rounding (INIT-4, INIT-8). */
export function DoseMargin({ dose, part }: DoseMarginProps) {
  if (dose.kind === 'no-published-dose') return <NoDose dose={dose} />
  const { because } = dose
  const protocol = protocolFor(because.protocol, because.version)
  const { exact, below, above } = because.neighbours
  const weights = [below, exact, above].flatMap((row) => (row === null ? [] : [row.weightKg]))
  const isAbove = because.source === 'above-last-row'
  return (
    <>
      <p>{sourceText(because)}</p>
      <StartingTable
        protocol={protocol}
        only={weights}
        marked={exact === null ? [] : [exact.weightKg]}
        marksAbove={isAbove}
        {...(because.source === 'between-rows' ? { calculated: calculatedRow(dose) } : {})}
      />
      <Why
        question="How this was worked out"
        rules={because.rules}
        localDecisions={because.localDecisions}
      >
        {workingLines(because, part).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Why>
    </>
  )
}

function calculatedRow(dose: Extract<StartingDose, { kind: 'dose' }>) {
  const { bolusUnits, unitsPerHour, pumpRateMlPerHour, because } = dose
  return { weightKg: because.weightKg, bolusUnits, unitsPerHour, pumpRateMlPerHour }
}

function sourceText({ source, weightKg }: DoseBecause): string {
  if (source === 'published-row') return `${kgText(weightKg)} has a published row.`
  return source === 'between-rows'
    ? `${kgText(weightKg)} lies between two published rows:`
    : `${kgText(weightKg)} lies above the last row:`
}

function workingLines({ working, weightKg }: DoseBecause, part: 'bolus' | 'rate'): string[] {
  if (working === null) return ['The figures are printed for every weight above the last row.']
  if (part === 'rate') {
    const { rate } = working
    return [
      `${rate.unitsPerKgPerHour} units/kg/hr x ${kgText(weightKg)} = ${unitsPerHourText(rate.calculatedUnitsPerHour)}.`,
      ...(rate.isHeldToMax ? [`Held to the maximum, ${unitsPerHourText(rate.unitsPerHour)}.`] : []),
      `100 units in each mL, to the nearest ${numberText(rate.stepMlPerHour)} mL/hr${tieText(rate)}: ${rateText(rate.pumpRateMlPerHour)}.`,
    ]
  }
  const { bolus } = working
  if (bolus === null) return ['This protocol proposes no bolus (BOL-1).']
  return [
    `${bolus.unitsPerKg} units/kg x ${kgText(weightKg)} = ${unitsText(bolus.calculatedUnits)}.`,
    ...(bolus.isHeldToMax ? ['Held to the protocol’s maximum.'] : []),
    `To the nearest ${unitsText(bolus.stepUnits)}${tieText(bolus)}: ${unitsText(bolus.bolusUnits)}.`,
  ]
}

function tieText({ isTie, tie }: { isTie: boolean; tie: string }): string {
  if (!isTie) return ''
  return tie === 'half-up' ? ' (a half goes up)' : ' (a half goes down)'
}

function NoDose({ dose }: { dose: Extract<StartingDose, { kind: 'no-published-dose' }> }) {
  const { fromKg, toKg, rules, weightKg } = dose.because
  return (
    <Problem
      problem={{
        title: `No dose is published for ${kgText(weightKg)}`,
        detail:
          toKg === null
            ? `The table begins at ${kgText(fromKg)}.`
            : `The table goes from ${kgText(fromKg)} to ${kgText(toKg)}. Nothing is worked out beyond it.`,
        next: 'Bolus and rate are prescribed by hand as a deviation, with haematology’s advice.',
        rules,
      }}
    />
  )
}
