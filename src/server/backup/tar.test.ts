import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ending, headerOf, paddingOf, readTar } from './tar.ts'

const long = `files/attachments/${'a'.repeat(80)}/${'b'.repeat(40)}`
const contents: [string, Buffer][] = [
  ['tables/people/000001.copy', Buffer.from('一行\n')],
  ['empty', Buffer.alloc(0)],
  [long, Buffer.alloc(1536, 7)],
]
const archive = Buffer.concat([
  ...contents.flatMap(([name, body]) => [headerOf(name, body.length), body, paddingOf(body.length)]),
  ending(),
])

async function* inParts(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function readAll(bytes: Buffer, size: number): Promise<[string, Buffer][]> {
  const found: [string, Buffer][] = []
  for await (const { name, body } of readTar(inParts(bytes, size))) {
    const pieces: Buffer[] = []
    for await (const piece of body) pieces.push(piece)
    found.push([name, Buffer.concat(pieces)])
  }
  return found
}

test('what was written is read again, however the stream is cut', async () => {
  for (const size of [1, 511, 512, 1000, archive.length]) expect(await readAll(archive, size)).toEqual(contents)
})

test('an archive that is cut short or changed is refused', async () => {
  await expect(readAll(archive.subarray(0, 700), 512)).rejects.toThrow('cut short')
  const changed = Buffer.from(archive)
  changed[0] = 65
  await expect(readAll(changed, 512)).rejects.toThrow('not an archive')
  expect(() => headerOf('名', 1)).toThrow()
})

test('the tar of the system reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-tar-'))
  try {
    writeFileSync(join(folder, 'a.tar'), archive)
    const { status, error } = spawnSync('tar', ['xf', 'a.tar'], { cwd: folder })
    if (error) return // no tar on this machine
    expect(status).toBe(0)
    for (const [name, body] of contents) expect(readFileSync(join(folder, name))).toEqual(body)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
