import cql from 'cql-execution'
import { type PeerAnswer, type PeerDecision, vteTable } from './vteTable.ts'

const INTEGER = '{urn:hl7-org:elm-types:r1}Integer'
const parameter = (name: string) => ({
  name,
  accessLevel: 'Public',
  parameterTypeSpecifier: { type: 'NamedTypeSpecifier', name: INTEGER },
})
const integer = (value: number) => ({ type: 'Literal', valueType: INTEGER, value: `${value}` })
const text = (value: string) => ({
  type: 'Literal',
  valueType: '{urn:hl7-org:elm-types:r1}String',
  value,
})
const nothing = { type: 'Null' }
const ref = (name: string) => ({ type: 'ParameterRef', name })

const answers = vteTable.map((row) => ({
  type: 'Tuple',
  element: [
    { name: 'kind', value: text(row.kind) },
    {
      name: 'newRateTenths',
      value: { type: 'Add', operand: [ref('Rate'), integer(row.changeTenths)] },
    },
    { name: 'bolusUnits', value: row.bolusUnits === null ? nothing : integer(row.bolusUnits) },
    { name: 'stopMinutes', value: row.stopMinutes === null ? nothing : integer(row.stopMinutes) },
    {
      name: 'because',
      value: {
        type: 'Tuple',
        element: [
          { name: 'row', value: integer(row.index) },
          { name: 'version', value: text(row.ref.version) },
          { name: 'aptt', value: ref('Aptt') },
          { name: 'rate', value: ref('Rate') },
          { name: 'rules', value: { type: 'List', element: row.rules.map(text) } },
        ],
      },
    },
  ],
}))

/** The VTE nomogram in ELM, the form that CQL is compiled to. */
const elm = {
  library: {
    identifier: { id: 'Vte', version: '1' },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
    parameters: { def: [parameter('Aptt'), parameter('Rate')] },
    statements: {
      def: [
        {
          name: 'Advice',
          context: 'Unfiltered',
          accessLevel: 'Public',
          expression: {
            type: 'Case',
            caseItem: vteTable.slice(0, -1).map((row, index) => ({
              when: { type: 'LessOrEqual', operand: [ref('Aptt'), integer(row.toTenths)] },
              // biome-ignore lint/suspicious/noThenProperty: ELM calls it so.
              then: answers[index],
            })),
            else: answers.at(-1),
          },
        },
      ],
    },
  },
}
const library = new cql.Library(elm)
const noPatients = new cql.PatientSource([])

/** cql-execution on the same table; its results come by a promise. */
export const cqlDecision: PeerDecision = async (aptt, rate) => {
  const executor = new cql.Executor(library, undefined, { Aptt: aptt, Rate: rate })
  const { unfilteredResults } = await executor.exec(noPatients)
  return unfilteredResults['Advice'] as PeerAnswer
}
