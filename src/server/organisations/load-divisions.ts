import { sql } from 'kysely'
import type pg from 'pg'
import { type OrgCode, orgCode, subtreeOf } from '../../core/org-code.ts'
import { onDuty } from '../database/actor.ts'
import { readDivisions } from './division-file.ts'
import { federationName, shortNameOf, spell } from './division-names.ts'

const loadLock = 7_301_002

/**
 * Makes the federation of every division of a province (15: 15,938) that is not there yet; gives how many it made.
 * Safe to call at every start: a second call asks one question. `within` keeps to one subtree.
 */
export async function loadDivisions(pool: pg.Pool, region = 15, within?: OrgCode): Promise<number> {
  const [lo, hi] = subtreeOf(within ?? orgCode(region * 1e10))
  const divisions = readDivisions(String(region)).filter(({ code }) => orgCode(code) >= lo && orgCode(code) <= hi)
  return onDuty(pool, 'load', async (tx) => {
    await tx.rows(sql`SELECT pg_advisory_xact_lock(${loadLock})`)
    const held = await tx.first<{ count: number }>(sql`
      SELECT count(*) AS count FROM organisations WHERE code BETWEEN ${lo} AND ${hi} AND code % 10000 = 0`)
    if (held && held.count >= divisions.length) return 0
    const spelt = divisions.map(({ level, name }) => spell(level === 'village' ? shortNameOf(level, name) : name))
    return tx.change(sql`
      INSERT INTO organisations (code, kind, level, name, short_name, pinyin, initials, quasi)
      SELECT code, 'federation', level, name, short_name, pinyin, initials, quasi
      FROM unnest(${divisions.map(({ code }) => orgCode(code))}::bigint[], ${divisions.map((d) => d.level)}::text[],
        ${divisions.map((d) => federationName(d.level, d.name))}::text[],
        ${divisions.map((d) => shortNameOf(d.level, d.name))}::text[],
        ${spelt.map((s) => s.pinyin)}::text[], ${spelt.map((s) => s.initials)}::text[],
        ${divisions.map((d) => d.quasi)}::boolean[]) AS d (code, level, name, short_name, pinyin, initials, quasi)
      ON CONFLICT (code) DO NOTHING`)
  })
}
