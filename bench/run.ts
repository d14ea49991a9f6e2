import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rebuildCells } from '../src/server/ledger/fold.ts'
import { repositoryRoot } from '../src/server/paths.ts'
import { benchChecks } from './checks.ts'
import { benchCommits } from './commits.ts'
import { type Context, places } from './context.ts'
import { benchDoor } from './door.ts'
import { benchFigures } from './figures.ts'
import { type BenchHouse, makeBenchHouse } from './house.ts'
import { benchImport } from './import.ts'
import { benchLists, benchPeople } from './lists.ts'
import { loadLedger } from './load-ledger.ts'
import { loadPeople } from './load-people.ts'
import { describeMachine } from './machine.ts'
import { benchPayments } from './payments.ts'
import { type Fact, factLine, line, markdown, type Row } from './report.ts'
import { benchReleases, benchReviews } from './reviews.ts'

/** Names for --only. Loading and the rebuild of cells come with every part that reads them. */
export const parts = [
  'figures',
  'lists',
  'people',
  'commits',
  'door',
  'import',
  'payments',
  'checks',
  'releases',
  'reviews',
] as const
type Part = (typeof parts)[number]

interface Options {
  readonly full: boolean
  readonly only: readonly string[]
}

const say = (text: string) => process.stdout.write(`${text}\n`)
const seconds = (from: number) => (performance.now() - from) / 1000

/** Runs the bench, prints it as it goes, and writes docs/bench.md when every part was measured. */
export async function runBench({ full, only }: Options): Promise<void> {
  const wants = (part: Part) => only.length === 0 || only.includes(part)
  const rows: Row[] = []
  const facts: Fact[] = []
  const bench = await makeBenchHouse()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      bench.close().finally(() => process.exit(130))
    })
  try {
    const machine = await describeMachine(bench.raw)
    say(`${machine}\n`)
    const step = stepsOf(bench, rows, facts)
    const base = full ? 2_700_000 : 270_000
    await step.grow(base)
    if (wants('figures') && only.length === 0) await step.withApp((c) => benchFigures(c, [1]))
    const large = (['figures', 'lists', 'commits', 'releases', 'reviews'] as const).some(wants) || full
    if (large) await step.grow(full ? 27_000_000 : 2_700_000)
    const people = full ? 10_000_000 : 1_000_000
    if (wants('people') || wants('lists')) {
      const from = performance.now()
      await loadPeople(bench.raw, people)
      say(`  ${people} people made in ${seconds(from).toFixed(0)} s`)
    }
    await step.withApp(async (context) => {
      if (wants('figures')) await benchFigures(context, [1, 16])
      if (wants('lists')) await benchLists(context)
      if (wants('people')) await benchPeople(context, people)
      if (wants('commits')) await benchCommits(context)
      if (wants('door')) await benchDoor(context)
      if (wants('checks')) await benchChecks(context)
      if (wants('releases')) await benchReleases(context)
      if (wants('reviews')) await benchReviews(context)
      memory(context)
    })
    if (wants('import')) await step.import(full ? 100_000 : 20_000)
    if (wants('payments')) await step.payments(100_000)
    if (only.length === 0) {
      const command = `npm run bench${full ? ' -- --full' : ''}`
      writeFileSync(join(repositoryRoot, 'docs', 'bench.md'), markdown(command, machine, rows, facts))
    }
  } finally {
    await bench.close()
  }
}

function memory({ app, fact }: Context): void {
  const [idle, peak] = [Math.round(app.idle), Math.round(app.peak())]
  fact({
    part: 'Memory',
    what: 'application process, idle / peak MB',
    value: `${idle} / ${peak}`,
    goal: '150 / 400',
    met: idle <= 150 && peak <= 400,
  })
}

function stepsOf(bench: BenchHouse, rows: Row[], facts: Fact[]) {
  let entries = 0
  const row = (r: Row) => {
    rows.push(r)
    say(line(r))
  }
  const fact = (f: Fact) => {
    facts.push(f)
    say(factLine(f))
  }
  const scale = () => (entries >= 1e6 ? `${(entries / 1e6).toFixed(1)} M` : `${Math.round(entries / 1e3)} k`)
  return {
    /** Makes entries up to about so many, then all cells anew. */
    grow: async (upTo: number) => {
      const from = performance.now()
      await loadLedger(bench.raw, upTo - entries, entries)
      const counted = await bench.raw.query<{ n: number }>('SELECT count(*) AS n FROM entries')
      entries = counted.rows[0]?.n ?? 0
      say(`  ${entries} entries made in ${seconds(from).toFixed(0)} s`)
      const began = performance.now()
      await rebuildCells(bench.house.pool)
      const took = seconds(began)
      await bench.raw.query('VACUUM (ANALYZE) cells, day_cells, person_cells')
      fact({
        part: 'Ledger',
        what: `rebuild of all cells, ${scale()} entries`,
        value: `${took.toFixed(1)} s, ${Math.round(entries / took)} entries/s`,
      })
    },
    withApp: async (work: (context: Context) => Promise<void>) => {
      const app = await bench.startApp()
      try {
        await work({ bench, app, scale: scale(), row, fact })
      } finally {
        await app.stop()
      }
    },
    import: async (count: number) => {
      const { actor } = await bench.signIn('chair', places.banner)
      const done = await benchImport(bench.house, actor, count)
      fact({
        part: 'Import',
        what: `import of ${count} activities from a sheet`,
        value: `${Math.round(done.rowsPerSecond)} rows/s`,
        goal: '4000',
        met: done.rowsPerSecond >= 4000,
      })
      fact({ part: 'Import', what: 'memory it took', value: `${Math.round(done.megabytesGrown)} MB` })
    },
    payments: async (count: number) => {
      const { actor: finance } = await bench.signIn('finance', places.banner)
      const { actor: chair } = await bench.signIn('chair', places.banner)
      const done = await benchPayments(bench.house, finance, chair, count)
      const what = `batch of ${done.lines} payments`
      fact({
        part: 'Payments',
        what: `${what}, to the bank`,
        value: `${Math.round(done.out)} s`,
      })
      fact({
        part: 'Payments',
        what: `${what}, answered and booked`,
        value: `${Math.round(done.back)} s, ${Math.round(done.lines / done.back)} lines/s`,
        goal: '600 s for both',
        met: done.out + done.back <= 600,
      })
    },
  }
}
