import { test } from 'vitest'

test('writes to the console', () => {
  console.log('planted')
})

test('warns on the console', () => {
  console.warn('planted')
})

test('is silent', () => {})
