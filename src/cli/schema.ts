import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dumpSchema } from '../server/database/dump-schema.ts'
import { startEmbedded } from '../server/database/embedded.ts'
import { migrate } from '../server/database/migrate.ts'
import { schemaFile } from '../server/paths.ts'

/** `niangjia schema`: migrates a throw-away database and writes what it became to db/schema.sql. */
export async function run(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'niangjia-schema-'))
  const database = await startEmbedded({ home, ephemeral: true })
  try {
    await migrate(database.ownerUrl)
    writeFileSync(schemaFile, await dumpSchema(database.ownerUrl))
    console.log(schemaFile)
    return 0
  } finally {
    await database.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
