import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { attachFile } from '../../core/api/attachments.ts'
import type { ResponseOf } from '../../core/api/contract.ts'
import { privacyClass } from '../../core/api/record-shapes.ts'
import { uuid } from '../../core/api/shared.ts'
import { isSealedClass, type PrivacyClass } from '../../core/field.ts'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { seal, unseal } from '../crypto/seal.ts'
import { withoutTraces } from '../files/strip-metadata.ts'
import type { Upload } from '../http/upload.ts'
import { type AttachmentRow, attachmentAsData, namelessFile } from './attachments-of.ts'
import type { Desk } from './desk.ts'
import { loadFacts } from './facts.ts'
import { logRead } from './read-log.ts'
import { getRecord, type RecordRow } from './record-row.ts'
import { handles, judges, mayAttach, onlyReceives, sharesFiles, standingOf } from './standing.ts'

/** What is taken, by what the bytes are, whatever the name says. */
const accepted = ['pdf', 'jpg', 'png', 'heic', 'mp3', 'mp4', 'docx', 'xlsx'] as const

const aadOf = (id: string) => `attachment:${id}`

/**
 * Keeps a file with a record: type by its bytes, photos and films without their place, what goes to blind judges without its author, SHA-256, P3 and P4 sealed under the record's
 * key. The same id again gives the same attachment. Refuses 'type-unsupported', 'not-allowed', 'input-invalid',
 * 'file-wrong'.
 */
export async function attach(
  desk: Desk,
  programme: Programme,
  record: string,
  upload: Upload,
): Promise<ResponseOf<typeof attachFile>> {
  const { tx, actor, house } = desk
  const row = await getRecord(tx, programme, record)
  const who = standingOf(actor, row, [])
  if (!mayAttach(programme, who)) throw new Refusal('not-allowed')
  const id = uuid.safeParse(upload.fields.id)
  if (!id.success) throw new Refusal('input-invalid', { field: 'id', values: { what: 'id' } })
  const held = await findAttachment(desk, record, id.data)
  if (held) return attachmentAsData(actor, held)
  const type = await fileTypeFromBuffer(upload.bytes)
  if (!type || !accepted.some((ext) => ext === type.ext))
    throw new Refusal('type-unsupported', { field: 'file', values: { allowed: accepted.join(' ') } })
  const bytes = await withoutTraces(type.ext, upload.bytes, programme.namelessFiles)
  // What the receiver sends she may open again; of the keeper's files, those she says are meant for the receiver.
  const forReceiver =
    onlyReceives(programme, who) || (sharesFiles(programme, row) && upload.fields.forReceiver === 'true')
  const kind = classFor(programme, upload.fields.class)
  const storedAs = `attachments/${record}/${v7()}`
  await house.files.put(storedAs, isSealedClass(kind) ? sealFile(desk, row, id.data, bytes) : bytes)
  await tx.change(sql`
    INSERT INTO attachments (area, id, record, kind, org, name, mime, size, sha256, class, stored_as, by_post, for_receiver)
    VALUES (${row.area}, ${id.data}, ${record}, ${programme.kind}, ${row.org}, ${nameFor(upload.name, type.ext)}, ${type.mime}, ${bytes.length},
            ${createHash('sha256').update(bytes).digest()}, ${kind}, ${storedAs}, ${actor.post},
            ${forReceiver})`)
  const made = await findAttachment(desk, record, id.data)
  if (!made) throw new Refusal('not-found')
  return attachmentAsData(actor, made)
}

export interface FileAnswer {
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
}

/** The file itself. A P3 or P4 one needs a purpose and is logged in this transaction; who does not handle the record has none of it. */
export async function readAttachment(
  desk: Desk,
  programme: Programme,
  record: string,
  id: string,
  purpose: string | undefined,
): Promise<FileAnswer> {
  const { tx, house } = desk
  const row = await getRecord(tx, programme, record)
  const held = await findAttachment(desk, record, id)
  if (!held) throw new Refusal('not-found')
  if (held.class >= 'P2' && !row.sealed && !(await mayRead(desk, programme, row))) throw new Refusal('not-allowed')
  const stored = await house.files.get(held.stored_as)
  const hidden = onlyReceives(programme, standingOf(desk.actor, row, [])) && held.by_post !== desk.actor.post
  const name = programme.namelessFiles && hidden ? namelessFile(held) : held.name
  if (!isSealedClass(held.class)) return { name, mime: held.mime, bytes: stored }
  if (!purpose || purpose.length < 2) throw new Refusal('purpose-needed', { field: 'purpose' })
  await logRead(desk, { ...row, id }, [held.class], purpose, 'attachment')
  if (!row.key_salt) throw new Refusal('not-found')
  const text = unseal(house.secrets.dataKey, row.key_salt, stored, aadOf(id))
  return { name, mime: held.mime, bytes: Buffer.from(text, 'base64') }
}

async function mayRead(desk: Desk, programme: Programme, row: RecordRow): Promise<boolean> {
  if (mayAttach(programme, standingOf(desk.actor, row, []))) return true
  const { facts, history } = await loadFacts(desk.tx, desk.house.secrets.dataKey, programme, row, desk.today)
  return judges(programme, facts, standingOf(desk.actor, row, history))
}

/** Takes a file off its record; the row stays. A sheet that a head-count rests on is not taken away: 'evidence-needed'. */
export async function removeAttachment(desk: Desk, programme: Programme, record: string, id: string): Promise<void> {
  const row = await getRecord(desk.tx, programme, record)
  if (!handles(programme, standingOf(desk.actor, row, []))) throw new Refusal('not-allowed')
  const held = await findAttachment(desk, record, id)
  if (!held) throw new Refusal('not-found')
  if (row.heads.some((head) => head.evidence === id)) throw new Refusal('evidence-needed')
  await desk.tx.change(
    sql`UPDATE attachments SET removed_at = clock_timestamp() WHERE area = ${held.area} AND id = ${id}`,
  )
}

function findAttachment({ tx }: Desk, record: string, id: string): Promise<AttachmentRow | undefined> {
  return tx.first<AttachmentRow>(sql`
    SELECT area, id, name, mime, size, class, encode(sha256, 'hex') AS sha256, stored_as, by_post, for_receiver, at
    FROM attachments WHERE record = ${record} AND id = ${id} AND removed_at IS NULL`)
}

/** A file of a confidential case is sealed whatever its sender says; a sign-in sheet holds names. */
function classFor(programme: Programme, asked: string | undefined): PrivacyClass {
  const said = privacyClass.safeParse(asked)
  const given = said.success ? said.data : programme.confidential ? 'P4' : 'P2'
  return programme.confidential && given < 'P3' ? 'P3' : given
}

function sealFile({ house }: Desk, row: RecordRow, id: string, bytes: Buffer): Buffer {
  // A shredded record takes no more secrets.
  if (!row.key_salt) throw new Refusal('not-allowed')
  return seal(house.secrets.dataKey, row.key_salt, bytes.toString('base64'), aadOf(id))
}

/** A name as people read it, safe in a header and on a disk, with the ending its bytes deserve. */
function nameFor(name: string, ext: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}\p{M}_ ()（）.-]/gu, '')
    .trim()
    .slice(0, 80)
  return `${stem || 'file'}.${ext}`
}
