import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { draftMeasures } from '../src/server/checking/known-measures.ts'
import { addStatements } from '../src/server/checking/statement-rows.ts'
import { readStatementSheet } from '../src/server/checking/statement-sheet.ts'
import { onDuty } from '../src/server/database/actor.ts'
import { repositoryRoot } from '../src/server/paths.ts'
import { ask, type Context, places } from './context.ts'
import { measure } from './measure.ts'

const characters = 10_000

/** 数检 of a long draft over HTTP, beside what one would write first: numerals by a pattern, each measure's names by search. */
export async function benchChecks({ bench, app, row }: Context): Promise<void> {
  const read = (path: string) => readFile(join(repositoryRoot, path), 'utf8')
  const articles = await Promise.all(['2025', '2023'].map((year) => read(`test/fixtures/drafts/region-${year}.txt`)))
  const text = articles.join('\n').repeat(2).slice(0, characters)
  const sheet = await read('data/statements/figures.csv')
  await onDuty(bench.house.pool, 'load', (tx) =>
    addStatements(
      tx,
      places.region,
      readStatementSheet(
        sheet,
        (seed) => `综述 ${seed}`,
        () => v7(),
      ),
      {
        account: null,
        demo: false,
      },
    ),
  )
  const who = await bench.signIn('publicity', places.region)
  const raw = await measure(async () => naive(text), { clients: 1 })
  const ours = await measure(() => ask(app, who, 'POST', '/checks', { id: v7(), texts: [{ name: '综述', text }] }), {
    clients: 1,
    seconds: 3,
  })
  row({
    part: 'Checking',
    what: 'check of a 10,000-character draft (plain: scan)',
    scale: `${characters / 1000} k`,
    ours,
    raw,
    goal: { p95: 500 },
  })
}

/** Numerals with what follows them, and where any name of any measure stands: neither unit, period nor subject. */
function naive(text: string): number {
  const numbers = [...text.matchAll(/[\d.]+[余多]?[万亿]?[\p{Script=Han}%]{0,2}/gu)]
  let near = 0
  for (const { index } of numbers) {
    const around = text.slice(Math.max(0, index - 40), index + 40)
    for (const { label, aliases } of draftMeasures)
      for (const name of [label, ...aliases]) if (around.includes(name)) near++
  }
  return near
}
