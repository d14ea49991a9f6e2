import { expect, test } from 'vitest'
import { withDatabase } from '../support/database.ts'

const { appPool, ownerPool } = await withDatabase()

const column = async (text: string, pool = ownerPool): Promise<unknown[]> =>
  (await pool.query({ text, rowMode: 'array' })).rows.map((row) => row[0])

test('row-level security is enabled and forced on every table, and every table has a policy', async () => {
  const open = await column(`
    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY 1`)
  expect(open).toEqual([])
  expect(
    await column(
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm', 'f')",
    ),
  ).toEqual([])
})

test('a backup sees every table, and only the owner can take one', async () => {
  const wrong = await column(`
    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_backup'
                      AND p.polcmd = 'r' AND p.polroles = ARRAY[c.relowner]) ORDER BY 1`)
  expect(wrong).toEqual([])
})

test('the application owns nothing, bypasses nothing, is a member of nothing and makes nothing', async () => {
  expect(
    (
      await appPool.query(`
    SELECT current_user AS me, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
           has_schema_privilege('public', 'CREATE') AS makes, has_database_privilege(current_database(), 'TEMPORARY') AS temporary,
           has_database_privilege(current_database(), 'CREATE') AS schemas
    FROM pg_roles WHERE rolname = current_user`)
    ).rows[0],
  ).toEqual({
    me: 'niangjia_app',
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    makes: false,
    temporary: false,
    schemas: false,
  })
  expect(await column("SELECT oid::regclass::text FROM pg_class WHERE relowner = 'niangjia_app'::regrole")).toEqual([])
  expect(await column("SELECT oid::regprocedure::text FROM pg_proc WHERE proowner = 'niangjia_app'::regrole")).toEqual(
    [],
  )
  expect(
    await column("SELECT roleid::regrole::text FROM pg_auth_members WHERE member = 'niangjia_app'::regrole"),
  ).toEqual([])
  expect(
    await column(
      "SELECT rolname FROM pg_roles WHERE rolname IN ('niangjia_owner', 'niangjia_app', 'niangjia_ledger') AND (rolsuper OR rolbypassrls)",
    ),
  ).toEqual([])
  // No way to switch security off, to read files, or to empty a table.
  expect(
    await column(
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege('niangjia_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')",
    ),
  ).toEqual([])
  await expect(appPool.query('SET row_security = off; SELECT * FROM people')).rejects.toThrow(/row-level security/)
})

/** A new one is a new door in the wall: it is added here on purpose, after somebody has read it. */
const doors = [
  'account_names(uuid[])',
  'breaks_separation(uuid,text)',
  'child_check_valid(uuid)',
  'figure_chunks(smallint[],bigint,date,date,bigint,bigint,bigint[],timestamp with time zone)',
  'figure_difference(smallint,bigint,date,date,bigint,bigint,bigint[],timestamp with time zone,bigint,date,date,bigint,bigint,bigint[],timestamp with time zone,date)',
  'figure_entries(smallint,bigint,date,date,bigint,bigint,bigint[],timestamp with time zone,date,bigint,integer)',
  'figure_parts(smallint[],bigint,date,date,text,bigint,bigint,bigint[],timestamp with time zone)',
  'figure_persons(smallint,bigint,date,date,text,bigint,bigint,bigint[],timestamp with time zone)',
  'holds_post_beyond(uuid)',
  'initiative_sums(uuid[],text[],bigint,date,date)',
  'ledger_clock_of(bigint)',
  'ledger_moment_at(timestamp with time zone)',
  'people_similar(text,date,bigint,text,bytea)',
  'book_postings(uuid,uuid[],uuid[],bigint[],text[],uuid[],uuid[],text[],date[],bigint[])',
  'book_transfer(uuid)',
  'budget_sums(uuid)',
  'fund_promised(uuid)',
  'fund_sums(uuid,date,date,text)',
  'payable_records(text,uuid,uuid,integer)',
  'payable_sums()',
  'postings_settle()',
  'records_titled(text,text,text,integer)',
  'refuse_overdrawn(uuid)',
  'claims_follow()',
  'claims_held(text,text[],uuid[])',
  'first_rights(bigint[])',
  'handlers_leave()',
  'handlers_settle(uuid[])',
  'living_person(uuid)',
  'own_step(uuid,uuid)',
  'take_claims(text,uuid[],integer[],uuid[],text[],uuid[])',
  'person_by_document(text,bytea)',
  'person_by_phone(bytea,text)',
  'person_numbers_of(uuid[])',
  'post_counts(uuid,uuid[],uuid[],bigint[],text[],date[],bigint[],text[],uuid[])',
  'sealed_keeper(uuid)',
  'session_actor(bytea)',
  'shift_standing(uuid,uuid[])',
  'totp_taken_off()',
]

test('functions that see past the policies are these and no others, owned by the ledger role, closed to PUBLIC, their search path set', async () => {
  const { rows } = await ownerPool.query<{ name: string; owner: string; path: string[] | null; everybody: boolean }>(`
    SELECT p.oid::regprocedure::text AS name, p.proowner::regrole::text AS owner, p.proconfig AS path,
           EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS everybody
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`)
  expect(rows.map((row) => row.name)).toEqual([...doors].sort())
  for (const row of rows) {
    expect({ ...row, path: row.path?.find((set) => set.startsWith('search_path=')) }).toEqual({
      name: row.name,
      owner: 'niangjia_ledger',
      everybody: false,
      path: 'search_path=public, pg_temp',
    })
  }
})

test('what was written once stays: no role the application can be may change or delete it', async () => {
  for (const table of [
    'entries',
    'actions',
    'reads',
    'account_events',
    'person_events',
    'organisation_changes',
    'postings',
    'document_prints',
    'indicators',
    'indicator_steps',
  ]) {
    expect(
      await column(
        `SELECT has_table_privilege('niangjia_app', '${table}', 'DELETE, UPDATE') OR has_any_column_privilege('niangjia_app', '${table}', 'UPDATE')`,
      ),
      table,
    ).toEqual([false])
    expect(
      await column(
        `SELECT has_table_privilege('niangjia_ledger', '${table}', 'DELETE, UPDATE') OR has_any_column_privilege('niangjia_ledger', '${table}', 'UPDATE')`,
      ),
      table,
    ).toEqual([false])
  }
  // Records end in a state; nothing of a person's or a record's own is deleted by a request.
  expect(
    await column(`
    SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege('niangjia_app', oid, 'DELETE') ORDER BY 1`),
  ).toEqual([
    'attendances',
    'cells',
    'day_cells',
    'drafts',
    'finding_answers',
    'fold_states',
    'household_members',
    'moments',
    'person_cells',
    'programmes',
    'sessions',
    'sign_in_codes',
  ])
})

test('the indexes of lists hold every column that the policies of records read, so that a list is counted without its rows', async () => {
  const missing = await column(`
    SELECT i.name || ' ' || a.attname
    FROM unnest(ARRAY['records_banner', 'records_date', 'records_league', 'records_org', 'records_state']) i (name)
    CROSS JOIN (SELECT DISTINCT d.refobjsubid FROM pg_policy p JOIN pg_depend d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
                WHERE p.polrelid = 'records'::regclass AND p.polcmd = 'r' AND d.refobjid = p.polrelid AND d.refobjsubid > 0) read
    JOIN pg_attribute a ON a.attrelid = 'records'::regclass AND a.attnum = read.refobjsubid
    WHERE NOT EXISTS (SELECT FROM pg_attribute held WHERE held.attrelid = i.name::regclass AND held.attname = a.attname) ORDER BY 1`)
  expect(missing).toEqual([])
})
