import { sql } from 'kysely'
import { areaOf, orgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'
import { madeId } from './made-id.ts'

/** Brands the articles tell of (L020, L028, L029, L031, L032, L037, L103, L105, L131, L132): rows, not code. Those without a known place stand at the region. */
const brands = [
  { programme: 'mediation', org: orgCode(150000000000), name: '和姐益家', from: '2021-03-08' },
  { programme: 'mediation', org: orgCode(150000000000), name: '红镜头', from: '2022-03-08' },
  { programme: 'mediation', org: orgCode(150000000000), name: '温馨驿站', from: '2022-03-08' },
  { programme: 'family-story', org: orgCode(150000000000), name: '百姓电视台', from: '2022-03-08' },
  { programme: 'volunteer-session', org: orgCode(150222000000), name: '拉话话', from: '2020-03-08' },
  { programme: 'weekend-pair', org: orgCode(150825000000), name: '周末妈妈', from: '2019-06-01' },
  { programme: 'lecture', org: orgCode(150000000000), name: '石榴系列宣教行动', from: '2022-03-08' },
  { programme: 'lecture', org: orgCode(150000000000), name: '北疆巾帼思政大讲堂', from: '2022-03-08' },
  { programme: 'lecture', org: orgCode(150000000000), name: '十百千万巾帼大宣讲', from: '2021-03-08' },
  { programme: 'lecture', org: orgCode(150000000000), name: '我奋斗·家国美', from: '2022-09-01' },
  { programme: 'online-lecture', org: orgCode(150000000000), name: '遇见春天遇见你', from: '2023-03-01' },
  { programme: 'outreach-event', org: orgCode(150000000000), name: '我奋斗·家国美', from: '2022-09-01' },
  { programme: 'outreach-event', org: orgCode(150000000000), name: '书香飘万家', from: '2022-04-23' },
] as const

const first = 6_000_000

/** The ids of a programme’s brands in the demo. */
export const brandsOf = (programme: string): string[] =>
  brands.flatMap((brand, i) => (brand.programme === programme ? [madeId('other', first + i)] : []))

/** Makes those whose organisation is there. */
export async function makeBrands(tx: Tx): Promise<void> {
  for (const [i, { programme, org, name, from }] of brands.entries()) {
    await tx.change(sql`
      INSERT INTO brands (area, id, programme, org, name, from_date, demo)
      SELECT ${areaOf(org)}, ${madeId('other', first + i)}, ${programme}, code, ${name}, ${from}, true
      FROM organisations WHERE code = ${org}`)
  }
}
