import type { App } from '../../../server/app.ts'

/** One route of the server, as the framework knows it. */
export interface ServedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Its pattern, `/api/charts/:chartId`. */
  readonly path: string
}

/** Every route of the API, read off the framework's own table, so that none can be forgotten. */
export function servedRoutes(app: App): ServedRoute[] {
  const lines = app.printRoutes({ commonPrefix: false, includeHooks: false }).split('\n')
  const routes: ServedRoute[] = []
  const parents: string[] = []
  for (const line of lines) {
    const [, indent = '', path = '', methods = ''] =
      line.match(/^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)$/u) ?? []
    const depth = indent.length / 4
    parents.length = depth
    parents.push(path)
    for (const method of methods.split(', ')) {
      if (isTested(method)) routes.push({ method, path: parents.join('') })
    }
  }
  return routes.filter(({ path }) => path.startsWith('/api/'))
}

function isTested(method: string): method is ServedRoute['method'] {
  return ['GET', 'POST', 'PUT', 'DELETE'].includes(method)
}

/** A route's address with these names in the place of its parameters. */
export function addressOf({ path }: ServedRoute, names: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? `no-${name}`)
}
