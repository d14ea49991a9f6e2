import { sql } from 'kysely'
import { orgCode } from '../../core/org-code.ts'
import type { Agency } from '../../core/partner.ts'
import type { Tx } from '../database/actor.ts'

const division = 152921000000
const partners = [
  ['court', 11, '阿拉善左旗人民法院（演示）', '左旗法院'],
  ['procuratorate', 12, '阿拉善左旗人民检察院（演示）', '左旗检察院'],
  ['police', 13, '阿拉善左旗公安局（演示）', '左旗公安'],
  ['justice', 14, '阿拉善左旗司法局（演示）', '左旗司法局'],
  ['civil-affairs', 15, '阿拉善左旗民政局（演示）', '左旗民政'],
  ['education', 16, '阿拉善左旗教育体育局（演示）', '左旗教育'],
  ['health', 17, '阿拉善左旗卫生健康委（演示）', '左旗卫健'],
  // Of the domestic-service alliance (L070).
  ['company', 18, '左旗亮姐家政服务有限公司（演示）', '左旗亮姐家政'],
  ['bank', 19, '农业银行阿拉善左旗支行（演示）', '农行左旗支行'],
] as const satisfies readonly (readonly [Agency, number, string, string])[]

/** Codes of the demo banner's partner agencies. */
export const partnerCodes = Object.fromEntries(
  partners.map(([agency, serial]) => [agency, orgCode(division, serial)]),
) as Record<(typeof partners)[number][0], number>

/** Agencies that work with the demo banner's federation (妇联+); nothing where the banner is not there. */
export async function makePartners(tx: Tx): Promise<void> {
  const rows = partners.map(([agency, serial, name, short]) => ({
    agency,
    code: orgCode(division, serial),
    name,
    short,
  }))
  await tx.change(sql`
    INSERT INTO organisations (code, kind, agency, level, name, short_name, pinyin, initials, valid_from, demo)
    SELECT p.code, 'partner', p.agency, 'banner', p.name, p.short, '', '', '2023-01-01', true
    FROM unnest(${rows.map((r) => r.code)}::bigint[], ${rows.map((r) => r.agency)}::text[], ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.short)}::text[])
      AS p (code, agency, name, short)
    WHERE EXISTS (SELECT FROM organisations WHERE code = ${orgCode(division)})
    ON CONFLICT DO NOTHING`)
}
