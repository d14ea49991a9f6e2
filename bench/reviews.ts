import { v7 } from 'uuid'
import type { ReleasedFigure } from '../src/core/api/releases.ts'
import type { DrawnReview } from '../src/core/api/reviews.ts'
import { ask, type Context, places } from './context.ts'
import { years } from './load.ts'
import { measure } from './measure.ts'

const year = years.whole.at(-1) ?? 2025

/** One question per number, one after another: what a page does that asks for each figure where it stands. */
async function oneByOne(
  { bench }: Context,
  figures: readonly Pick<ReleasedFigure, 'measure' | 'from' | 'to' | 'definition' | 'org'>[],
) {
  for (const { measure: id, from, to, definition, org } of figures) {
    const span = org.code % 1e14 === 0 ? 1e14 : 1e12
    await bench.raw.query({
      name: `one ${definition.kind}`,
      text: `SELECT ${definition.kind === 'person' ? 'count(DISTINCT person)' : 'sum(value)'} AS value FROM entries
        WHERE measure = (SELECT no FROM measures WHERE id = $1) AND org BETWEEN $2 AND $3 AND on_date BETWEEN $4 AND $5`,
      values: [id, org.code, org.code + span - 1, from, to],
    })
  }
}

/** A release of 200 figures asked for and sealed, beside their numbers asked one by one. */
export async function benchReleases(context: Context): Promise<void> {
  const { bench, app, scale, row } = context
  const maker = await bench.signIn('statistician', places.region)
  const chair = await bench.signIn('chair', places.region)
  const leagues = (
    await bench.raw.query<{ code: number }>(
      `SELECT code FROM organisations WHERE level = 'league' AND code % 10000 = 0 ORDER BY code`,
    )
  ).rows.map((r) => r.code)
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
  const figures = ['family-story.sessions', 'family-story.attendances']
    .flatMap((id) =>
      leagues.flatMap((org) => months.map((month) => ({ measure: id, org, from: `${month}-01`, to: `${month}-28` }))),
    )
    .slice(0, 200)
  const ours = await measure(
    async () => {
      const id = v7()
      await ask(app, maker, 'POST', '/releases', { id, title: '二百个数', figures })
      await ask(app, chair, 'POST', `/releases/${id}/decide`, { approve: true })
    },
    { clients: 1, warm: 1 },
  )
  const definition = { kind: 'flow' } as ReleasedFigure['definition']
  const asked = figures.map((figure) => ({ ...figure, definition, org: { code: figure.org, name: '' } }))
  const raw = await measure(() => oneByOne(context, asked), { clients: 1, warm: 1 })
  row({
    part: 'Releases',
    what: 'ask for and seal 200 figures; raw: read only, one by one',
    scale,
    ours,
    raw,
    goal: { p50: 30_000 },
  })
}

/** The annual review of the region drawn, beside its numbers asked one by one. */
export async function benchReviews(context: Context): Promise<void> {
  const { bench, app, scale, row, fact } = context
  const maker = await bench.signIn('statistician', places.region)
  const id = v7()
  await ask(app, maker, 'POST', '/reviews', { id, title: '年度综述', from: `${year}-01-01`, to: `${year}-12-31` })
  const drawn = JSON.parse(await ask(app, maker, 'GET', `/reviews/${id}/preview`)) as DrawnReview
  const ours = await measure(() => ask(app, maker, 'GET', `/reviews/${id}/preview`), { clients: 1, warm: 1 })
  const raw = await measure(() => oneByOne(context, drawn.figures), { clients: 1, warm: 1 })
  row({
    part: 'Reviews',
    what: `draw the annual review, ${drawn.figures.length} numbers`,
    scale,
    ours,
    raw,
    goal: { p50: 30_000 },
  })
  const file = await measure(() => ask(app, maker, 'GET', `/reviews/${id}/file`), { clients: 1, warm: 1 })
  fact({ part: 'Reviews', what: 'the same as a Word file', value: `${Math.round(file.p50)} ms` })
}
