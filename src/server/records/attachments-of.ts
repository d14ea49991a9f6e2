import { sql } from 'kysely'
import type { z } from 'zod'
import type { attachmentShape } from '../../core/api/record-shapes.ts'
import type { PrivacyClass } from '../../core/field.ts'
import type { Actor, Tx } from '../database/actor.ts'

export interface AttachmentRow {
  area: number
  id: string
  name: string
  mime: string
  size: number
  class: PrivacyClass
  sha256: string
  stored_as: string
  by_post: string | null
  for_receiver: boolean
  at: Date
}

export const attachmentAsData = (actor: Actor, row: AttachmentRow): z.infer<typeof attachmentShape> => ({
  id: row.id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  class: row.class,
  sha256: row.sha256,
  at: row.at.toISOString(),
  mine: row.by_post === actor.post,
  forReceiver: row.for_receiver,
})

/** What a file is called for whom its own name might tell the author. */
export const namelessFile = ({ id, name }: Pick<AttachmentRow, 'id' | 'name'>): string =>
  `稿件-${id.slice(-4)}${/\.[a-z0-9]+$/.exec(name)?.[0] ?? ''}`

/** The files of a record that were not taken off it again, oldest first. */
export async function attachmentsOf(tx: Tx, actor: Actor, record: string): Promise<z.infer<typeof attachmentShape>[]> {
  const rows = await tx.rows<AttachmentRow>(sql`
    SELECT area, id, name, mime, size, class, encode(sha256, 'hex') AS sha256, stored_as, by_post, for_receiver, at
    FROM attachments WHERE record = ${record} AND removed_at IS NULL ORDER BY at, id`)
  return rows.map((row) => attachmentAsData(actor, row))
}
