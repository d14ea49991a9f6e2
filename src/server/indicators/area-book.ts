import { sql } from 'kysely'
import { isWithin, levelOf, type OrgCode, orgCode, subtreeOf } from '../../core/org-code.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { ReadArea } from './read-sheet.ts'
import { sheetWords } from './sheet-words.ts'

interface Area {
  readonly code: OrgCode
  readonly name: string
}

/** The areas a reader may report for, by what sheets call them. */
export interface AreaBook {
  readonly scope: OrgCode
  readonly language: Actor['language']
  readonly byName: ReadonlyMap<string, readonly Area[]>
  readonly byCode: ReadonlyMap<OrgCode, Area>
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/妇女联合会$|妇联$/, '')
const wholeWords = ['全区', '自治区', '合计', '总计', 'total']

export async function loadAreas(tx: Tx, actor: Actor): Promise<AreaBook> {
  const [lo, hi] = subtreeOf(actor.org)
  const rows = await tx.rows<Area & { short: string }>(sql`
    SELECT code, name, short_name AS short FROM organisations
    WHERE code BETWEEN ${lo} AND ${hi} AND level IN ('region', 'league', 'banner') AND kind = 'federation' AND valid_to IS NULL
      AND NOT quasi ORDER BY code`)
  const names = rows.flatMap(({ code, name, short }) =>
    [...new Set([plain(name), plain(short)])].map((called) => ({ called, area: { code, name } })),
  )
  const byName = new Map<string, Area[]>()
  for (const { called, area } of names) byName.set(called, [...(byName.get(called) ?? []), area])
  const own = rows.find(({ code }) => code === actor.org)
  if (own && levelOf(own.code) === 'region') for (const word of wholeWords) byName.set(word, [own])
  return { scope: actor.org, language: actor.language, byName, byCode: new Map(rows.map((row) => [row.code, row])) }
}

/** Which area a row is of, or why nobody can tell. A code goes before a name. */
export function areaOfRow(book: AreaBook, { name, code }: ReadArea): Area | { readonly problem: string } {
  const t = sheetWords[book.language]
  const digits = (code?.text ?? '').trim() || (/^\d{12}$/.test(name?.text ?? '') ? (name?.text ?? '') : '')
  if (digits) {
    const asked = /^\d{6}$/.test(digits) ? Number(digits) * 1e6 : Number(digits)
    const found = book.byCode.get(orgCode(asked))
    if (found) return found
    const told = digits.slice(0, 16)
    return { problem: isWithin(orgCode(asked), book.scope) ? t.noCode(told) : t.notYours(told) }
  }
  const words = plain(name?.text ?? '')
  if (!words) return { problem: t.whichArea }
  const [first, second] = book.byName.get(words.toLowerCase()) ?? book.byName.get(words) ?? []
  if (!first) return { problem: t.noArea(words.slice(0, 20)) }
  if (second) return { problem: t.manyAreas(words.slice(0, 20)) }
  return first
}
