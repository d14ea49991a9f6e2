import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartupError } from './startup-error.ts'

const names = ['superPassword', 'ownerPassword', 'appPassword', 'dataKey', 'hashKey', 'cookieKey'] as const

/** Keys and passwords of one installation; each is 32 random bytes in base64. Losing dataKey loses every sealed field. */
export type Secrets = Record<(typeof names)[number], string>

/**
 * Reads home/secrets.json, making it (mode 0600) at the first start and adding what a newer version needs.
 * Refuses a file that is not readable JSON: a new key would make sealed fields unreadable for ever.
 */
export function loadSecrets(home: string): Secrets {
  mkdirSync(home, { recursive: true })
  const file = join(home, 'secrets.json')
  const held = existsSync(file) ? parse(file) : {}
  const secrets = Object.fromEntries(
    names.map((name) => [name, held[name] ?? randomBytes(32).toString('base64')]),
  ) as Secrets
  if (names.some((name) => held[name] === undefined)) {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify({ ...held, ...secrets }, null, 2)}\n`, { mode: 0o600 })
    renameSync(draft, file)
  }
  chmodSync(file, 0o600)
  return secrets
}

function parse(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new StartupError(
      `${file} 不是有效的 JSON，请从备份恢复，不要删除。 / is not valid JSON; restore it from a backup.`,
    )
  }
}
