import { sql } from 'kysely'
import { maskName } from '../../core/mask.ts'
import { type OrgCode, subtreeOf } from '../../core/org-code.ts'
import type { SheetWriter } from '../excel/write-sheets.ts'
import type { Desk } from '../records/desk.ts'

interface Row {
  id: string
  org: OrgCode
  org_name: string
  name: string
  gender: string
  birth_year: number | null
  phone_mask: string | null
  document: boolean
}

const batchRows = 1000
const genders: Readonly<Record<string, string>> = { female: '女', male: '男' }

/** Writes the people of a subtree the actor sees, every one masked: first character, year of birth, masked phone. */
export async function writePeople({ tx }: Pick<Desk, 'tx'>, org: OrgCode, book: SheetWriter): Promise<number> {
  const [lo, hi] = subtreeOf(org)
  const sheet = book.sheet('人员', [
    { header: '组织', width: 24 },
    { header: '姓名' },
    { header: '性别' },
    { header: '出生年' },
    { header: '电话', width: 16 },
    { header: '有证件号码' },
  ])
  let after: readonly [OrgCode, string] = [lo, '00000000-0000-0000-0000-000000000000']
  let count = 0
  for (;;) {
    const rows = await tx.rows<Row>(sql`
      SELECT p.id, p.org, o.name AS org_name, p.name, p.gender, extract(year FROM p.birth_date)::integer AS birth_year, p.phone_mask,
             p.id_type <> 'none' AS document
      FROM people p JOIN organisations o ON o.code = p.org
      WHERE p.org BETWEEN ${after[0]} AND ${hi} AND (p.org, p.id) > (${after[0]}::bigint, ${after[1]}::uuid) AND p.merged_into IS NULL AND p.erased_at IS NULL
      ORDER BY p.org, p.id LIMIT ${batchRows}`)
    for (const p of rows) {
      await book.row(sheet, [
        p.org_name,
        maskName(p.name),
        genders[p.gender] ?? '',
        p.birth_year,
        p.phone_mask,
        p.document ? '是' : '否',
      ])
    }
    count += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < batchRows) break
    after = [last.org, last.id]
  }
  sheet.commit()
  return count
}
