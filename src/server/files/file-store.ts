import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** Where files are kept, by key (attachments/2026/11/<id>). One folder today; the same five verbs fit S3. */
export interface FileStore {
  put(key: string, content: Buffer): Promise<void>
  get(key: string): Promise<Buffer>
  read(key: string): Readable
  write(key: string): Promise<Writable>
  remove(key: string): Promise<void>
  exists(key: string): Promise<boolean>
}

/** A file store in a folder; keys cannot leave it. */
export function folderStore(folder: string): FileStore {
  const root = resolve(folder)
  const pathOf = (key: string) => {
    const path = join(root, key)
    if (!path.startsWith(root + sep)) throw new Error('key leaves the store')
    return path
  }
  const ready = async (key: string) => {
    const path = pathOf(key)
    await mkdir(dirname(path), { recursive: true })
    return path
  }
  return {
    // On the disk, whole, before the row that names it commits; a backup meanwhile reads the old one or the new.
    put: async (key, content) => {
      const path = await ready(key)
      const draft = `${path}.${randomUUID()}.part`
      await writeFile(draft, content, { flush: true })
      await rename(draft, path)
    },
    get: (key) => readFile(pathOf(key)),
    read: (key) => createReadStream(pathOf(key)),
    write: async (key) => createWriteStream(await ready(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    exists: (key) =>
      stat(pathOf(key)).then(
        () => true,
        () => false,
      ),
  }
}
