/** One file of an archive; its body must be read, or skipped, before the next is asked for. */
export interface Entry {
  readonly name: string
  readonly size: number
  readonly body: AsyncIterable<Buffer>
}

const block = 512
/** Eleven octal digits. */
const largest = 8 ** 11 - 1

/** The header block of a plain file (POSIX ustar). Refuses a name that is not ASCII or too long to be kept. */
export function headerOf(name: string, size: number): Buffer {
  const [prefix, rest] = splitName(name)
  if (size > largest) throw new Error(`${name}: larger than 8 GiB`)
  const header = Buffer.alloc(block)
  header.write(rest, 0, 100, 'ascii')
  header.write('0000600\x000000000\x000000000\x00', 100, 'ascii') // mode, uid, gid
  header.write(`${size.toString(8).padStart(11, '0')}\x00`, 124, 'ascii')
  header.write('00000000000\x00', 136, 'ascii') // time: the same content gives the same bytes
  header.write('0', 156, 'ascii')
  header.write('ustar\x0000', 257, 'ascii')
  header.write(prefix, 345, 155, 'ascii')
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\x00 `, 148, 'ascii')
  return header
}

/** Zeros up to the next whole block. */
export const paddingOf = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block)

/** What stands at the end of an archive. */
export const ending = (): Buffer => Buffer.alloc(2 * block)

/** The files of an archive, in order, in bounded memory. Throws where it is cut short or not what `headerOf` writes. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const input = new ByteReader(source)
  for (;;) {
    const header = await input.take(block)
    if (header.every((byte) => byte === 0)) break
    const entry = parse(header)
    let read = false
    const body = async function* () {
      read = true
      yield* input.pieces(entry.size)
      await input.take(paddingOf(entry.size).length)
    }
    yield { ...entry, body: body() }
    if (!read) throw new Error(`${entry.name} was not read`)
  }
  // To the very end: the check sum of the compressed stream stands behind the last block.
  await input.drain()
}

function parse(header: Buffer): { name: string; size: number } {
  const text = (from: number, to: number) => header.toString('latin1', from, to).replace(/\0.*$/s, '')
  const [size, sum] = [text(124, 136), text(148, 156)].map((octal) => Number.parseInt(octal, 8)) as [number, number]
  if (text(257, 263) !== 'ustar' || text(156, 157) !== '0' || sumOf(header) !== sum || !(size >= 0))
    throw new Error('not an archive of ours')
  const prefix = text(345, 500)
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size }
}

/** Of all bytes, its own eight taken as spaces. */
function sumOf(header: Buffer): number {
  let sum = 8 * 32
  for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += header[at] ?? 0
  return sum
}

function splitName(name: string): [string, string] {
  if (!/^[\x21-\x7e]+$/.test(name)) throw new Error(`${name}: not a name for an archive`)
  if (name.length <= 100) return ['', name]
  const cut = name.lastIndexOf('/', 155)
  if (cut < 1 || name.length - cut - 1 > 100) throw new Error(`${name}: too long for an archive`)
  return [name.slice(0, cut), name.slice(cut + 1)]
}

/** Cuts a stream of buffers of any length into what is asked for. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async *pieces(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.#held.length === 0) await this.#more()
      const piece = this.#held.subarray(0, left)
      this.#held = this.#held.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async take(size: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(size)) pieces.push(piece)
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
  }

  async drain(): Promise<void> {
    while (!(await this.#source.next()).done);
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next()
    if (done) throw new Error('cut short')
    this.#held = value
  }
}
