/**
 * Finds a program that the tests need, installing it first where it is missing; throws with `none` when it cannot be had.
 * @param {{ find: () => string | null, install: () => void, none: string }} need
 * @returns {string}
 */
export function prepare({ find, install, none }) {
  const found = find()
  if (found !== null) return found
  install()
  const installed = find()
  if (installed === null) throw new Error(none)
  return installed
}
