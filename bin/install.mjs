import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, root, say } from './steps.mjs'

/** Installs with `npm ci` unless node_modules holds what package-lock.json asks for. */
export function installMissing() {
  if (isInstalled()) return
  say('安装依赖… / installing dependencies (npm ci)')
  // npm tells its scripts where it is: the same npm is used, also where several are installed.
  const own = process.env.npm_execpath
  const [command, args] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  const { status, error } = spawnSync(
    command,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) fail(`npm ci 未成功，请检查网络与 npm 源。 / npm ci failed. ${error?.message ?? ''}`)
}

/** Compares the lock file with the list npm leaves in node_modules at the very end of an install. */
function isInstalled() {
  const left = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(left)) return false
  const wanted = readPackages(join(root, 'package-lock.json'))
  const held = readPackages(left)
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || optional || devOptional || peer || held[path]?.version === version,
  )
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
