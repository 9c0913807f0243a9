import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk */

const budgetKilobytes = 150
const folder = 'dist/client'

/** Weighs the built client's first load, tells the figure, and throws when it is over the budget. */
export function checkBundleBudget() {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const kilobytes = firstLoadKilobytes(firstLoadFiles(manifest, page), (file) =>
    readFileSync(join(folder, file)),
  )
  const figure = `first load ${kilobytes.toFixed(1)} kB of JavaScript, gzipped; budget ${budgetKilobytes} kB`
  if (overBudget(kilobytes)) throw new Error(figure)
  return figure
}

/**
 * The scripts a browser fetches before the first screen: entries, all they import statically, and what the page preloads.
 * @param {Record<string, Chunk>} manifest
 * @param {string} page
 * @returns {string[]}
 */
export function firstLoadFiles(manifest, page) {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  if (entries.length === 0) throw new Error('The manifest names no entry.')
  const reached = new Set(entries)
  for (const key of reached) {
    const chunk = manifest[key]
    if (chunk === undefined) throw new Error(`The manifest lacks ${key}.`)
    for (const imported of chunk.imports ?? []) reached.add(imported)
  }
  const built = [...reached].map((key) => manifest[key]?.file ?? '')
  const named = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? '')
  return [...new Set([...built, ...named])].filter((file) => file.endsWith('.js'))
}

/**
 * The sum of these files' gzipped sizes in kB of 1,000 bytes.
 * @param {readonly string[]} files
 * @param {(file: string) => Buffer} read
 */
export function firstLoadKilobytes(files, read) {
  const bytes = files.map((file) => gzipSync(read(file)).length)
  return bytes.reduce((sum, size) => sum + size, 0) / 1_000
}

/** @param {number} kilobytes */
export function overBudget(kilobytes) {
  return kilobytes > budgetKilobytes
}
