import { createHash } from 'node:crypto'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type pg from 'pg'
import type { OrgCode } from '../../core/org-code.ts'
import { subtreeOf } from '../../core/org-code.ts'
import type { Language } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'

/** A person acting under one of her posts. */
export interface Actor {
  readonly account: string
  readonly displayName: string
  readonly post: string
  readonly role: Role
  readonly org: OrgCode
  readonly language: Language
}

/** What the house does with nobody acting; each is named in the policies of db/migrations. */
export type Duty = 'sign-in' | 'fold' | 'verify' | 'load' | 'repost' | 'erase' | 'clock' | 'pay' | 'public'

/** Builds SQL, runs nothing: `sql` fragments and builders are compiled against it. */
export const queries = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

type Query<Row> = Compilable<Row> | { compile: (db: typeof queries) => { sql: string; parameters: readonly unknown[] } }

const names = new Map<string, string>()
/** Statements are prepared once per connection, under a name made from their text; texts are few, values are parameters. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= 2000) return undefined
  const name = createHash('md5').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/**
 * What is asked in one turn of the event loop leaves in one packet: a packet costs as much as a short question. Ask
 * together what does not wait for each other's answers.
 */
function gather(client: pg.ClientBase): void {
  const { stream } = (client as pg.Client).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** So many values that a plan for a few would go through them one by one: a step on a batch, a chunk of a sheet. */
const isMany = (parameter: unknown) => Array.isArray(parameter) && parameter.length > 100

/** One transaction, as one actor. `kysely`'s sql`…` gives the statements; rows come back as objects. */
export class Tx {
  readonly client: pg.ClientBase
  /** Statements run so far: list pages must not grow with their rows. */
  statements = 0
  /** No answer is read before this has come true. */
  readonly #confirmed: Promise<unknown>
  readonly #keepsPlans: boolean
  #ended = false

  constructor(client: pg.ClientBase, confirmed: Promise<unknown> = Promise.resolve(), keepsPlans = false) {
    this.client = client
    this.#confirmed = confirmed
    this.#keepsPlans = keepsPlans
  }

  /** Nothing is asked any more: what was asked beside a failure must not go on in somebody else's transaction. */
  end(): void {
    this.#ended = true
  }

  async #run<Row>(query: Query<Row>, keeps = true): Promise<pg.QueryResult> {
    if (this.#ended) throw new Error('the transaction has ended')
    const { sql: text, parameters } = query.compile(queries)
    this.statements++
    gather(this.client)
    const kept = keeps && !parameters.some(isMany)
    const name = kept ? nameOf(text) : undefined
    const anew = this.#keepsPlans && !kept
    const begun = anew ? this.client.query('SET LOCAL plan_cache_mode = auto') : undefined
    const answer = this.client.query({ ...(name && { name }), text, values: parameters as unknown[] })
    const ended = anew ? this.client.query(keepPlans) : undefined
    const [result] = await Promise.all([answer, this.#confirmed, begun, ended])
    return result
  }

  async rows<Row>(query: Query<Row>): Promise<Row[]> {
    return (await this.#run(query)).rows as Row[]
  }

  /**
   * The same, planned anew for these values. For lists over a scope that may be a village or the region, where one plan
   * cannot suit both.
   */
  async rowsPlanned<Row>(query: Query<Row>): Promise<Row[]> {
    return (await this.#run(query, false)).rows as Row[]
  }

  async first<Row>(query: Query<Row>): Promise<Row | undefined> {
    return (await this.rows(query))[0]
  }

  /** For statements that must change something: how many rows they changed. */
  async change(query: Query<unknown>): Promise<number> {
    return (await this.#run(query)).rowCount ?? 0
  }
}

/**
 * An actor's statements are short and many: each is planned once per connection, for values unknown. Planning it for its
 * values takes longer than the statement itself, and a plan that suits only some of them would be wrong for the others.
 */
const keepPlans = 'SET LOCAL plan_cache_mode = force_generic_plan'

// Values come from our own tables (uuids, codes, role names); anything else is a bug and stops here.
const safe = (value: string | number) => {
  const text = String(value)
  if (!/^[\w-]*$/.test(text)) throw new Error('unsafe setting')
  return `'${text}'`
}

const settings = (values: Record<string, string | number>) =>
  Object.entries(values)
    .map(([key, value]) => `SET LOCAL niangjia.${key} = ${safe(value)}`)
    .join(';')

export interface TxOptions {
  /** One snapshot for all statements: exports, backups, verification. */
  readonly repeatable?: boolean
  /** Asked with the first statements; while it has not come true no answer is read, and when it fails nothing was done. */
  readonly confirm?: (client: pg.ClientBase) => Promise<void>
}

async function transact<T>(
  pool: pg.Pool,
  opening: string,
  work: (tx: Tx) => Promise<T>,
  options: TxOptions & { readonly keepsPlans?: boolean },
): Promise<T> {
  const client = await pool.connect()
  let tx: Tx | undefined
  let broken: Error | undefined
  try {
    gather(client)
    // Sent ahead of the first statement, which does not wait for its answer.
    const begun = client.query(
      `BEGIN${options.repeatable ? ' ISOLATION LEVEL REPEATABLE READ' : ''};${opening}${options.keepsPlans ? `;${keepPlans}` : ''}`,
    )
    const confirmed = options.confirm?.(client)
    tx = new Tx(client, confirmed, options.keepsPlans)
    const [result] = await Promise.all([work(tx), begun, confirmed])
    tx.end()
    await client.query('COMMIT')
    return result
  } catch (error) {
    tx?.end()
    await client.query('ROLLBACK').catch((e: Error) => {
      broken = e
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Runs `work` in one transaction as a person under a post: row-level security sees her, and only her. */
export function asActor<T>(
  pool: pg.Pool,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: TxOptions = {},
): Promise<T> {
  const [lo, hi] = subtreeOf(actor.org)
  const opening = settings({ account: actor.account, post: actor.post, role: actor.role, org: actor.org, lo, hi })
  return transact(pool, opening, work, { ...options, keepsPlans: true })
}

/** Runs `work` in one transaction for a duty of the house. */
export function onDuty<T>(
  pool: pg.Pool,
  duty: Duty,
  work: (tx: Tx) => Promise<T>,
  options: TxOptions = {},
): Promise<T> {
  return transact(pool, settings({ duty }), work, options)
}

/** Runs `work` as a signed-in account that has not chosen a post: her own account, posts and sessions only. */
export function asAccount<T>(pool: pg.Pool, account: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(pool, settings({ account }), work, {})
}
