import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { StartupError } from '../startup-error.ts'
import { FileSum, keyOf, type Manifest, manifestName, manifestShape, TableSum, tableOf } from './manifest.ts'
import { type Entry, readTar } from './tar.ts'

/** Where what is read goes, in the order in which it stands. */
export interface Sink {
  readonly rows: (table: string, piece: Buffer) => Promise<void>
  readonly file: (key: string, content: Buffer) => Promise<void>
}

const nowhere: Sink = { rows: async () => undefined, file: async () => undefined }

/**
 * Reads a backup from end to end, gives what it holds to `sink`, and its manifest back when every length and check sum has
 * turned out right: keep what went into the sink only then. Without a sink it only looks. Refuses a file that is cut
 * short, changed, or not a backup of ours. Memory: one piece of a table, one kept file.
 */
export async function readBackup(file: string, sink: Sink = nowhere): Promise<Manifest> {
  const sums: Sums = { tables: new Map(), files: new FileSum(), manifest: undefined }
  let sinkFailure: { error: unknown } | undefined
  const give = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      sinkFailure = { error }
      throw error
    })
  try {
    await pipeline(createReadStream(file), createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
      for await (const entry of readTar(unpacked)) await readEntry(entry, sums, sink, give)
    })
    return checked(sums)
  } catch (error) {
    if (sinkFailure) throw sinkFailure.error
    throw new StartupError(
      `${file} 不是完整的娘家备份，什么都没有写入（${error instanceof Error ? error.message : error}）。 / is not a whole backup; nothing was written.`,
    )
  }
}

interface Sums {
  readonly tables: Map<string, TableSum>
  readonly files: FileSum
  manifest: Manifest | undefined
}

async function readEntry(
  entry: Entry,
  sums: Sums,
  sink: Sink,
  give: (work: Promise<void>) => Promise<void>,
): Promise<void> {
  if (sums.manifest) throw new Error(`${entry.name} after the manifest`)
  const table = tableOf(entry.name)
  const key = keyOf(entry.name)
  if (table) {
    const sum = sums.tables.get(table) ?? new TableSum()
    sums.tables.set(table, sum)
    for await (const piece of entry.body) {
      sum.add(piece)
      await give(sink.rows(table, piece))
    }
  } else if (key) {
    sums.files.begin(key, entry.size)
    const content = await whole(entry)
    sums.files.add(content)
    await give(sink.file(key, content))
  } else if (entry.name === manifestName) {
    sums.manifest = manifestShape.parse(JSON.parse((await whole(entry)).toString('utf8')))
  } else throw new Error(`${entry.name} is not known`)
}

function checked({ tables, files, manifest }: Sums): Manifest {
  if (!manifest) throw new Error('no manifest')
  for (const { name, rows, bytes, sha256 } of manifest.tables) {
    const found = (tables.get(name) ?? new TableSum()).close()
    if (found.rows !== rows || found.bytes !== bytes || found.sha256 !== sha256) throw new Error(`${name}: check sum`)
    tables.delete(name)
  }
  for (const name of tables.keys()) throw new Error(`${name} is not in the manifest`)
  const found = files.close()
  const { count, bytes, sha256 } = manifest.files
  if (found.count !== count || found.bytes !== bytes || found.sha256 !== sha256) throw new Error('files: check sum')
  return manifest
}

async function whole(entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of entry.body) pieces.push(piece)
  return Buffer.concat(pieces)
}
