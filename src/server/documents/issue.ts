import { sql } from 'kysely'
import { v5 } from 'uuid'
import { documentSeries } from '../../core/document-number.ts'
import { isSealedClass } from '../../core/field.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import type { Action, Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { seal } from '../crypto/seal.ts'
import { atHand } from '../records/at-hand.ts'
import { type Desk, isHouse, keeps } from '../records/desk.ts'
import { loadRecord } from '../records/facts.ts'
import { logRead } from '../records/read-log.ts'
import { lockRecord, type RecordRow } from '../records/record-row.ts'
import { standingOf } from '../records/standing.ts'
import { canonical, sha256 } from './canonical.ts'
import { classOfDocument, isInPlace, mayIssue } from './document-standing.ts'
import { renderDocx } from './docx/render-docx.ts'
import { type Draft, draftOf } from './draft.ts'

/** Where a sealed part of a document belongs; it opens nowhere else. */
export const sealedPart = (id: string, part: 'content' | 'page') => `document:${id}:${part}`

/**
 * Issues what a step makes, in the step's transaction; `facts` are those after it. Their ids come from the step's own, so a
 * retry of the step, which changes nothing, makes no second one. Refuses 'document-gone' on a shredded record.
 */
export async function issueDocuments(
  desk: Desk,
  programme: Programme,
  row: RecordRow,
  facts: Facts,
  action: Action,
  actionId: string,
): Promise<void> {
  for (const document of action.makes ?? []) {
    const id = v5(`document ${document}`, actionId)
    await atHand(desk.tx, row.id, async () => {
      const ready = await readyFor(desk, programme, document, row, facts)
      await write(desk, programme, document, row, ready, { id, actionId })
    })
  }
}

/**
 * Issues one on request. The same id again gives the same one. Refuses 'not-found' for none of this service, 'not-allowed',
 * 'document-not-now' in another state, 'document-unchanged' where the last one says the same: that is printed again instead.
 */
export async function issueOnRequest(
  desk: Desk,
  programme: Programme,
  record: string,
  document: string,
  id: string,
): Promise<void> {
  const { tx, actor, house, today } = desk
  const asked = { id: record, row: lockRecord(tx, programme, record) }
  const { row, facts, history } = await loadRecord(tx, house.secrets.dataKey, programme, asked, today)
  const template = findTemplate(programme, document)
  if (!template || template.byStep) throw new Refusal('not-found')
  const held = await tx.first<{ record: string; document: string }>(
    sql`SELECT record, document FROM documents WHERE area = ${row.area} AND id = ${id}`,
  )
  if (held?.record === record && held.document === document) return
  if (held) throw new Refusal('action-reused')
  if (!mayIssue(programme, template, standingOf(actor, row, history))) throw new Refusal('not-allowed')
  if (!isInPlace(template, row.state)) {
    const state = programme.states[row.state]?.[actor.language] ?? row.state
    throw new Refusal('document-not-now', { values: { state } })
  }
  const ready = await readyFor(desk, programme, document, row, facts)
  const last = await tx.first<{ number: string; same: boolean }>(sql`
    SELECT number, made_from = ${ready.draft.madeFrom} AND template_version = ${template.version} AND content IS NOT NULL AS same
    FROM documents WHERE record = ${record} AND document = ${document} ORDER BY issue DESC LIMIT 1`)
  if (last?.same) throw new Refusal('document-unchanged', { values: { number: last.number } })
  await atHand(tx, row.id, () => write(desk, programme, document, row, ready, { id }))
}

export const findTemplate = (programme: Programme, document: string) =>
  Object.hasOwn(programme.documents, document) ? programme.documents[document] : undefined

interface Ready {
  readonly draft: Draft
  readonly org: OrgCode
}

/** Under whose name it goes out: the keeping organisation's, or that of a post beyond it that takes the step. */
async function readyFor(
  desk: Desk,
  programme: Programme,
  document: string,
  row: RecordRow,
  facts: Facts,
): Promise<Ready> {
  const { tx, actor } = desk
  const template = findTemplate(programme, document)
  if (!template) throw new Refusal('not-found')
  if (isHouse(actor) || keeps(actor, row.org))
    return { org: row.org, draft: await draftOf(desk, programme, template, row, facts, row.org_name) }
  const own = await tx.first<{ name: string }>(sql`SELECT name FROM organisations WHERE code = ${actor.org}`)
  return { org: actor.org, draft: await draftOf(desk, programme, template, row, facts, own?.name ?? row.org_name) }
}

async function write(
  desk: Desk,
  programme: Programme,
  document: string,
  row: RecordRow,
  { draft, org }: Ready,
  from: { readonly id: string; readonly actionId?: string },
): Promise<void> {
  const { tx, actor, house, today } = desk
  const template = findTemplate(programme, document)
  if (!template) throw new Refusal('not-found')
  const salt = row.key_salt
  if (!salt) throw new Refusal('document-gone')
  const number = await nextNumber(desk, documentSeries(programme, document, org, today.slice(0, 4)), areaOf(org))
  const blocks = draft.pages(number)
  const content = canonical({ document, version: template.version, number, blocks })
  const page = renderDocx(blocks)
  const sealed = (part: 'content' | 'page', text: string) =>
    seal(house.secrets.dataKey, salt, text, sealedPart(from.id, part))
  const level = classOfDocument(programme, template)
  await tx.change(sql`
    INSERT INTO documents (area, id, record, kind, programme, document, number, issue, template_version, class, for_receiver, persons,
                           content, page, content_sha256, page_sha256, made_from, action, by_account, by_post, by_org, on_date)
    SELECT ${row.area}, ${from.id}, ${row.id}, ${programme.kind}, ${programme.id}, ${document}, ${number},
           coalesce(max(d.issue), 0) + 1, ${template.version}, ${level}, ${template.forReceiver === true}, ${draft.people.named()}::uuid[],
           ${sealed('content', content)}, ${sealed('page', page.toString('base64'))}, ${sha256(content)}, ${sha256(page)},
           ${draft.madeFrom}, ${from.actionId ?? null}, ${actor.account || null}, ${actor.post || null}, ${isHouse(actor) ? row.org : actor.org}, ${today}
    FROM documents d WHERE d.record = ${row.id} AND d.document = ${document}`)
  const purpose = actor.language === 'zh' ? `出具文书 ${number}` : `document ${number}`
  if (isSealedClass(level) && !isHouse(actor)) await logRead(desk, row, [`document:${document}`], purpose)
  await draft.people.logReads(purpose)
}

/** HJXY-152921-2026-00003; never used twice, though a step that fails gives its number back. */
async function nextNumber({ tx }: Desk, series: string, area: number): Promise<string> {
  const row = await tx.first<{ last: number }>(sql`
    INSERT INTO record_numbers AS held (area, series, last) VALUES (${area}, ${series}, 1)
    ON CONFLICT (area, series) DO UPDATE SET last = held.last + 1 RETURNING last`)
  return `${series}-${String(row?.last ?? 1).padStart(5, '0')}`
}
