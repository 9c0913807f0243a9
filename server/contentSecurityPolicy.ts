import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * SHA-256 of each style text that a component library puts into the page while it runs, as the policy writes it
 * (`'sha256-...'`). Every one is a constant text; extend the list on purpose.
 */
const INJECTED_STYLES: readonly string[] = []

/**
 * The content security policy: everything from this server, no inline script or style but those of the built index page
 * and the constant ones listed above.
 */
export function contentSecurityPolicy(
  clientFolder: string | null,
): Readonly<Record<string, readonly string[]>> {
  const page = pageOf(clientFolder)
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...inlineHashes(page, 'script')],
    'style-src': ["'self'", ...inlineHashes(page, 'style'), ...INJECTED_STYLES],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
}

function pageOf(clientFolder: string | null): string {
  const file = clientFolder && join(clientFolder, 'index.html')
  return file && existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The hashes of the inline elements of a page, for the policy. */
function inlineHashes(page: string, element: 'script' | 'style'): string[] {
  const inline = new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, 'g')
  return [...page.matchAll(inline)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
