import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { orgCode } from '../../core/org-code.ts'
import { addStatements } from '../checking/statement-rows.ts'
import { readStatementSheet } from '../checking/statement-sheet.ts'
import type { Tx } from '../database/actor.ts'
import { repositoryRoot } from '../paths.ts'
import { madeId } from './made-id.ts'

const region = orgCode(150000000000)
const sources: Readonly<Record<string, string>> = {
  0: '综述《北疆巾帼心向党 团结奋进新时代》',
  1: '综述《为书写中国式现代化内蒙古新篇章贡献巾帼智慧和力量》',
}

/** What the two articles published, taken over as grade D. */
export async function makeStatements(tx: Tx): Promise<void> {
  const held = await tx.first(sql`SELECT FROM organisations WHERE code = ${region}`)
  if (!held) return
  const csv = await readFile(join(repositoryRoot, 'data', 'statements', 'figures.csv'), 'utf8')
  const rows = readStatementSheet(
    csv,
    (seed) => sources[seed] ?? seed,
    (index) => madeId('other', 6_100_000 + index),
  )
  await addStatements(tx, region, rows, { account: null, demo: true })
}
