import type { Target } from './stage.ts'

const demo = { demo: 'true' }

/** One of the tables of records: cases, activities… */
export const recordsTarget = (table: string): Target => ({
  table,
  columns: {
    area: 'integer',
    kind: 'text',
    id: 'uuid',
    programme: 'text',
    version: 'smallint',
    org: 'bigint',
    ledger_org: 'bigint',
    number: 'text',
    title: 'text',
    state: 'text',
    on_date: 'date',
    sealed: 'boolean',
    handlers: 'uuid[]',
    parent: 'uuid',
    person: 'uuid',
    receiver: 'bigint',
    brand: 'uuid',
    answers: 'jsonb',
    key_salt: 'bytea',
    heads: 'jsonb',
    revision: 'integer',
    created_by: 'uuid',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  computed: demo,
})

export const actionsTarget: Target = {
  table: 'actions',
  columns: {
    area: 'integer',
    id: 'uuid',
    record: 'uuid',
    kind: 'text',
    programme: 'text',
    action: 'text',
    from_state: 'text',
    to_state: 'text',
    revision: 'integer',
    answers: 'jsonb',
    changes: 'jsonb',
    reason: 'text',
    by_account: 'uuid',
    by_post: 'uuid',
    by_org: 'bigint',
    made_on: 'date',
    at: 'timestamptz',
  },
}

export const attendancesTarget: Target = {
  table: 'attendances',
  columns: {
    area: 'integer',
    id: 'uuid',
    activity: 'uuid',
    programme: 'text',
    org: 'bigint',
    person: 'uuid',
    method: 'text',
    minutes: 'integer',
    on_date: 'date',
    by_post: 'uuid',
  },
}

export const clocksTarget: Target = {
  table: 'clocks',
  columns: {
    area: 'integer',
    record: 'uuid',
    clock: 'text',
    round: 'smallint',
    kind: 'text',
    programme: 'text',
    org: 'bigint',
    for_org: 'bigint',
    legal: 'boolean',
    sealed: 'boolean',
    handlers: 'uuid[]',
    roles: 'text[]',
    started_on: 'date',
    due_on: 'date',
    due_at: 'timestamptz',
    paused_on: 'date',
    ended_on: 'date',
    next_at: 'timestamptz',
  },
}

// The transaction's number is asked once a set: the column's default would ask once a row.
export const entriesTarget: Target = {
  table: 'entries',
  columns: {
    area: 'integer',
    measure: 'smallint',
    org: 'bigint',
    on_date: 'date',
    value: 'bigint',
    grade: '"char"',
    person: 'integer',
    record: 'uuid',
    action: 'uuid',
    post: 'uuid',
  },
  computed: { tx: '(SELECT ledger_tx())' },
}

export const peopleTarget: Target = {
  table: 'people',
  columns: {
    area: 'integer',
    id: 'uuid',
    org: 'bigint',
    name: 'text',
    name_key: 'text',
    gender: 'text',
    birth_date: 'date',
    id_type: 'text',
    id_sealed: 'bytea',
    id_hash: 'bytea',
    phone_sealed: 'bytea',
    phone_hash: 'bytea',
    phone_mask: 'text',
    phone_tail: 'text',
    key_salt: 'bytea',
    created_at: 'timestamptz',
  },
  computed: demo,
}

export const attachmentsTarget: Target = {
  table: 'attachments',
  columns: {
    area: 'integer',
    id: 'uuid',
    record: 'uuid',
    kind: 'text',
    org: 'bigint',
    name: 'text',
    mime: 'text',
    size: 'integer',
    sha256: 'bytea',
    class: 'text',
    stored_as: 'text',
    by_post: 'uuid',
  },
}
