import { sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { askRelease } from '../../core/api/releases.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { momentNamed, readMoment } from '../figures/moment.ts'
import { refuseRevealing } from './disclose.ts'
import { makesReleases } from './release-rows.ts'
import { type Taken, takeFigures } from './take-figures.ts'
import { type TakenTable, takeTables } from './take-tables.ts'

/**
 * Takes the chosen figures at one moment and asks a second person for them; the same id again changes nothing. Call it in
 * a transaction of one snapshot. Refuses 'not-allowed', 'action-reused', 'release-not-yours', what takeFigures and
 * refuseRevealing refuse.
 */
export async function askForRelease(tx: Tx, actor: Actor, body: BodyOf<typeof askRelease>): Promise<void> {
  if (!makesReleases(actor)) throw new Refusal('not-allowed')
  const held = await tx.first<{ mine: boolean }>(
    sql`SELECT made_post = ${actor.post} AND title = ${body.title} AS mine FROM releases WHERE id = ${body.id}`,
  )
  if (held?.mine) return
  if (held) throw new Refusal('action-reused')
  if (body.supersedes) {
    const earlier = await tx.first(
      sql`SELECT FROM releases WHERE id = ${body.supersedes} AND org = ${actor.org} AND state = 'sealed'`,
    )
    if (!earlier) throw new Refusal('release-not-yours', { field: 'supersedes' })
  }
  const { watermark, asOf } = await readMoment(tx, body.asOf)
  const figures = await takeFigures(tx, actor, body.figures, momentNamed(watermark))
  refuseRevealing(figures)
  const tables = await takeTables(tx, actor, body.tables, { moment: momentNamed(watermark), asOf: new Date(asOf) })
  await insertRelease(tx, actor, { ...body, watermark, asOf, figures, tables })
}

export interface NewRelease {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly supersedes?: string | undefined
  readonly watermark: string
  readonly asOf: string
  readonly figures: readonly Taken[]
  readonly tables?: readonly TakenTable[]
}

/** Writes a release that waits for its second person. */
export async function insertRelease(tx: Tx, actor: Actor, release: NewRelease): Promise<void> {
  const { id, title, note, supersedes, watermark, asOf, figures, tables = [] } = release
  const area = areaOf(actor.org)
  await tx.change(sql`
    INSERT INTO releases (area, id, org, title, note, watermark, as_of, supersedes, made_by, made_post)
    VALUES (${area}, ${id}, ${actor.org}, ${title}, ${note}, ${watermark}, ${asOf}, ${supersedes ?? null}, ${actor.account}, ${actor.post})`)
  const rows = figures.map(({ org, ...figure }) => ({ ...figure, org: org.code, org_name: org.name }))
  await tx.change(sql`
    INSERT INTO release_figures (area, release, position, measure, definition, org, org_name, from_date, to_date, value, numerator, denominator, grades, entries)
    SELECT ${area}, ${id}, f.position, f.measure, f.definition, f.org, f.org_name, f."from", f."to", f.value, f.numerator, f.denominator, f.grades, f.entries
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS f (position smallint, measure text, definition jsonb, org bigint, org_name text, "from" date, "to" date,
            value bigint, numerator bigint, denominator bigint, grades jsonb, entries bigint)`)
  for (const { position, measure, definition, org, columns, rows: lines, total } of tables)
    await tx.change(sql`
      INSERT INTO release_tables (area, release, position, measure, definition, org, org_name, columns, rows, total)
      VALUES (${area}, ${id}, ${position}, ${measure}, ${JSON.stringify(definition)}::jsonb, ${org.code}, ${org.name},
              ${JSON.stringify(columns)}::jsonb, ${JSON.stringify(lines)}::jsonb, ${JSON.stringify(total)}::jsonb)`)
}
