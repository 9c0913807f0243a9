import keys from '../../../src/components/bedside/KeyGrid.module.css'
import pad from '../../../src/components/bedside/NumberPad.module.css'
import { element } from './element.ts'

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '.', '>', '<'] as const

/** The APTT keyed on large keys or a keyboard, over the ward. */
export function apttQuestion(): void {
  const field = element('input', pad.text)
  const said = element('p', pad.said)
  said.setAttribute('role', 'status')
  field.setAttribute('aria-label', 'What is the APTT?, seconds')
  let taken = ''

  function take(text: string): void {
    const wrong = [...text].find((key) => !/[0-9 .<>]/.test(key))
    said.textContent = wrong === undefined ? '' : `“${wrong}” was not taken: figures only.`
    if (wrong === undefined) taken = text
    if (field.value !== taken) field.value = taken
  }
  function key(label: string, name: string, press: () => void): HTMLButtonElement {
    const button = element('button', keys.key, [label])
    button.type = 'button'
    button.setAttribute('aria-label', name)
    button.addEventListener('click', press)
    return button
  }

  field.addEventListener('input', () => take(field.value))
  const dialog = element('dialog', '', [
    element('h1', '', ['What is the APTT?']),
    element('div', pad.pad, [
      element('div', pad.figure, [field, element('span', pad.unit, ['seconds'])]),
      said,
      element('fieldset', `${keys.grid} ${keys.four}`, [
        ...KEYS.map((each) => key(each, each, () => take(taken + each))),
        key('Delete', 'Delete the last', () => take(taken.slice(0, -1))),
        key('Clear', 'Clear', () => take('')),
      ]),
    ]),
  ])
  document.body.append(dialog)
  dialog.showModal()
  field.focus()
}
