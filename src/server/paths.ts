import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone: found by walking up to package.json, so that it is the same from src/ and from dist/node/. */
export const repositoryRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)))

export const migrationsFolder = join(repositoryRoot, 'db', 'migrations')
export const schemaFile = join(repositoryRoot, 'db', 'schema.sql')
export const webFolder = join(repositoryRoot, 'dist', 'web')

/** The data folder: NIANGJIA_HOME, or .niangjia in the clone. Always absolute. */
export function homeFolder(): string {
  return resolve(process.env.NIANGJIA_HOME || join(repositoryRoot, '.niangjia'))
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json not found above the program')
  return findRoot(parent)
}

/** The version in package.json. */
export const version: string = (
  JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string }
).version
