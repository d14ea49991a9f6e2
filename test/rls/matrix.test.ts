import { sql } from 'kysely'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { type OrgCode, orgCode } from '../../src/core/org-code.ts'
import { type Role, roleIds } from '../../src/core/role.ts'
import { type Actor, asAccount, asActor, type Tx } from '../../src/server/database/actor.ts'
import { makeHouse, orgs } from '../support/house.ts'
import { closed, nobody, over, type Place, sees, serving, shared } from './rules.ts'
import { insertRow, likeIt, partitions, seedTables } from './seed.ts'

// Every table holds one row of a township; everybody who is not of it looks, and tries to write.
const house = await makeHouse()
const seeds = await seedTables(house.superUrl)

const above = { banner: orgs.banner, league: orgs.league, region: orgs.region }
const elsewhere = {
  below: orgs.village,
  home: orgCode(152921100000, 1),
  township: orgs.township2,
  banner: orgs.otherBanner,
  village: orgCode(152922100201),
  league: orgCode(152800000000),
  region: orgCode(140000000000),
}
const places: [Place, OrgCode][] = [
  ['self', orgs.township],
  ...Object.values(above).map((org): [Place, OrgCode] => ['above', org]),
  ...Object.values(elsewhere).map((org): [Place, OrgCode] => [
    Math.floor(org / 1e10) === 152921 ? 'same banner' : 'away',
    org,
  ]),
]
const someone = (role: Role, org: OrgCode): Actor => ({
  account: v7(),
  displayName: '试',
  post: v7(),
  role,
  org,
  language: 'zh',
})

const tables = Object.keys(seeds.rows)
const keyOf = (table: string) => {
  const row = seeds.rows[table] ?? {}
  const keys = [
    'id',
    'record',
    'household',
    'review',
    'series',
    'token_hash',
    'code_hash',
    'at',
    'period',
    'on_date',
    'month',
    'area',
  ].filter((k) => k in row)
  return keys[0] ?? 'area'
}
const present = async (tx: Tx, table: string): Promise<boolean> => {
  const key = keyOf(table)
  // Prepared once per connection: planning under the policies costs more than looking.
  const text = `SELECT 1 FROM ${table} WHERE ${key} = $1`
  const { rows } = await tx.client.query({ name: `present ${table}`, text, values: [seeds.rows[table]?.[key]] })
  return rows.length > 0
}

/** Tries something that a wall must stop; gives how many rows it touched. Anything but a wall stopping it is a fault of the test. */
async function attempt(tx: Tx, work: () => Promise<number>): Promise<number> {
  await tx.client.query('SAVEPOINT attempt')
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    return 0
  } finally {
    await tx.client.query('ROLLBACK TO attempt')
  }
}
const updatable = new Map(
  (
    await house.ownerPool.query<{ t: string; name: string; type: string }>(`
  SELECT DISTINCT ON (p.table_name) p.table_name AS t, p.column_name AS name, c.data_type AS type
  FROM information_schema.column_privileges p JOIN information_schema.columns c USING (table_name, column_name)
  WHERE p.grantee = 'niangjia_app' AND p.privilege_type = 'UPDATE' AND p.column_name NOT IN ('area', 'id', 'kind', 'banner', 'no')
  ORDER BY 1, 2`)
  ).rows.map((row) => [row.t, row]),
)

const inserts = (tx: Tx, table: string) =>
  attempt(tx, () => insertRow(tx.client, table, likeIt(seeds.rows[table] ?? {})))
/** Without a condition: a condition would bring the policies for reading in, and hide a hole in those for writing. */
const updates = (tx: Tx, table: string) =>
  attempt(tx, async () => {
    const column = updatable.get(table)
    const set = column ? `${column.name} = ${dummy[column.type] ?? "'试'"}` : `${keyOf(table)} = NULL`
    return (await tx.client.query({ name: `update ${table}`, text: `UPDATE ${table} SET ${set}` })).rowCount ?? 0
  })
const dummy: Readonly<Record<string, string>> = {
  uuid: `'${v7()}'`,
  bigint: '152921100000000',
  integer: '1',
  smallint: '1',
  boolean: 'true',
  date: "'2026-01-01'",
  'timestamp with time zone': 'now()',
  bytea: "''",
  jsonb: "'{}'",
  ARRAY: "'{}'",
  '"char"': "'A'",
}
const deletes = (tx: Tx, table: string) =>
  attempt(
    tx,
    async () => (await tx.client.query({ name: `delete ${table}`, text: `DELETE FROM ${table}` })).rowCount ?? 0,
  )

test('every table that carries an organisation is in the matrix', async () => {
  const { rows } = await house.ownerPool.query<{ t: string }>(`
    SELECT relname AS t FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`)
  expect(rows.map((row) => row.t).filter((t) => !tables.includes(t))).toEqual([
    'definition_turns',
    'ledger_offset',
    'measures',
    'organisations',
    'programmes',
    'schema_migrations',
  ])
})

test('without an actor there are no rows but definitions, and nothing can be written', async () => {
  const touched: string[] = []
  const nameless = await house.appPool.connect()
  await nameless.query('BEGIN')
  const looks: [string, (work: (tx: Tx) => Promise<void>) => Promise<void>][] = [
    ['nobody', (work) => work({ client: nameless } as unknown as Tx)],
    ['an account without a post', (work) => asAccount(house.appPool, v7(), work)],
  ]
  for (const [who, look] of looks) {
    await look(async (tx) => {
      for (const table of [...tables, 'records', 'organisations']) {
        const { rows } = await tx.client.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`)
        if (rows[0]?.n !== 0) touched.push(`${who} sees ${table}`)
        if (!(table in seeds.rows)) continue
        if (await inserts(tx, table)) touched.push(`${who} adds ${table}`)
        if (await updates(tx, table)) touched.push(`${who} changes ${table}`)
        if (await deletes(tx, table)) touched.push(`${who} deletes ${table}`)
      }
    })
  }
  await nameless.query('ROLLBACK')
  nameless.release()
  expect(touched).toEqual([])
})

test('every role at every place sees what DESIGN 7 gives it, and nothing else', async () => {
  const wrong: string[] = []
  let checks = 0
  for (const [place, org] of places) {
    for (const role of roleIds) {
      await asActor(house.appPool, someone(role, org), async (tx) => {
        for (const table of tables) {
          const seen = await present(tx, table)
          checks++
          // Who may spend a fund knows its name: the organisations beneath its owner.
          // A series says how many cases a banner has: it is the banner's and its organisations' to see.
          const may =
            table === 'record_numbers'
              ? Math.floor(org / 1e10) === 152921
              : table === 'funds'
                ? place === 'self' || place === 'above' || [elsewhere.below, elsewhere.home].includes(org)
                : (sees[table] ?? nobody)(role, place)
          if (seen !== may) wrong.push(`${role} at ${org} (${place}) ${seen ? 'sees' : 'misses'} ${table}`)
        }
        const { rows } = await tx.client.query<{ kind: string }>('SELECT kind FROM records')
        const kinds = (Object.keys(partitions) as (keyof typeof partitions)[]).filter((kind) =>
          (sees[partitions[kind]] ?? nobody)(role, place),
        )
        if (
          rows
            .map((row) => row.kind)
            .sort()
            .join() !== kinds.sort().join()
        )
          wrong.push(`${role} at ${org} (${place}) sees records ${rows.map((row) => row.kind)}`)
        const guarded = (await tx.rows(sql`SELECT 1 FROM people WHERE id = ${seeds.guarded}`)).length > 0
        if (guarded !== (place === 'self' && role === 'rights'))
          wrong.push(`${role} at ${org} (${place}) ${guarded ? 'sees' : 'misses'} the protected woman`)
        checks += 2
      })
    }
  }
  expect(wrong).toEqual([])
  console.log(`looks checked: ${checks}`)
}, 180_000)

test('who is not of the organisation adds, changes and deletes nothing of it', async () => {
  const touched: string[] = []
  let checks = 0
  const work = places.filter(([place]) => place === 'same banner' || place === 'away')
  const lane = async ([place, org]: [Place, OrgCode]) => {
    for (const role of roleIds) {
      await asActor(house.appPool, someone(role, org), async (tx) => {
        for (const table of tables.filter((t) => !shared(t, place))) {
          if (await inserts(tx, table)) touched.push(`${role} at ${org} adds ${table}`)
          if (await updates(tx, table)) touched.push(`${role} at ${org} changes ${table}`)
          if (await deletes(tx, table)) touched.push(`${role} at ${org} deletes ${table}`)
          checks += 3
        }
      })
    }
  }
  await Promise.all(work.map(lane))
  expect(touched).toEqual([])
  console.log(`attempts from elsewhere: ${checks}`)
}, 180_000)

test('what nobody writes in another’s name, and sealed records, are not written from above either', async () => {
  const touched: string[] = []
  for (const [place, org] of places.filter(([place]) => place === 'self' || place === 'above')) {
    for (const role of roleIds) {
      await asActor(house.appPool, someone(role, org), async (tx) => {
        const sealedToo = place === 'self' && role === 'rights' ? [] : ['cases', 'clocks', 'attachments']
        for (const table of [...closed, ...sealedToo]) {
          // The mediator and the rights post open cases of their own organisation.
          if (!(place === 'self' && table === 'cases') && (await inserts(tx, table)))
            touched.push(`${role} at ${org} adds ${table}`)
          if (await updates(tx, table)) touched.push(`${role} at ${org} changes ${table}`)
        }
        if (!(place === 'self' && role === 'rights')) {
          const changed = await attempt(
            tx,
            async () => (await tx.client.query("UPDATE people SET address = '试'")).rowCount ?? 0,
          )
          if (changed > (over(...serving)(role, place) ? 1 : 0))
            touched.push(`${role} at ${org} changes the protected woman`)
        }
        if (
          await attempt(
            tx,
            async () =>
              (
                await tx.client.query(
                  `UPDATE break_glass SET approved_at = now(), expires_at = now() + interval '1 day'`,
                )
              ).rowCount ?? 0,
          )
        ) {
          touched.push(`${role} at ${org} opens a sealed record without being named as the second person`)
        }
      })
    }
  }
  expect(touched).toEqual([])
})

test('break-glass: asking opens nothing, nobody approves her own request, and it ends', async () => {
  const asker = someone('rights', orgs.league)
  const second = someone('rights', orgs.township)
  const ask = { ...(seeds.rows.break_glass ?? {}), id: v7(), account: asker.account, post: asker.post }
  const sealedSeen = (who: Actor) =>
    asActor(
      house.appPool,
      who,
      async (tx) => (await tx.rows(sql`SELECT 1 FROM records WHERE id = ${seeds.sealed}`)).length,
    )
  await asActor(house.appPool, asker, async (tx) => {
    // All that was ever refused when it was asked: an answer given together with the question.
    for (const more of [
      { approved_at: '2026-01-01', expires_at: '2099-01-01' },
      { expires_at: '2099-01-01' },
      { approved_by: asker.account, approved_at: '2026-01-01', expires_at: '2099-01-01' },
    ]) {
      expect(await attempt(tx, () => insertRow(tx.client, 'break_glass', { ...ask, ...more }))).toBe(0)
    }
    await insertRow(tx.client, 'break_glass', ask)
  })
  expect(await sealedSeen(asker)).toBe(0)
  const approve = (who: Actor, until: string) =>
    asActor(house.appPool, who, (tx) =>
      attempt2(
        tx,
        `
    UPDATE break_glass SET approved_by = '${who.account}', approved_at = now(), expires_at = now() + interval '${until}' WHERE id = '${ask.id}'`,
      ),
    )
  const attempt2 = (tx: Tx, text: string) => tx.client.query(text).then((result) => result.rowCount ?? 0)
  expect(await approve(asker, '1 day').catch(() => 0)).toBe(0)
  expect(await approve({ ...asker, org: orgs.township }, '1 day').catch(() => 0)).toBe(0)
  expect(await approve(someone('rights', orgs.banner), '1 day').catch(() => 0)).toBe(0)
  expect(await sealedSeen(asker)).toBe(0)
  expect(await approve(second, '1 day')).toBe(1)
  expect(await sealedSeen(asker)).toBe(1)
  // Under another post of the same person it is closed again, and after its time.
  expect(await sealedSeen({ ...asker, post: v7() })).toBe(0)
  expect(await approve(second, '-1 second')).toBe(1)
  expect(await sealedSeen(asker)).toBe(0)
})
