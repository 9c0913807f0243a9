import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesUnder } from './filesUnder.ts'

const testWords = new Set(['test', 'it', 'describe'])

/** The full titles of all tests of the product, from their sources; the tests of the house itself do not count. */
export function productTestTitles(): string[] {
  return filesUnder('tests', 'e2e')
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('tests/house/'))
    .flatMap((path) => testTitlesIn(readFileSync(path, 'utf8')))
}

/**
 * The full titles of the tests in one source, those of enclosing describes in front, joined by ` > `.
 * What a template fills in reads `…`, what a table fills in as it is written (`%s`).
 */
export function testTitlesIn(source: string): string[] {
  const titles: string[] = []
  const visit = (node: ts.Node, around: readonly string[]): void => {
    const title = titleOf(node)
    if (title === null) {
      ts.forEachChild(node, (child) => visit(child, around))
      return
    }
    const path = [...around, title.text]
    if (title.word !== 'describe') titles.push(path.join(' > '))
    ts.forEachChild(node, (child) => visit(child, path))
  }
  visit(ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest, true), [])
  return titles
}

/** The word and title of a call such as `test('a', ...)`, `test.each(rows)('a', ...)`; null for any other node. */
function titleOf(node: ts.Node): { word: string; text: string } | null {
  if (!ts.isCallExpression(node)) return null
  const word = rootWord(node.expression)
  const [first, ...rest] = node.arguments
  if (!testWords.has(word) || first === undefined || rest.length === 0) return null
  if (ts.isStringLiteral(first)) return { word, text: first.text }
  if (!ts.isTemplateLiteral(first)) return null
  return {
    word,
    text: first
      .getText()
      .slice(1, -1)
      .replace(/\$\{[^}]*\}/g, '…'),
  }
}

function rootWord(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
    return rootWord(node.expression)
  }
  return ''
}
