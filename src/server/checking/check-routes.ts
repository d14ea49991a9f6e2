import { z } from 'zod'
import * as api from '../../core/api/checks.ts'
import { checkGround, type DraftText, readDrafts } from '../../core/draft/check-draft.ts'
import type { Finding } from '../../core/draft/finding.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { keeps } from '../records/desk.ts'
import {
  answersOf,
  deleteAnswer,
  getStored,
  insertAnswer,
  insertCheck,
  pageOfChecks,
  type StoredAnswer,
  updateCheck,
} from './check-rows.ts'
import { measuresOf, whatIsKnown } from './known-figures.ts'
import { draftText, readDraftFile } from './read-draft-file.ts'
import { makesChecks, readsChecks } from './statement-rows.ts'

const oneSnapshot = { repeatable: true }

function mayMake(actor: Actor): void {
  if (!makesChecks(actor.role)) throw new Refusal('not-allowed')
}
function mayRead(actor: Actor): void {
  if (!readsChecks(actor.role)) throw new Refusal('not-allowed')
}

/** Reads and checks texts: by themselves, against published numbers, and against the figures of the house. */
async function examine(tx: Tx, actor: Actor, texts: readonly DraftText[]) {
  const ground = readDrafts(texts)
  const measures = measuresOf(ground)
  const { findings } = checkGround(ground, await whatIsKnown(tx, actor, ground, measures))
  const read = texts.map((text, draft) => ({
    ...text,
    numbers: ground.numbers
      .filter((one) => one.draft === draft)
      .map((one) => {
        const { at, end, text: said, value, unit, bound, rhetorical, period } = one.n
        const measure = measures.get(one)
        return {
          ...{ at, end, text: said, value, unit, bound, rhetorical },
          period: period?.text ?? null,
          measure: measure ? { id: measure.id, label: measure.label } : null,
        }
      }),
  }))
  return { texts: read, findings, counted: { numbers: ground.numbers.length, findings: findings.length } }
}

type Examined = Awaited<ReturnType<typeof examine>>

function findingShape(finding: Finding, answers: readonly StoredAnswer[]): api.FindingShape {
  const { known, other, ...said } = finding
  const answer = answers.find((one) => one.finding === finding.key)
  return {
    ...said,
    other: other ?? null,
    known: known
      ? { kind: known.kind, id: known.id, measure: known.measure, source: known.source, link: known.link ?? null }
      : null,
    answer: answer ? { reason: answer.reason, by: answer.by_name, at: answer.at.toISOString() } : null,
  }
}

/** A check as it now stands; `examined` when its texts have just been. */
async function show(tx: Tx, actor: Actor, id: string, examined?: Examined): Promise<api.CheckShape> {
  const check = await getStored(tx, id)
  const answers = await answersOf(tx, id)
  const { texts, findings } = examined ?? (await examine(tx, actor, check.texts))
  return {
    id,
    name: check.name,
    org: { code: check.org, name: check.org_name },
    revision: check.revision,
    at: check.at.toISOString(),
    updatedAt: check.updated_at.toISOString(),
    texts,
    findings: findings.map((finding) => findingShape(finding, answers)),
    mine: makesChecks(actor.role) && keeps(actor, check.org),
  }
}

const clean = (texts: readonly DraftText[]) => texts.map(({ name, text }) => ({ name, text: draftText(text) }))

export const checkRoutes: readonly Route[] = [
  postRoute(api.readDraftText, async ({ actor, upload }) => {
    mayMake(actor)
    if (!upload) throw new Refusal('file-wrong', { field: 'file' })
    const name = upload.name.split(/[/\\]/).at(-1)?.slice(0, 120) || '稿件'
    return { name, text: await readDraftFile(name, upload.bytes) }
  }),
  postRoute(
    api.addCheck,
    async ({ tx, actor, body }) => {
      mayMake(actor)
      const texts = clean(body.texts)
      const examined = await examine(tx, actor, texts)
      await insertCheck(tx, actor, body.id, texts, examined.counted)
      return show(tx, actor, body.id, examined)
    },
    oneSnapshot,
  ),
  postRoute(api.listChecks, async ({ tx, actor, query }) => {
    mayRead(actor)
    const after = readCursor(z.tuple([z.iso.datetime({ precision: 3 }), z.uuid()]), query.cursor)
    const rows = await pageOfChecks(tx, after, query.limit + 1)
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)
    return {
      items: page.map(({ org, org_name, at, ...row }) => ({
        ...row,
        org: { code: org, name: org_name },
        at: at.toISOString(),
      })),
      next: rows.length > query.limit && last ? writeCursor([last.at.toISOString(), last.id]) : null,
      total: null,
    }
  }),
  postRoute(
    api.getCheck,
    async ({ tx, actor, params }) => {
      mayRead(actor)
      return show(tx, actor, params.id)
    },
    oneSnapshot,
  ),
  postRoute(
    api.editCheck,
    async ({ tx, actor, params, body }) => {
      mayMake(actor)
      await getStored(tx, params.id)
      const texts = clean(body.texts)
      const examined = await examine(tx, actor, texts)
      await updateCheck(tx, params.id, body.revision, texts, examined.counted)
      return show(tx, actor, params.id, examined)
    },
    oneSnapshot,
  ),
  postRoute(
    api.answerFinding,
    async ({ tx, actor, params, body }) => {
      mayMake(actor)
      const stored = await getStored(tx, params.id)
      const examined = await examine(tx, actor, stored.texts)
      if (!examined.findings.some(({ key }) => key === body.finding)) throw new Refusal('finding-gone')
      await insertAnswer(tx, actor, stored, body.finding, body.reason)
      return show(tx, actor, params.id, examined)
    },
    oneSnapshot,
  ),
  postRoute(
    api.takeBackAnswer,
    async ({ tx, actor, params }) => {
      mayMake(actor)
      await getStored(tx, params.id)
      await deleteAnswer(tx, params.id, params.finding)
      return show(tx, actor, params.id)
    },
    oneSnapshot,
  ),
]
