import pg from 'pg'
import { v7 } from 'uuid'
import { orgs } from '../support/house.ts'
import { indicatorRows } from './seed-indicators.ts'
import { publishedRows } from './seed-published.ts'

/** Whose row it is: the south township of the east banner. */
export const keeper = orgs.township
export const area = 1529

/** One row per table, all the township's; `id` values are used again in the attempts to touch them. */
export interface Seeds {
  readonly account: string
  readonly post: string
  readonly open: string
  readonly sealed: string
  readonly person: string
  readonly guarded: string
  /** Columns of the seeded row, by table: what an attempt to insert a like one writes. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const kinds = ['case', 'activity', 'place', 'team', 'member', 'award', 'item', 'listing', 'response'] as const
export const partitions: Readonly<Record<(typeof kinds)[number], string>> = {
  case: 'cases',
  activity: 'activities',
  place: 'places',
  team: 'teams',
  member: 'members',
  award: 'awards',
  item: 'items',
  listing: 'listings',
  response: 'responses',
}
const programmeOf = {
  case: 'mediation',
  activity: 'family-story',
  place: 'mediation-room',
  team: 'volunteer-team',
  member: 'volunteer',
  award: 'family-story',
  item: 'family-story',
  listing: 'volunteer',
  response: 'volunteer',
}

/** Writes as the superuser, the only one who passes the walls: tables nobody could fill otherwise are seeded too. */
export async function seedTables(superUrl: string): Promise<Seeds> {
  const [account, post, open, sealed, person, guarded, household, code] = Array.from({ length: 8 }, () => v7()) as [
    string,
    ...string[],
  ] as string[]
  if (!account || !post || !open || !sealed || !person || !guarded || !household || !code) throw new Error('no ids')
  const bytes = Buffer.from('seeded')
  const record = (kind: (typeof kinds)[number], id: string, hidden: boolean) => ({
    area,
    kind,
    id,
    programme: programmeOf[kind],
    version: 1,
    org: keeper,
    ledger_org: keeper,
    title: '试',
    state: 'held',
    on_date: '2026-03-01',
    sealed: hidden,
    handlers: hidden ? `{${account}}` : '{}',
  })
  const [fund, batch, paper] = [v7(), v7(), v7()]
  const money = { area, org: keeper, fund }
  const rows: Record<string, Record<string, unknown>> = {
    accounts: { area, id: account, name: 'seed', display_name: '试', home_org: keeper, password: 'none' },
    posts: { area, id: post, account, org: keeper, role: 'rights', from_date: '2026-01-01' },
    sessions: { area, token_hash: bytes, account, post, expires_at: '2099-01-01' },
    account_events: { area, id: v7(), account, org: keeper, event: 'signed-in', by_account: account, by_post: post },
    totp_resets: { area, id: v7(), account, org: keeper, reason: '手机丢了', asked_by: v7() },
    organisation_changes: { id: v7(), code: keeper, change: 'renamed', on_date: '2026-01-01' },
    organisation_terms: { area, id: v7(), org: keeper, number: 1, from_date: '2026-01-01', to_date: '2031-01-01' },
    people: { area, id: person, org: keeper, name: '试甲', name_key: '试甲', gender: 'female', phone_tail: '0000' },
    households: { area, id: household, org: keeper, address: '试' },
    household_members: { area, household, person, relation: '本人' },
    consents: { area, id: v7(), person, org: keeper, purpose: 'volunteer', method: 'ticked' },
    person_merges: { area, id: v7(), org: keeper, kept: person, merged: guarded, reason: '同一人' },
    person_events: { area, id: v7(), person, org: keeper, event: 'added', by_account: account, by_post: post },
    organisation_members: { area, id: v7(), org: keeper, person, position: 'chair', from_date: '2026-01-01' },
    brands: { area, id: v7(), programme: 'family-story', org: keeper, name: '试' },
    local_programmes: { area, id: 'local-1529-0123456789', org: keeper },
    local_versions: { area, programme: 'local-1529-0123456789', version: 1, org: keeper, spec: '{}', made_by: account },
    initiative_programmes: { area, initiative: v7(), programme: 'mediation', org: keeper },
    initiative_records: { area, initiative: v7(), record: open, programme: 'family-story', org: keeper },
    cases: record('case', sealed, true),
    activities: record('activity', open, false),
    places: record('place', v7(), false),
    teams: record('team', v7(), false),
    members: record('member', v7(), false),
    awards: record('award', v7(), false),
    items: record('item', v7(), false),
    listings: record('listing', v7(), false),
    responses: record('response', v7(), false),
    record_numbers: { area, series: 'HJ-152921-2026', last: 3 },
    actions: {
      area,
      id: v7(),
      record: sealed,
      kind: 'case',
      programme: 'mediation',
      action: 'create',
      to_state: 'applied',
      revision: 1,
      by_org: keeper,
      made_on: '2026-03-01',
      by_account: account,
      by_post: post,
    },
    attendances: {
      area,
      id: v7(),
      activity: open,
      programme: 'family-story',
      org: keeper,
      person,
      method: 'list',
      on_date: '2026-03-01',
    },
    clocks: {
      area,
      record: sealed,
      clock: 'accept',
      kind: 'case',
      programme: 'mediation',
      org: keeper,
      legal: true,
      sealed: true,
      handlers: `{${account}}`,
      roles: '{rights}',
      started_on: '2026-03-01',
      due_on: '2026-03-04',
    },
    sign_in_codes: { area, code_hash: bytes, activity: open, org: keeper, expires_at: '2099-01-01' },
    break_glass: { area, id: v7(), record: sealed, org: keeper, account, post, reason: '需要紧急查看这一件案卷' },
    attachments: {
      area,
      id: v7(),
      record: sealed,
      kind: 'case',
      org: keeper,
      name: '试.pdf',
      mime: 'application/pdf',
      size: 1,
      sha256: bytes,
      class: 'P4',
      stored_as: 'none',
      by_post: post,
    },
    documents: {
      area,
      id: paper,
      record: sealed,
      kind: 'case',
      programme: 'mediation',
      document: 'application',
      number: 'HJSQ-152921-2026-00001',
      issue: 1,
      template_version: 1,
      class: 'P4',
      content: bytes,
      page: bytes,
      content_sha256: bytes,
      page_sha256: bytes,
      made_from: bytes,
      by_account: account,
      by_post: post,
      by_org: keeper,
      on_date: '2026-03-01',
    },
    document_prints: { area, id: v7(), document: paper, account, post, by_org: keeper },
    reads: {
      area,
      id: v7(),
      subject: 'record',
      subject_id: sealed,
      org: keeper,
      fields: '{*}',
      purpose: '核对',
      account,
      post,
    },
    imports: {
      area,
      id: v7(),
      programme: 'people',
      org: keeper,
      account,
      post,
      file_name: '试.xlsx',
      stored_as: 'none',
      dry_run: true,
      state: 'waiting',
    },
    notices: { area, id: v7(), account, text_key: 'break-glass-asked' },
    drafts: { area, id: v7(), account, org: keeper, programme: 'hotline-contact', content: bytes, key_salt: bytes },
    caller_numbers: { area, record: sealed, org: keeper, phone_hash: bytes, on_date: '2026-03-01' },
    record_links: { area, from_record: sealed, to_record: open, kind: 'started', action: code },
    record_claims: { area, record: sealed, programme: 'mediation', key: 'once', named: person, person },
    handler_requests: { area, id: v7(), record: sealed, account: v7(), asked_by: account },
    entries: {
      area,
      measure: 0,
      org: keeper,
      on_date: '2026-03-01',
      value: 1,
      grade: 'A',
      record: sealed,
      action: code,
      post,
      tx: 1,
    },
    cells: { area, measure: 0, org: keeper, month: 202603, grade: 'A', value: 1, entries: 1 },
    day_cells: { area, measure: 0, org: keeper, on_date: '2026-03-01', grade: 'A', value: 1, entries: 1 },
    person_cells: { area, measure: 0, org: keeper, period: 202603, persons: bytes },
    fold_states: { area, snap_xmin: 1, snap_xmax: 1 },
    moments: { at: '2026-03-01', snap_xmin: 1, snap_xmax: 1 },
    funds: {
      area,
      id: fund,
      org: keeper,
      code: 'A1',
      name: '试用资金',
      purpose: '试',
      source: 'budget',
      from_date: '2026-01-01',
      created_by: post,
    },
    fund_transfers: {
      ...money,
      id: v7(),
      kind: 'receive',
      giver: 'budget',
      fen: 1,
      on_date: '2026-03-01',
      purpose: '拨款',
      prepared_by: account,
    },
    postings: {
      ...money,
      account: 'cash',
      for_date: '2026-03-01',
      on_date: '2026-03-01',
      fen: 1,
      record: open,
      programme: 'family-story',
      action: code,
      post,
    },
    fund_balances: { ...money, account: 'cash', fen: 1, lines: 1 },
    fund_budgets: { ...money, id: v7(), name: '项目', planned: 1, by_post: post },
    fund_periods: { area, org: keeper, month: 202602, state: 'asked', asked_by: account },
    fund_period_events: { area, id: v7(), org: keeper, month: 202602, step: 'ask', account, post },
    payment_batches: {
      ...money,
      id: batch,
      programme: 'mediation',
      title: '发放',
      remark: '补助款',
      key_salt: bytes,
      lines: 1,
      fen: 1,
      prepared_by: account,
      prepared_post: post,
    },
    payment_lines: {
      area,
      batch,
      no: 1,
      org: keeper,
      programme: 'mediation',
      record: sealed,
      record_org: keeper,
      round: 1,
      fen: 1,
      name_mask: '试*',
      account_end: '0000',
      sealed: bytes,
    },
    payment_answers: {
      area,
      batch,
      no: 1,
      result: 'paid',
      org: keeper,
      on_date: '2026-03-01',
      by_hand: false,
      account,
      post,
    },
    payment_sheets: { area, id: v7(), batch, org: keeper, lines: 1, account, post },
    ...indicatorRows(area, keeper, account),
    ...publishedRows({ area, keeper, account, post, bytes }),
  }
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    const { rows: known } = await client.query<{ no: number }>(
      "SELECT no FROM measures WHERE id = 'mediation.accepted'",
    )
    for (const table of ['entries', 'cells', 'day_cells', 'person_cells'])
      rows[table] = { ...rows[table], measure: known[0]?.no }
    for (const [table, row] of Object.entries(rows)) {
      // One line of a booking is none: its trigger would refuse it.
      if (table === 'postings') await client.query('SET session_replication_role = replica')
      await insertRow(client, table, row)
      if (table === 'postings') await client.query('RESET session_replication_role')
    }
    await insertRow(client, 'people', { ...rows.people, id: guarded, protected: true, phone_tail: '1111' })
  } finally {
    await client.end()
  }
  return { account, post, open, sealed, person, guarded, rows }
}

/** Inserts a row as it stands; gives the number of rows written. */
export async function insertRow(
  client: pg.ClientBase,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<number> {
  const columns = Object.keys(row)
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`
  const { rowCount } = await client.query({
    name: `insert ${table} ${columns.length}`,
    text,
    values: Object.values(row),
  })
  return rowCount ?? 0
}

/** The same row under keys of its own, so that only a wall can stop it. */
export function likeIt(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...row,
    ...('id' in row && { id: v7() }),
    ...('token_hash' in row && { token_hash: Buffer.from(v7()) }),
    ...('code_hash' in row && { code_hash: Buffer.from(v7()) }),
  }
}
