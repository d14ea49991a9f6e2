import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

const weights = { 400: 'regular', 500: 'medium', 700: 'bold' }

/** Writes Noto Sans SC into `folder` as plain font files, for a browser on a machine without Chinese fonts. */
export function writeFonts(folder: string): void {
  const { resolve } = createRequire(import.meta.url)
  for (const weight of Object.keys(weights)) {
    const woff = resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`)
    writeFileSync(join(folder, `noto-sans-sc-${weight}.ttf`), unpackWoff(readFileSync(woff)))
  }
}

/** A fontconfig file that knows the fonts in `folder` (with folders below it) and those of the system. */
export function fontconfig(folder: string): string {
  // The files name themselves 'Noto Sans SC Thin' whatever their weight.
  const names = Object.entries(weights).map(
    ([weight, constant]) =>
      `<match target="scan"><test name="file" compare="contains"><string>noto-sans-sc-${weight}</string></test>
         <edit name="family" mode="assign"><string>Noto Sans SC</string></edit>
         <edit name="weight" mode="assign"><const>${constant}</const></edit></match>`,
  )
  const prefer = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  )
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir>
    <cachedir>${join(folder, 'cache')}</cachedir>${names.join('')}${prefer.join('')}</fontconfig>\n`
}

/** WOFF 1.0 (W3C) to sfnt: the same tables, uncompressed, under a new directory. System fonts may not be WOFF. */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const power = 2 ** Math.floor(Math.log2(count))
  const header = Buffer.alloc(12 + 16 * count)
  woff.copy(header, 0, 4, 8) // flavour
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((count - power) * 16, 10)
  const tables: Buffer[] = [header]
  let offset = header.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index
    const start = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(start, start + woff.readUInt32BE(entry + 8))
    const length = woff.readUInt32BE(entry + 12)
    const table = packed.length < length ? inflateSync(packed) : packed
    const at = 12 + 16 * index
    woff.copy(header, at, entry, entry + 4) // tag
    woff.copy(header, at + 4, entry + 16, entry + 20) // checksum
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(length, at + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    tables.push(table, padding)
    offset += length + padding.length
  }
  return Buffer.concat(tables)
}
