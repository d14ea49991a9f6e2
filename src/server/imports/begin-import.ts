import { sql } from 'kysely'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import { keeperFor } from '../records/create.ts'
import type { Desk } from '../records/desk.ts'
import { getRecord } from '../records/record-row.ts'
import { addImport, findImport, type ImportRow } from './import-row.ts'
import { countRows, openSheet } from './open-sheet.ts'
import { sealFile } from './sealed-file.ts'
import { sheetKind } from './sheet-kind.ts'

export interface Upload {
  readonly id: string
  readonly what: string
  readonly dryRun: boolean
  readonly org?: OrgCode | undefined
  /** Of an attendance list: the activity. */
  readonly record?: string | undefined
  readonly fileName: string
  readonly content: Buffer
}

/**
 * Looks an upload over, keeps it encrypted, and notes the import; nothing of it is written yet. The same id again gives the
 * import as it is. Refuses 'file-wrong', 'sheet-wrong', 'rows-too-many', 'not-allowed', 'programme-unknown', 'org-unknown'.
 */
export async function beginImport(desk: Desk, upload: Upload): Promise<ImportRow> {
  const { tx, actor, house } = desk
  const held = await findImport(tx, upload.id)
  if (held) return held
  const kind = sheetKind(actor, upload.what)
  const org =
    upload.what === 'attendance'
      ? await organiserOf(desk, upload.record)
      : await keeperFor(desk, upload.org ?? actor.org)
  const total = await countRows(await openSheet(upload.content, kind.mark, kind.columns))
  const key = `imports/${upload.id}/upload.xlsx`
  await house.files.put(key, sealFile(house.secrets.dataKey, key, upload.content))
  const added = await addImport(tx, actor, {
    area: areaOf(org),
    id: upload.id,
    programme: upload.what,
    org,
    record: upload.what === 'attendance' ? (upload.record ?? null) : null,
    file_name: upload.fileName,
    stored_as: key,
    dry_run: upload.dryRun,
    rows_total: total,
  })
  const row = await findImport(tx, upload.id)
  if (!row || !added) throw new Refusal('action-reused')
  return row
}

/** The organisation of the activity a list is for. */
async function organiserOf({ tx }: Desk, record: string | undefined): Promise<OrgCode> {
  const row = record
    ? await tx.first<{ programme: string }>(sql`SELECT programme FROM activities WHERE id = ${record}`)
    : undefined
  const programme = row && findProgramme(row.programme)
  if (!programme || !record) throw new Refusal('not-found', { field: 'record' })
  return (await getRecord(tx, programme, record)).org
}
