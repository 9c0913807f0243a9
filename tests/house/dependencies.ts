/** A package as the lock names it. */
interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

/** What is looked at: wishes, lock, and what stands in node_modules. */
export interface Dependencies {
  readonly wished: Readonly<Record<string, string>>
  readonly locked: Readonly<Record<string, LockedPackage>>
  /** The scripts of each installed package, by its name. */
  readonly scripts: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly npmrc: string
}

/** Licences that ask for no more than their text. */
const LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  '(MIT OR CC0-1.0)',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
])
const RUN_BY_NPM = ['preinstall', 'install', 'postinstall']

/** What makes the installed packages other than those that were chosen, or lets them run something. */
export function dependencyFaults({ wished, locked, scripts, npmrc }: Dependencies): string[] {
  const packages = Object.entries(locked).filter(([path]) => path !== '')
  return [
    ...Object.entries(wished)
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${name} is wished as ${version}, not one version`),
    ...packages.flatMap(([path, each]) => lockFaults(path, each)),
    ...Object.entries(scripts)
      .filter(([, each]) => RUN_BY_NPM.some((name) => name in each))
      .map(([name]) => `${name} has an install script`),
    ...(/^ignore-scripts=true$/m.test(npmrc) ? [] : ['.npmrc lets install scripts run']),
  ]
}

function lockFaults(path: string, each: LockedPackage): string[] {
  return [
    ...(/^sha512-/.test(each.integrity ?? '') ? [] : [`${path} has no SHA-512 in the lock`]),
    ...(each.resolved === undefined ? [] : [`${path} names the host it came from`]),
    ...(each.hasInstallScript ? [`${path} has an install script`] : []),
    ...(each.dev || LICENCES.has(each.license ?? '')
      ? []
      : [`${path} is under ${each.license ?? 'no licence'}`]),
  ]
}
