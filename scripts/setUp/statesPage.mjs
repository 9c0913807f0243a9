const ROW = /^\| `(.+)` \| (.+?) \|/gm

/**
 * The named states of the screens, as the document lists them.
 * @param {string} document
 * @returns {{ name: string, shows: string }[]}
 */
export function statesIn(document) {
  return [...document.matchAll(ROW)].map(([, name = '', shows = '']) => ({ name, shows }))
}

/**
 * The page with a sheet of each state.
 * @param {readonly { name: string, shows: string }[]} states
 */
export function statesPage(states) {
  const each = states.map(
    ({ name, shows }) => `## ${name}\n\n${shows}.\n\n![${shows}](states/${name}.webp)\n`,
  )
  return `# Screens of this release\n\nEach state of [the list](../screens.md) on a demonstration ward, both ways up, light and dark. Made by \`npm run pictures\`.\n\n${each.join('\n')}`
}
