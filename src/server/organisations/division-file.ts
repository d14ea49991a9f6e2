import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Level } from '../../core/org-code.ts'
import { repositoryRoot } from '../paths.ts'

export interface Division {
  /** The 12-digit statistical division code. */
  readonly code: number
  readonly name: string
  readonly level: Level
  /** A unit of the statistics list that is no administrative division: a development zone, a farm, a mine. */
  readonly quasi: boolean
}

/** What each mark stands for: the value of its part's last digit, and of the last digit of the part above. */
const marks: Readonly<Record<string, { level: Level; unit: number; span: number }>> = {
  P: { level: 'region', unit: 1e10, span: 1e12 },
  C: { level: 'league', unit: 1e8, span: 1e10 },
  A: { level: 'banner', unit: 1e6, span: 1e8 },
  S: { level: 'township', unit: 1e3, span: 1e6 },
}

function readPacked(area2: string): string {
  const file = join(repositoryRoot, 'data', 'divisions', `${area2}.tsv.br`)
  if (!/^\d{2}$/.test(area2) || !existsSync(file))
    throw new Error(`no divisions of province ${area2} in data/divisions`)
  return brotliDecompressSync(readFileSync(file)).toString('utf8')
}

/**
 * Whether the list's own numbering marks a unit as quasi: counties 71–79 are functional zones, townships 400–599
 * quasi-townships (rules R-CODE-02). Villages are never marked: their ranges are not confirmed.
 */
function isQuasi(level: Level, part: number): boolean {
  return (level === 'banner' && part >= 71 && part <= 79) || (level === 'township' && part >= 400 && part <= 599)
}

/**
 * Every division of a province ('15') from the statistics bureau's 2023 list, in code order, parents before children.
 * For 15: 1 region, 12 leagues, 108 banners (103 official), 1,225 townships (1,022 real), 14,592 villages.
 * Throws for a province the folder does not hold. The format is described in scripts/extract-divisions.mjs.
 */
export function readDivisions(area2: string): Division[] {
  const divisions: Division[] = []
  let above = 0
  let village = 0
  for (const line of readPacked(area2).split('\n').filter(Boolean)) {
    const tab = line.indexOf('\t')
    const name = line.slice(tab + 1)
    const mark = tab > 0 ? marks[line[0] ?? ''] : undefined
    if (mark) {
      const part = Number(line.slice(1, tab))
      // What stands above: the code so far without this level's part and finer ones. A level the list leaves out
      // (东莞 has no counties) so stays zero.
      above = above - (above % mark.span) + part * mark.unit
      village = 0
      divisions.push({ code: above, name, level: mark.level, quasi: isQuasi(mark.level, part) })
    } else {
      village = tab < 0 ? village + 1 : Number(line.slice(0, tab))
      divisions.push({ code: above + village, name, level: 'village', quasi: false })
    }
  }
  return divisions
}
