import { v7 } from 'uuid'
import { z } from 'zod'
import * as api from '../../core/api/statements.ts'
import { Refusal } from '../../core/refusal.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { decideStatement, registerStatement } from './register-statement.ts'
import { addStatements, getStatement, makesChecks, selectStatements, toStatement } from './statement-rows.ts'
import { readStatementSheet } from './statement-sheet.ts'

const list = postRoute(api.listStatements, async ({ tx, actor, query }) => {
  const after = readCursor(z.tuple([z.string().max(200), z.string().max(20), z.uuid()]), query.cursor)
  const rows = await selectStatements(tx, actor, { q: query.q, unit: query.unit, after, limit: query.limit + 1 })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => toStatement(row, actor)),
    next: rows.length > query.limit && last ? writeCursor([last.source, last.code, last.id]) : null,
    total: null,
    mayImport: makesChecks(actor.role),
  }
})

const take = postRoute(api.importStatements, async ({ tx, actor, upload }) => {
  if (!makesChecks(actor.role)) throw new Refusal('not-allowed')
  if (!upload) throw new Refusal('file-wrong', { field: 'file' })
  const { success, data: source } = z.string().trim().min(2).max(120).safeParse(upload.fields.source)
  if (!success) throw new Refusal('input-invalid', { field: 'source', values: { what: 'source' } })
  const csv = upload.bytes.toString('utf8')
  if (csv.includes('\0')) throw new Refusal('statements-wrong', { values: { line: 1 } })
  const rows = readStatementSheet(
    csv,
    (seed) => (seed ? `${source} ${seed}` : source),
    () => v7(),
  )
  const taken = await addStatements(tx, actor.org, rows, { account: actor.account, demo: false })
  return { taken, held: rows.length - taken }
})

const add = postRoute(api.addStatement, async ({ tx, actor, body }) => {
  await registerStatement(tx, actor, body)
  return toStatement(await getStatement(tx, body.id), actor)
})

const decide = postRoute(api.decideStatement, async ({ tx, actor, params, body }) => {
  await decideStatement(tx, actor, params.id, body)
  return toStatement(await getStatement(tx, params.id), actor)
})

export const statementRoutes: readonly Route[] = [list, take, add, decide]
