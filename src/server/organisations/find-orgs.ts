import { type RawBuilder, sql } from 'kysely'
import type { OrgItem } from '../../core/api/orgs.ts'
import { type OrgCode, subtreeOf } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'
import { type OrgRow, orgColumns, toItems } from './org-rows.ts'

export interface OrgSearch {
  readonly q: string
  readonly under?: OrgCode
  readonly kind?: OrgItem['kind']
  readonly limit: number
}

/**
 * Organisations whose name begins with or holds `q`: Chinese, pinyin (alashan), initials (alsz) or the start of a code.
 * Those that stand come first, then the higher level. Never more than `limit`: the tree is not sent to a browser.
 */
export async function searchOrgs(tx: Tx, search: OrgSearch): Promise<OrgItem[]> {
  const q = search.q.toLowerCase().replace(/\s/g, '')
  const found = await tx.rows<OrgRow>(select(beginsWith(q), search, []))
  // The start of a name is looked up in an index; only when that gives too little is the middle searched.
  const inside = found.length < search.limit && /[^ -~]/.test(q)
  const codes = found.map(({ code }) => code)
  const rest = inside ? await tx.rows<OrgRow>(select(sql`position(${q} IN name) > 0`, search, codes)) : []
  return toItems(tx, [...found, ...rest].slice(0, search.limit))
}

/** The half-open range of texts that begin with `q`; its columns are in "C" order. */
function range(column: 'short_name' | 'pinyin' | 'initials', q: string): RawBuilder<unknown> {
  return sql`(${sql.ref(column)} >= ${q} AND ${sql.ref(column)} < ${`${q}\u{10ffff}`})`
}

function beginsWith(q: string): RawBuilder<unknown> {
  if (q === '') return sql`true`
  if (/^\d{2,16}$/.test(q)) {
    const first = Number(q.padEnd(16, '0'))
    return sql`code BETWEEN ${first} AND ${first + 10 ** (16 - q.length) - 1}`
  }
  const spelt = q.replace(/['’]/g, '')
  return /^[a-z0-9]+$/.test(spelt)
    ? sql`(${range('initials', spelt)} OR ${range('pinyin', spelt)})`
    : range('short_name', q)
}

function select(condition: RawBuilder<unknown>, { q, under, kind, limit }: OrgSearch, except: readonly OrgCode[]) {
  const [lo, hi] = under === undefined ? [0, Number.MAX_SAFE_INTEGER] : subtreeOf(under)
  return sql`
    SELECT ${orgColumns} FROM organisations
    WHERE ${condition} AND code BETWEEN ${lo} AND ${hi} AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
      AND code <> ALL(${except}::bigint[])
    ORDER BY valid_to IS NOT NULL, short_name = ${q} DESC, initials = ${q} DESC,
      array_position('{region,league,banner,township,village}', level), code
    LIMIT ${limit}`
}
