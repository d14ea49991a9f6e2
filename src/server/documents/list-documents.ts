import type { z } from 'zod'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { issuedDocument, listDocuments } from '../../core/api/documents.ts'
import { isSealedClass } from '../../core/field.ts'
import type { Standing } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import type { Actor } from '../database/actor.ts'
import type { Desk } from '../records/desk.ts'
import { loadHistory } from '../records/facts.ts'
import { getRecord, type RecordRow } from '../records/record-row.ts'
import { onlyReceives, standingOf } from '../records/standing.ts'
import { isInPlace, mayIssue, mayOpen } from './document-standing.ts'
import { findTemplate } from './issue.ts'
import { type IssuedRow, issuedOf } from './issued-row.ts'

/** What was issued for a record, and what this post may issue: three statements. Refuses 'not-found'. */
export async function documentsOf(
  desk: Desk,
  programme: Programme,
  record: string,
): Promise<ResponseOf<typeof listDocuments>> {
  const { tx, actor } = desk
  const row = await getRecord(tx, programme, record)
  const who = standingOf(actor, row, await loadHistory(tx, row))
  const issued = await issuedOf(tx, record)
  return {
    issued: issued.map((one) => issuedAsData(actor, programme, row, who, one)),
    possible: Object.entries(programme.documents)
      .filter(([, template]) => !template.byStep && mayIssue(programme, template, who))
      .map(([document, template]) => ({
        document,
        label: template.label,
        rule: template.rule,
        masked: template.masked === true,
        allowed: row.key_salt !== null && isInPlace(template, row.state),
        in: (template.in ?? []).flatMap((state) => programme.states[state] ?? []),
      })),
  }
}

function issuedAsData(
  actor: Actor,
  programme: Programme,
  record: RecordRow,
  who: Standing,
  row: IssuedRow,
): z.infer<typeof issuedDocument> {
  const template = findTemplate(programme, row.document)
  const { post } = actor
  return {
    id: row.id,
    document: row.document,
    label: template?.label ?? { zh: row.document, en: row.document },
    number: row.number,
    issue: row.issue,
    latest: row.latest,
    templateVersion: row.template_version,
    on: row.on_date,
    at: row.at.toISOString(),
    by: { name: row.by_name, org: { code: row.by_org, name: row.by_org_name } },
    class: row.class,
    sha256: row.page_sha256,
    contentSha256: row.content_sha256,
    // What the sender printed, and what for, is none of the receiver's business.
    prints: onlyReceives(programme, who) ? row.own_prints : row.prints,
    gone: row.gone || record.key_salt === null,
    mayOpen: mayOpen(programme, template, who, row, { post, sealed: record.sealed, state: record.state }),
    needsPurpose: isSealedClass(row.class),
  }
}
