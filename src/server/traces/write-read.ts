import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { OrgCode } from '../../core/org-code.ts'
import type { Actor, Tx } from '../database/actor.ts'

/** A look at P3/P4, or a list taken away: what it was of, which organisation keeps that, and what for. */
export interface Read {
  readonly area: number
  readonly subject: 'person' | 'record' | 'attachment' | 'export'
  readonly id: string
  /** Of a record: its fields are named by the definition. */
  readonly programme?: string
  readonly org: OrgCode
  readonly fields: readonly string[]
  readonly purpose: string
}

/** Leaves the trace of a reading, in the transaction of the reading itself (R-PRI-07). */
export async function writeRead(tx: Tx, actor: Actor, read: Read): Promise<void> {
  await tx.change(sql`
    INSERT INTO reads (area, id, subject, subject_id, programme, org, fields, purpose, account, post)
    VALUES (${read.area}, ${v7()}, ${read.subject}, ${read.id}, ${read.programme ?? null}, ${read.org},
      ${[...read.fields]}::text[], ${read.purpose}, ${actor.account}, ${actor.post})`)
}
