import type { OrgCode } from '../src/core/org-code.ts'
import { ask, type Context, oneOf, places } from './context.ts'
import { years } from './load.ts'
import { measure } from './measure.ts'
import type { Goal } from './report.ts'

const kinds = {
  flow: { id: 'family-story.attendances', persons: false, stock: false },
  stock: { id: 'volunteer-team.registered', persons: false, stock: true },
  persons: { id: 'family-story.people', persons: true, stock: false },
  'standing persons': { id: 'volunteer.registered', persons: true, stock: true },
} as const
type Kind = keyof typeof kinds

interface Question {
  readonly kind: Kind
  readonly level: 'region' | 'league' | 'banner'
  readonly by: 'total' | 'child'
  /** A range that cuts two months. */
  readonly cut?: boolean
}

const questions: readonly Question[] = [
  ...(Object.keys(kinds) as Kind[]).flatMap((kind) =>
    (['region', 'league'] as const).flatMap((level) =>
      (['total', 'child'] as const).map((by) => ({ kind, level, by })),
    ),
  ),
  { kind: 'flow', level: 'region', by: 'total', cut: true },
  { kind: 'persons', level: 'region', by: 'total', cut: true },
  { kind: 'flow', level: 'banner', by: 'child' },
]

/** ANCHORS.md: p50 at 1 and 16 clients, and p95 of one client. */
function goalOf({ kind, by }: Question, clients: number): Goal {
  const one = clients === 1
  if (kinds[kind].persons) return one ? { p50: 15, p95: 50 } : { p50: 120 }
  return by === 'child' ? (one ? { p50: 4, p95: 10 } : { p50: 30 }) : one ? { p50: 3, p95: 10 } : { p50: 25 }
}

/** Every kind of figure over HTTP, beside a plain aggregate of the same question. */
export async function benchFigures(
  { bench, app, scale, row }: Context,
  clientCounts: readonly number[],
): Promise<void> {
  const who = await bench.signIn('chair', places.region)
  const leagues = (
    await bench.raw.query<{ code: number }>(
      `SELECT code FROM organisations WHERE level = 'league' AND code % 10000 = 0`,
    )
  ).rows.map((r) => r.code)
  const orgOf = ({ level }: Question): OrgCode => (level === 'league' ? oneOf(leagues) : places[level])
  for (const question of questions) {
    const { id } = kinds[question.kind]
    const what = `${question.kind}, ${question.level}${question.by === 'child' ? ' by child' : ''}, ${question.cut ? 'months cut' : 'a year'}`
    for (const clients of clientCounts) {
      const ours = await measure(
        () => {
          const [from, to] = rangeOf(question)
          return ask(
            app,
            who,
            'GET',
            `/figures?measure=${id}&org=${orgOf(question)}&from=${from}&to=${to}${question.by === 'child' ? '&by=child' : ''}`,
          )
        },
        { clients },
      )
      const plain = await measure(
        () =>
          bench.raw.query({
            name: what,
            text: plainSql(question),
            values: [id, ...subtree(orgOf(question), question), ...rangeOf(question)],
          }),
        { clients },
      )
      row({ part: 'Figures', what, scale, ours, raw: plain, goal: goalOf(question, clients) })
    }
  }
}

function rangeOf({ cut }: Question): [string, string] {
  const year = oneOf(years.whole)
  return cut ? [`${year}-02-10`, `${year}-09-20`] : [`${year}-01-01`, `${year}-12-31`]
}

const spans = { region: 1e14, league: 1e12, banner: 1e10 } as const
const subtree = (org: OrgCode, { level }: Question): [number, number] => [org, org + spans[level] - 1]

function plainSql({ kind, level, by }: Question): string {
  const { persons, stock } = kinds[kind]
  const value = persons ? 'count(DISTINCT person)' : 'sum(value)'
  const child = { region: '1000000000000', league: '10000000000', banner: '10000000' }[level]
  return `SELECT ${by === 'child' ? `org / ${child} AS child, ` : ''}${value} AS value FROM entries
    WHERE measure = (SELECT no FROM measures WHERE id = $1) AND org BETWEEN $2 AND $3
      AND ${stock ? '($4::date IS NOT NULL AND on_date <= $5)' : 'on_date BETWEEN $4 AND $5'}${by === 'child' ? ' GROUP BY 1' : ''}`
}
