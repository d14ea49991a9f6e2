import { ask, type Context, oneOf, places } from './context.ts'
import { years } from './load.ts'
import { surnames } from './load-people.ts'
import { measure } from './measure.ts'
import type { Goal } from './report.ts'

/** Lists, search and drill-down, as posts at three levels see them. */
export async function benchLists({ bench, app, row, scale }: Context): Promise<void> {
  const villages = (
    await bench.raw.query<{ code: number }>(
      `SELECT DISTINCT org AS code FROM activities WHERE programme = 'family-story' AND org BETWEEN $1 AND $1 + 9999999999 AND org % 10000000 > 0`,
      [places.banner],
    )
  ).rows
  const [region, banner, village] = [
    await bench.signIn('family', places.region),
    await bench.signIn('family', places.banner),
    await bench.signIn('chair', oneOf(villages).code),
  ]
  const list = '/records/family-story?limit=50'
  const goal = (clients: number): Goal => (clients === 1 ? { p50: 3, p95: 39 } : { p50: 35 })
  const cases = [
    { what: 'list of 50 with count, banner', who: banner, path: () => list, goal },
    { what: 'list of 50 with count, village', who: village, path: () => list, goal },
    { what: 'list of 50 with count, region', who: region, path: () => list },
    { what: 'list, region, rare state', who: region, path: () => `${list}&state=planned` },
    {
      what: 'list, region, words in the title',
      who: region,
      path: () => `${list}&q=${encodeURIComponent(`第 ${Math.floor(Math.random() * 9e4)}`)}`,
    },
    {
      what: 'list, region, words that are nowhere',
      who: region,
      path: () => `${list}&q=${encodeURIComponent('没有这样的题目')}`,
    },
    {
      what: 'list, banner, words in the title',
      who: banner,
      path: () => `${list}&q=${encodeURIComponent(`${Math.floor(Math.random() * 90)}`)}`,
    },
    {
      what: 'list, region, one month',
      who: region,
      path: () => `${list}&from=${years.whole[0]}-03-01&to=${years.whole[0]}-03-31`,
    },
    {
      what: 'entries of a figure, region, a year',
      who: region,
      path: () =>
        `/figures/entries?measure=family-story.sessions&org=${places.region}&from=${years.whole[1]}-01-01&to=${years.whole[1]}-12-31&limit=50`,
    },
    {
      what: 'entries of a figure, banner, a year',
      who: banner,
      path: () =>
        `/figures/entries?measure=family-story.sessions&org=${places.banner}&from=${years.whole[1]}-01-01&to=${years.whole[1]}-12-31&limit=50`,
    },
    { what: 'home figures, banner', who: banner, path: () => '/figures/home' },
    { what: 'to-dos, banner', who: banner, path: () => '/todos' },
  ]
  for (const { what, who, path, goal } of cases) {
    for (const clients of [1, 16]) {
      const ours = await measure(() => ask(app, who, 'GET', path()), { clients })
      row({ part: 'Lists', what, scale, ours, goal: goal?.(clients) })
    }
  }
}

/** The registry of people: by the start of a name, by the end of a phone, by the whole phone. */
export async function benchPeople({ bench, app, row }: Context, people: number): Promise<void> {
  const region = await bench.signIn('chair', places.region)
  const banner = await bench.signIn('chair', places.banner)
  const { rows: names } = await bench.raw.query<{ name: string }>(
    'SELECT name FROM people WHERE no % 997 = 0 LIMIT 1000',
  )
  const goal = (clients: number): Goal => (clients === 1 ? { p95: 57 } : {})
  const search = (q: string) => `/people?limit=50&q=${encodeURIComponent(q)}`
  const cases = [
    { what: 'people, region, a family name', who: region, path: () => search(oneOf(surnames)) },
    { what: 'people, region, a whole name', who: region, path: () => search(oneOf(names).name) },
    {
      what: 'people, region, end of a phone',
      who: region,
      path: () => search(String(1000 + Math.floor(Math.random() * 9000))),
    },
    { what: 'people, banner, a family name', who: banner, path: () => search(oneOf(surnames)) },
    { what: 'people, banner, a whole name', who: banner, path: () => search(oneOf(names).name) },
    { what: 'people, banner, all', who: banner, path: () => search('') },
  ]
  const scale = `${people / 1e6} M`
  for (const { what, who, path } of cases) {
    for (const clients of [1, 16]) {
      const ours = await measure(() => ask(app, who, 'GET', path()), { clients })
      row({ part: 'People', what, scale, ours, goal: goal(clients) })
    }
  }
  const phone = () => ({ phone: `138${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}` })
  for (const clients of [1, 16]) {
    const ours = await measure(() => ask(app, region, 'POST', '/people/find', phone()), { clients })
    row({ part: 'People', what: 'people, region, a whole phone', scale, ours, goal: goal(clients) })
  }
}
