import { sql } from 'kysely'
import type { Initiative } from '../../core/api/initiatives.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { keeps } from '../records/desk.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly number: string | null
  readonly org: OrgCode
  readonly org_name: string
  readonly on_date: string
  readonly demo: boolean
  readonly answers: Readonly<
    Record<'level' | 'aliases' | 'parent' | 'department' | 'meaning' | 'number' | 'successor', string | undefined>
  >
  readonly programmes: string[]
}

const quoted = new Set(['outside', 'wording'])

/** Initiatives in sight of the reader, at most `limit`, the higher organisations first; `which` narrows to some of them. */
export async function selectInitiatives(
  tx: Tx,
  actor: Actor,
  limit: number,
  which?: readonly string[],
): Promise<Initiative[]> {
  const rows = await tx.rows<Row>(sql`
    SELECT r.id, r.title, r.state, r.org, o.name AS org_name, r.on_date, r.demo, r.answers,
           ARRAY(SELECT p.programme FROM initiative_programmes p WHERE p.initiative = r.id AND p.removed_at IS NULL ORDER BY 1) AS programmes
    FROM records r JOIN organisations o ON o.code = r.org
    WHERE r.kind = 'item' AND r.programme = 'initiative' AND (${which ?? null}::uuid[] IS NULL OR r.id = ANY (${which ?? null}::uuid[]))
    ORDER BY r.org, r.on_date, r.id LIMIT ${limit}`)
  const seen = new Set(rows.map((row) => row.id))
  return rows.map(({ answers, ...row }) => ({
    id: row.id,
    name: row.title,
    level: answers.level ?? 'action',
    state: row.state,
    aliases: (answers.aliases ?? '')
      .split(/[、，,；;]/)
      .map((name) => name.trim())
      .filter(Boolean),
    meaning: answers.meaning ?? null,
    number: answers.number ?? null,
    department: answers.department ?? null,
    issuedOn: row.on_date,
    org: { code: row.org, name: row.org_name },
    parent: which || seen.has(answers.parent ?? '') ? (answers.parent ?? null) : null,
    successor: which || seen.has(answers.successor ?? '') ? (answers.successor ?? null) : null,
    programmes: row.programmes,
    counted: !quoted.has(answers.level ?? ''),
    mine: keepsTree(actor) && keeps(actor, row.org),
    demo: row.demo,
  }))
}

export const keepsTree = ({ role }: Actor): boolean => role === 'chair' || role === 'organisation'

/** One of them. Refuses 'not-found'. */
export async function getInitiative(tx: Tx, actor: Actor, id: string): Promise<Initiative> {
  const [found] = await selectInitiatives(tx, actor, 1, [id])
  if (!found) throw new Refusal('not-found')
  return found
}
