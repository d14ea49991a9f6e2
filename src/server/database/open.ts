import { loadSecrets, type Secrets } from '../secrets.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { prepareGivenDatabase } from './roles.ts'

export type OpenDatabase = {
  ownerUrl: string
  appUrl: string
  secrets: Secrets
  home: string
  /** Where the data is: 'embedded' ours, 'joined' ours but run by another living process, 'given' by DATABASE_URL. */
  source: 'embedded' | 'joined' | 'given'
  stop: () => Promise<void>
}

/**
 * The one way every command reaches its data: DATABASE_URL when given, else the embedded server of this home, started or
 * joined. Roles are made; the schema is migrated unless `migrated: false` (a restore target must stay empty).
 */
export async function openDatabase(home: string, options: { migrated?: boolean } = {}): Promise<OpenDatabase> {
  const secrets = loadSecrets(home)
  const opened = await reach(home, secrets)
  try {
    if (options.migrated !== false) await migrate(opened.ownerUrl)
  } catch (error) {
    await opened.stop()
    throw error
  }
  return { ...opened, secrets, home }
}

async function reach(
  home: string,
  secrets: Secrets,
): Promise<Pick<OpenDatabase, 'ownerUrl' | 'appUrl' | 'source' | 'stop'>> {
  const given = process.env.DATABASE_URL
  if (!given) {
    const { ownerUrl, appUrl, joined, stop } = await startEmbedded({ home })
    return { ownerUrl, appUrl, source: joined ? 'joined' : 'embedded', stop }
  }
  const { appUrl } = await prepareGivenDatabase(given, secrets)
  return { ownerUrl: given, appUrl, source: 'given', stop: () => Promise.resolve() }
}
