import pg from 'pg'
import {
  columnsQuery,
  constraintsQuery,
  functionsQuery,
  grantsQuery,
  indexesQuery,
  policiesQuery,
  tablesQuery,
  triggersQuery,
  typesQuery,
  viewsQuery,
} from './catalog-queries.ts'

type Row = Record<string, string | null>

/**
 * What the database became, from its own catalogs, in a stable order a person can read: types, tables with their
 * columns, constraints, indexes, policies, triggers and grants together, then views and functions. Only schema public,
 * nothing an extension owns. Committed as db/schema.sql; a test fails on drift.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET search_path = pg_catalog, public; SET TIME ZONE UTC')
    const read = async (query: string) => (await client.query<Row>(query)).rows
    const parts = {
      types: await read(typesQuery),
      tables: await read(tablesQuery),
      columns: await read(columnsQuery),
      constraints: await read(constraintsQuery),
      indexes: await read(indexesQuery),
      policies: await read(policiesQuery),
      triggers: await read(triggersQuery),
      grants: await read(grantsQuery),
      views: await read(viewsQuery),
      functions: await read(functionsQuery),
    }
    const blocks = [
      '-- Written by `niangjia schema` from the migrated database. Do not edit: write a migration.',
      ...parts.types.map((row) => `${row.sql};`),
      ...parts.tables.map((table) => describeTable(table, parts)),
      ...parts.views.map((row) => withGrants(`${row.sql}`, row, parts.grants)),
      ...parts.functions.map((row) =>
        withGrants(`${row.sql};\nALTER FUNCTION ${row.name} OWNER TO ${row.owner};`, row, parts.grants),
      ),
    ]
    return `${blocks.join('\n\n').replace(/[ \t]+$/gm, '')}\n`
  } finally {
    await client.end()
  }
}

function describeTable(
  table: Row,
  parts: Record<'columns' | 'constraints' | 'indexes' | 'policies' | 'triggers' | 'grants', Row[]>,
): string {
  const own = (rows: Row[]) => rows.filter((row) => row.name === table.name).map((row) => row.sql)
  const body = [...own(parts.columns), ...own(parts.constraints)].map((line) => `  ${line}`).join(',\n')
  const head = table.parent
    ? `CREATE TABLE ${table.name} PARTITION OF ${table.parent} ${table.bound}`
    : `CREATE TABLE ${table.name} (\n${body}\n)`
  const lines = [
    `${head}${table.partitioned ? ` PARTITION BY ${table.partitioned}` : ''};`,
    table.owner === 'niangjia_owner' ? null : `ALTER TABLE ${table.name} OWNER TO ${table.owner};`,
    ...own(parts.indexes).map((sql) => `${sql};`),
    `-- row security: ${table.security}`,
    ...own(parts.policies).map((sql) => `${sql};`),
    ...own(parts.triggers).map((sql) => `${sql};`),
  ]
  return withGrants(lines.filter((line) => line !== null).join('\n'), table, parts.grants)
}

function withGrants(sql: string, row: Row, grants: Row[]): string {
  const own = grants.filter((grant) => grant.name === row.name && grant.kind === row.kind)
  return [sql, ...own.map((grant) => `${grant.sql};`)].join('\n')
}
