import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Cells and words of another weight are written apart: one space stands for what lies between. */
const GAPS = /[ \u00a0]+/g
const BEFORE_STOP = / (?=[.,;:)])/g

/** The words on each page that the browser prints, first page first; what stands on one line is on one line here. */
export async function printedPages(page: Page): Promise<string[]> {
  // Right after a page is opened its late styles still arrive: Chromium then counts its pages before they are in.
  await page.pdf({ preferCSSPageSize: true })
  return textsOf(await page.pdf({ preferCSSPageSize: true }))
}

/** Reads the plain files that Chromium writes: objects one after the other, glyphs as two or four hex digits. */
function textsOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'))
  const glyphs = new Map<string, ReadonlyMap<string, string>>()
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((body) => {
      const fonts = new Map(
        [...body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
          const known = glyphs.get(id) ?? glyphsOf(id, objects)
          glyphs.set(id, known)
          return [name, known]
        }),
      )
      const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(body) ?? []
      return wordsOf(streamOf(contents, objects), fonts)
    })
}

type Objects = ReadonlyMap<string, string>

function objectsOf(pdf: string): Objects {
  const found = pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return new Map([...found].map(([, id = '', body = '']) => [id, body]))
}

function streamOf(id: string, objects: Objects): string {
  const body = objects.get(id) ?? ''
  const from = body.indexOf('stream\n')
  const [, length] = /\/Length (\d+)/.exec(body) ?? []
  if (from < 0 || length === undefined) throw new Error(`object ${id} holds no stream`)
  const start = from + 'stream\n'.length
  const content = body.slice(start, start + Number(length))
  // What packing would not make shorter stands as it is.
  if (!body.slice(0, from).includes('/FlateDecode')) return content
  return inflateSync(Buffer.from(content, 'latin1')).toString('latin1')
}

/** A font's glyphs by their hex digits, as its own table names them. */
function glyphsOf(fontId: string, objects: Objects): ReadonlyMap<string, string> {
  const [, table] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId) ?? '') ?? []
  if (table === undefined) throw new Error(`font ${fontId} does not say what its glyphs mean`)
  const named = new Map<string, string>()
  for (const [, line = ''] of streamOf(table, objects).matchAll(/^(<[^\n]+>)$/gm)) {
    const [from = '', to = '', first] = [...line.matchAll(/<(\w+)>/g)].map(([, hex]) => hex)
    if (first === undefined) named.set(from, unicodeOf(to))
    else nameRange(named, from, to, first)
  }
  return named
}

function nameRange(named: Map<string, string>, from: string, to: string, first: string): void {
  const [low, high, start] = [from, to, first].map((hex) => Number.parseInt(hex, 16)) as [
    number,
    number,
    number,
  ]
  for (let glyph = low; glyph <= high; glyph++) {
    const hex = glyph.toString(16).toUpperCase().padStart(from.length, '0')
    named.set(hex, String.fromCodePoint(start + glyph - low))
  }
}

function unicodeOf(hex: string): string {
  const units = hex.match(/.{4}/g) ?? []
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
}

const OPERATORS = /\/(F\d+) [\d.]+ Tf|[-\d.]+ ([-\d.]+) Tm|<([0-9A-F]+)> Tj/g

type Font = ReadonlyMap<string, string>

function wordsOf(content: string, fonts: ReadonlyMap<string, Font>): string {
  const words: string[] = []
  let font: Font | undefined
  let last = ''
  for (const [, name, height, hex] of content.matchAll(OPERATORS)) {
    if (name !== undefined) font = fonts.get(name)
    else if (hex !== undefined) words.push(read(hex, font))
    else if (height !== undefined) {
      words.push(height === last ? ' ' : '\n')
      last = height
    }
  }
  return words.join('').replace(GAPS, ' ').replace(BEFORE_STOP, '')
}

function read(hex: string, font: Font | undefined): string {
  const [glyph = ''] = font?.keys() ?? []
  const digits = new RegExp(`.{${glyph.length}}`, 'g')
  return (hex.match(digits) ?? []).map((each) => font?.get(each) ?? '').join('')
}
