import { sql } from 'kysely'
import { areaOf, orgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'
import { madeId } from './made-id.ts'

/** Brands the articles tell of (L103, L105, L131, L132): rows, not code. Those without a known place stand at the region. */
const brands = [
  { programme: 'mediation', org: orgCode(150000000000), name: '和姐益家', from: '2021-03-08' },
  { programme: 'mediation', org: orgCode(150000000000), name: '红镜头', from: '2022-03-08' },
  { programme: 'mediation', org: orgCode(150000000000), name: '温馨驿站', from: '2022-03-08' },
  { programme: 'family-story', org: orgCode(150000000000), name: '百姓电视台', from: '2022-03-08' },
  { programme: 'volunteer-session', org: orgCode(150222000000), name: '拉话话', from: '2020-03-08' },
  { programme: 'weekend-pair', org: orgCode(150825000000), name: '周末妈妈', from: '2019-06-01' },
] as const

/** Makes those whose organisation is there. */
export async function makeBrands(tx: Tx): Promise<void> {
  for (const [i, { programme, org, name, from }] of brands.entries()) {
    await tx.change(sql`
      INSERT INTO brands (area, id, programme, org, name, from_date, demo)
      SELECT ${areaOf(org)}, ${madeId('other', 6_000_000 + i)}, ${programme}, code, ${name}, ${from}, true
      FROM organisations WHERE code = ${org}`)
  }
}
