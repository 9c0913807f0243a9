import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../server/contentSecurityPolicy.ts'
import { freshFolder } from './support/folders.ts'
import { startWard } from './support/ward.ts'

const inlineStyle = 'body{margin:0}'
const inlineScript = 'document.documentElement.lang="en"'

/** A built client: an index page with inline pieces, one hashed file. */
function builtClient(): string {
  const folder = freshFolder()
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><title>Chart</title><style>${inlineStyle}</style><script>${inlineScript}</script><script type="module" src="/assets/main-1.js"></script>`,
  )
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'main-1.js'), 'export {}')
  return folder
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the built client', () => {
  test('is served at the root and at every page address, checked each time', async () => {
    const { stranger } = await startWard({ clientFolder: builtClient() })
    for (const path of ['/', '/index.html', '/charts/6f0d0c0e?tab=record', '/sign-in']) {
      const reply = await stranger.get(path)
      expect(reply.status, path).toBe(200)
      expect(reply.body, path).toContain('<title>Chart</title>')
      expect(reply.headers['cache-control'], path).toBe('no-cache')
    }
  })

  test('keeps its hashed files for good', async () => {
    const { stranger } = await startWard({ clientFolder: builtClient() })
    const reply = await stranger.get('/assets/main-1.js')
    expect(reply.status).toBe(200)
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('has no page for a missing file, the API or a way out of its folder', async () => {
    const { stranger } = await startWard({ clientFolder: builtClient() })
    for (const path of [
      '/assets/gone.js',
      '/api',
      '/api/gone',
      '/../package.json',
      '/%2e%2e/a.js',
    ]) {
      expect((await stranger.get(path)).status, path).toBe(404)
    }
    expect((await stranger.post('/', {})).status).toBe(404)
  })

  test('may be missing: the API stands alone', async () => {
    const { stranger } = await startWard({ clientFolder: join(freshFolder(), 'never-built') })
    expect((await stranger.get('/')).status).toBe(404)
    expect((await stranger.get('/api/health')).status).toBe(200)
  })
})

describe('the content security policy', () => {
  test('allows the inline pieces of the index page by their hash and nothing unsafe', async () => {
    const { stranger } = await startWard({ clientFolder: builtClient() })

    const policy = `${(await stranger.get('/')).headers['content-security-policy']}`

    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src 'self' ${hashOf(inlineScript)};`)
    expect(policy).toContain(`style-src 'self' ${hashOf(inlineStyle)}`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toMatch(/https?:/)
  })

  test('allows no inline script where the index page has none', () => {
    expect(contentSecurityPolicy(null)['script-src']).toEqual(["'self'"])
  })
})
