import type pg from 'pg'
import { v7 } from 'uuid'
import { ask, type Context, oneOf, places } from './context.ts'
import type { Signed } from './house.ts'
import { years } from './load.ts'
import { measure, type Timing } from './measure.ts'

const day = `${years.whole[1]}-06-15`
const answers = {
  title: '家风故事分享会',
  heldOn: day,
  place: '文化活动室',
  theme: 'letters',
  mode: 'offline',
  families: 6,
  note: '讲了祖辈的家书和邻里互助的旧事，来的人都说好。',
}
const heads = [{ count: 32, grade: 'C', reason: '签到表没有带回来，按座位估计' }]

/**
 * An evening is made, its heads are counted, it is held: three transactions over HTTP, each with history, clocks and
 * ledger, beside plain transactions of the same rows. Then asks whether the figure moved by exactly what was acknowledged.
 */
export async function benchCommits({ bench, app, scale, row, fact }: Context): Promise<void> {
  const villages = (
    await bench.raw.query<{ code: number }>(
      `SELECT code FROM organisations WHERE level = 'village' AND code % 10000 = 0 ORDER BY md5(code::text) LIMIT 16`,
    )
  ).rows
  const chairs = await Promise.all(villages.map(({ code }) => bench.signIn('chair', code)))
  const region = await bench.signIn('chair', places.region)
  const figure = async () =>
    Number(
      JSON.parse(
        await ask(
          app,
          region,
          'GET',
          `/figures?measure=family-story.sessions&org=${places.region}&from=${day}&to=${day}`,
        ),
      ).value,
    )
  const before = await figure()
  let held = 0
  for (const clients of [1, 16]) {
    const ours = await overHttp(app, chairs, clients)
    held += ours.held
    const plain = await asPlainRows(
      bench.raw,
      villages.map((v) => v.code),
      clients,
    )
    for (const [step, what] of [
      ['create', 'create an activity'],
      ['count', 'count its heads'],
      ['hold', 'act on it: held, posted'],
    ] as const) {
      const goal = {
        ratio: 0.5,
        ...(step === 'create' ? { p50: clients === 1 ? 4 : 40 } : clients === 1 ? { p95: 338 } : {}),
      }
      row({ part: 'Commits', what, scale, ours: ours[step], raw: plain[step], goal })
    }
  }
  const moved = (await figure()) - before - plainHeld
  fact({
    part: 'Commits',
    what: 'figure moved by, after acknowledged acts',
    value: `${moved} of ${held}`,
    goal: 'equal',
    met: moved === held,
  })
}

interface Steps {
  create: Timing
  count: Timing
  hold: Timing
}

/** Three rounds over the same activities: made in the first, counted and held in those after. */
async function overHttp(
  app: Context['app'],
  chairs: readonly Signed[],
  clients: number,
): Promise<Steps & { held: number }> {
  const made: string[][] = chairs.map(() => [])
  const counted: string[][] = chairs.map(() => [])
  let held = 0
  const chair = (client: number) => chairs[client] ?? oneOf(chairs)
  const create = await measure(
    async (client) => {
      const id = v7()
      await ask(app, chair(client), 'POST', '/records/family-story', { id, actionId: v7(), answers })
      made[client]?.push(id)
    },
    { clients, seconds: 2, warm: 4 },
  )
  const count = await measure(
    async (client) => {
      const id = made[client]?.pop()
      if (!id) return false
      await ask(app, chair(client), 'PUT', `/records/family-story/${id}/heads`, { actionId: v7(), revision: 1, heads })
      counted[client]?.push(id)
      return true
    },
    { clients, seconds: 2, warm: 4 },
  )
  const hold = await measure(
    async (client) => {
      const id = counted[client]?.pop()
      if (!id) return false
      await ask(app, chair(client), 'POST', `/records/family-story/${id}/actions/hold`, { actionId: v7(), revision: 2 })
      held++
      return true
    },
    { clients, seconds: 2, warm: 4 },
  )
  return { create, count, hold, held }
}

let plainHeld = 0

const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `plain-${names.size}`
  names.set(text, name)
  return name
}

/** The same rows, as plain statements in one transaction each. */
async function asPlainRows(raw: pg.Pool, villages: readonly number[], clients: number): Promise<Steps> {
  const made: string[][] = villages.map(() => [])
  const counted: string[][] = villages.map(() => [])
  const action = (
    name: string,
    from: string | null,
    to: string,
    revision: number,
  ): [string, (id: string, org: number) => unknown[]] => [
    `INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, by_account, by_post, by_org, made_on)
     VALUES ($1::bigint / 1000000000000, $2, $3, 'activity', 'family-story', '${name}', ${from ? `'${from}'` : 'NULL'}, '${to}', ${revision}, $2, $2, $1, $4)`,
    (id, org) => [org, v7(), id, day],
  ]
  const together = async (statements: readonly (readonly [string, unknown[]])[]) => {
    const client = await raw.connect()
    try {
      await client.query('BEGIN')
      for (const [text, values] of statements) await client.query({ name: nameOf(text), text, values })
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
  const [createdText, createdValues] = action('create', null, 'planned', 1)
  const [countedText, countedValues] = action('heads', 'planned', 'planned', 2)
  const [heldText, heldValues] = action('hold', 'planned', 'held', 3)
  const create = await measure(
    async (client) => {
      const id = v7()
      const org = villages[client] ?? 0
      await together([
        [
          `INSERT INTO activities (area, kind, id, programme, version, org, ledger_org, title, state, on_date, answers, key_salt, created_by)
        VALUES ($1::bigint / 1000000000000, 'activity', $2, 'family-story', 1, $1, $1, '家风故事分享会', 'planned', $3, $4, sha256('salt'), $2)`,
          [org, id, day, JSON.stringify(answers)],
        ],
        [createdText, createdValues(id, org)],
      ])
      made[client]?.push(id)
    },
    { clients, seconds: 2, warm: 4 },
  )
  const count = await measure(
    async (client) => {
      const id = made[client]?.pop()
      const org = villages[client] ?? 0
      if (!id) return false
      await together([
        [
          'UPDATE activities SET heads = $3, revision = revision + 1, updated_at = clock_timestamp() WHERE area = $1::bigint / 1000000000000 AND id = $2',
          [org, id, JSON.stringify(heads)],
        ],
        [countedText, countedValues(id, org)],
      ])
      counted[client]?.push(id)
      return true
    },
    { clients, seconds: 2, warm: 4 },
  )
  const hold = await measure(
    async (client) => {
      const id = counted[client]?.pop()
      const org = villages[client] ?? 0
      if (!id) return false
      await together([
        [
          `UPDATE activities SET state = 'held', revision = revision + 1, updated_at = clock_timestamp() WHERE area = $1::bigint / 1000000000000 AND id = $2`,
          [org, id],
        ],
        [heldText, heldValues(id, org)],
        [
          `INSERT INTO entries (area, measure, org, on_date, value, grade, record, action, post)
        SELECT $1::bigint / 1000000000000, m.no, $1, $3::date, CASE m.id WHEN 'family-story.sessions' THEN 1 ELSE 32 END, 'C', $2, $2, $2
        FROM measures m WHERE m.id IN ('family-story.sessions', 'family-story.attendances')`,
          [org, id, day],
        ],
      ])
      plainHeld++
      return true
    },
    { clients, seconds: 2, warm: 4 },
  )
  return { create, count, hold }
}
