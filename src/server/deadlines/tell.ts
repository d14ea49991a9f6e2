import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'

/** What is to be said about one clock. */
export interface Word {
  readonly area: number
  readonly record: string
  readonly programme: string
  readonly clock: string
  readonly org: OrgCode
  readonly for_org: OrgCode | null
  readonly legal: boolean
  readonly sealed: boolean
  readonly handlers: readonly string[]
  readonly roles: readonly string[]
  readonly due_on: Day
  readonly due_at: Date | null
  readonly textKey: 'clock-due' | 'clock-late'
  readonly told: string
  readonly toldAbove: string
  /** Organisations whose posts keep the record, and those above them. */
  readonly orgs: readonly OrgCode[]
  readonly above: readonly OrgCode[]
}

// Posts that stand today. Role and organisation decide; a person with two such posts is told once.
const living = sql`p.ended_at IS NULL AND p.from_date <= current_date AND (p.to_date IS NULL OR p.to_date >= current_date)`

/** Words as rows of a statement: w. */
const rowsOf = (words: readonly Word[]): RawBuilder<unknown> => sql`
  jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
    AS w (area integer, record uuid, programme text, clock text, org bigint, for_org bigint, sealed boolean, handlers jsonb, roles jsonb,
          due_on date, due_at timestamptz, "textKey" text, told text, "toldAbove" text, orgs jsonb, above jsonb)`

const has = (list: RawBuilder<unknown>, value: RawBuilder<unknown>) => sql`${list} @> to_jsonb(${value})`

/**
 * Tells those who handle the record and still hold a post of the division that keeps it, else the posts whose step ends the
 * clock; of a sealed record that nobody handles its rights post. A notice of a sealed record names nothing but the day.
 */
export async function tellWhoeverMustAct(tx: Tx, words: readonly Word[]): Promise<number> {
  if (words.length === 0) return 0
  return tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link, record, programme, clock, due_on, due_at, told)
    SELECT w.area, gen_random_uuid(), who.account, w."textKey" || CASE WHEN w.sealed THEN '-sealed' ELSE '' END,
           CASE WHEN w.sealed THEN '/todos' ELSE '/records/' || w.programme || '/' || w.record END,
           CASE WHEN NOT w.sealed THEN w.record END, CASE WHEN NOT w.sealed THEN w.programme END, CASE WHEN NOT w.sealed THEN w.clock END,
           w.due_on, w.due_at, w.told
    FROM ${rowsOf(words)}
    CROSS JOIN LATERAL (
      WITH handling AS (
        SELECT DISTINCT p.account FROM jsonb_array_elements_text(w.handlers) h JOIN posts p ON p.account = h::uuid
        WHERE w.for_org IS NULL AND p.org / 10000 = w.org / 10000 AND ${living})
      SELECT account FROM handling
      UNION
      SELECT p.account FROM jsonb_array_elements_text(w.orgs) o JOIN posts p ON p.org = o::bigint
      WHERE NOT EXISTS (SELECT FROM handling) AND ${living}
        AND CASE WHEN w.sealed AND w.for_org IS NULL THEN p.role = 'rights' ELSE ${has(sql`w.roles`, sql`p.role`)} END) who
    ON CONFLICT (area, account, told) DO NOTHING`)
}

/**
 * Tells the nearest level above that has somebody responsible that a legal deadline has passed, and whom to ask: for a
 * sealed record its rights posts, and nothing but the organisation; else those who take such steps, or the chair.
 */
export async function tellAbove(tx: Tx, words: readonly Word[]): Promise<number> {
  if (words.length === 0) return 0
  const responsible = sql`${living} AND CASE WHEN w.sealed THEN p.role = 'rights' ELSE p.role = 'chair' OR ${has(sql`w.roles`, sql`p.role`)} END`
  return tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link, record, programme, clock, org, due_on, told)
    SELECT w.area, gen_random_uuid(), who.account, CASE WHEN w.sealed THEN 'legal-late-sealed' ELSE 'legal-late' END,
           CASE WHEN NOT w.sealed THEN '/records/' || w.programme || '/' || w.record END,
           CASE WHEN NOT w.sealed THEN w.record END, CASE WHEN NOT w.sealed THEN w.programme END, CASE WHEN NOT w.sealed THEN w.clock END,
           CASE WHEN w.sealed THEN w.org ELSE coalesce(w.for_org, w.org) END, CASE WHEN NOT w.sealed THEN w.due_on END, w."toldAbove"
    FROM ${rowsOf(words)}
    CROSS JOIN LATERAL (
      SELECT DISTINCT p.account FROM posts p
      WHERE ${responsible} AND p.org = (
        SELECT max(p.org) FROM jsonb_array_elements_text(w.above) o JOIN posts p ON p.org = o::bigint WHERE ${responsible})) who
    ON CONFLICT (area, account, told) DO NOTHING`)
}
