import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type SystemUser = { uid: number; gid: number }

/** Where binaries and data go when the server runs as root and the clone is closed to others. */
export const systemFolder = '/var/lib/niangjia'

/** PostgreSQL refuses to run as root: gives the unprivileged user to run it as, or undefined when we are not root. */
export function findServerUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = findUser('niangjia') ?? findUser('postgres')
  if (known) return known
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'niangjia'])
  return findUser('niangjia') ?? findUser('nobody') ?? { uid: 65534, gid: 65534 }
}

/** Whether any user may walk into the folder: every ancestor that exists lets others through. */
export function isReachable(folder: string): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (stat && (stat.mode & 0o001) === 0) return false
  const parent = dirname(folder)
  return parent === folder || isReachable(parent)
}

/** Makes a folder only the server's user may enter. */
export function makePrivateFolder(folder: string, user: SystemUser | undefined): string {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

function findUser(name: string): SystemUser | undefined {
  const line = readFileSync(join('/etc', 'passwd'), 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}
