import { expect, test } from 'vitest'
import { stampOf } from '../../scripts/setUp/install.mjs'

const wishes = { dependencies: { react: '19.3.1' }, devDependencies: { vite: '8.3.8' } }
const stamp = stampOf(JSON.stringify(wishes), 'lock')

test('a new script does not ask for a new installation', () => {
  expect(stampOf(JSON.stringify({ ...wishes, scripts: { bench: 'node' } }), 'lock')).toBe(stamp)
})

test.each([
  ['dependency', { ...wishes, dependencies: { react: '19.3.2' } }, 'lock'],
  ['development dependency', { ...wishes, devDependencies: {} }, 'lock'],
  ['override', { ...wishes, overrides: { cookie: '1.1.1' } }, 'lock'],
  ['lock', wishes, 'another lock'],
])('a changed %s asks for a new installation', (_, changed, lock) => {
  expect(stampOf(JSON.stringify(changed), lock)).not.toBe(stamp)
})
