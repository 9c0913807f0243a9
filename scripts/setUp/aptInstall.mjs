import { spawnSync } from 'node:child_process'
import { onPath } from './lookUp.mjs'

/** Whether this process may install Debian packages: root on a machine with apt. */
export function mayInstall() {
  return process.getuid?.() === 0 && onPath(['apt-get']) !== null
}

/**
 * Installs Debian packages without a question and without starting a service; throws when apt does not manage it.
 * @param {readonly string[]} packages
 */
export function aptInstall(packages) {
  // Run level 1 keeps a freshly installed service from starting by itself.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  apt(['update'], env)
  apt(['install', '-y', '--no-install-recommends', ...packages], env)
}

/**
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} env
 */
function apt(words, env) {
  const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')} ended with ${status}`)
}
