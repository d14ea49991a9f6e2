import pg from 'pg'
import type { Secrets } from '../secrets.ts'
import { StartupError } from '../startup-error.ts'

/**
 * Embedded server: makes the owner, the application role, the ledger role and the database, and sets the passwords to
 * those in secrets. Repeatable. `superUrl` logs in as the cluster's superuser, which nothing else uses.
 */
export async function ensureDatabase(superUrl: string, secrets: Secrets): Promise<void> {
  const connected = await connect(superUrl)
  try {
    await ensureRole(connected, 'niangjia_owner', 'LOGIN', secrets.ownerPassword)
    await ensureRole(connected, 'niangjia_app', 'LOGIN', secrets.appPassword)
    await ensureRole(connected, 'niangjia_ledger', 'NOLOGIN')
    await connected.query('GRANT niangjia_ledger TO niangjia_owner')
    const { rowCount } = await connected.query("SELECT 1 FROM pg_database WHERE datname = 'niangjia'")
    if (!rowCount) {
      await connected.query("CREATE DATABASE niangjia OWNER niangjia_owner ENCODING 'UTF8' TEMPLATE template0")
    }
  } finally {
    await connected.end()
  }
  const database = await connect(Object.assign(new URL(superUrl), { pathname: '/niangjia' }).href)
  try {
    await database.query(
      'REVOKE ALL ON DATABASE niangjia FROM PUBLIC; GRANT CONNECT ON DATABASE niangjia TO niangjia_app',
    )
    await database.query(
      'GRANT CREATE, USAGE ON SCHEMA public TO niangjia_ledger; GRANT USAGE ON SCHEMA public TO niangjia_app',
    )
  } finally {
    await database.end()
  }
}

/**
 * A PostgreSQL the operator gave (DATABASE_URL, whose login owns the schema): checks its version and rights, makes the
 * application and ledger roles when missing, and gives the application's URL. Refuses with what to ask the administrator.
 */
export async function prepareGivenDatabase(ownerUrl: string, secrets: Secrets): Promise<{ appUrl: string }> {
  const appUrl = withLogin(ownerUrl, 'niangjia_app', secrets.appPassword)
  const owner = await connect(ownerUrl).catch((error: Error) => {
    throw new StartupError(`DATABASE_URL 无法连接：${error.message} / cannot connect to DATABASE_URL`)
  })
  try {
    const { rows } = await owner.query<{
      version: number
      encoding: string
      login: string
      creator: boolean
      schema: boolean
    }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
              current_user AS login, rolsuper OR rolcreaterole AS creator,
              has_schema_privilege('public', 'CREATE') AND has_schema_privilege('public', 'USAGE') AS schema
         FROM pg_roles WHERE rolname = current_user`,
    )
    const given = rows[0]
    if (!given || given.version < 150_000)
      throw new StartupError('需要 PostgreSQL 15 或更新。 / PostgreSQL 15 or newer is needed.')
    if (given.encoding !== 'UTF8')
      throw new StartupError('数据库编码须为 UTF8。 / The database must be encoded in UTF8.')
    if (given.login === 'niangjia_app')
      throw new StartupError(
        'DATABASE_URL 须用数据库所有者登录，不能用 niangjia_app。 / DATABASE_URL must log in as the owner.',
      )
    if (!given.schema)
      throw new StartupError(
        `登录 ${given.login} 不能在 public 中建表：GRANT CREATE, USAGE ON SCHEMA public TO ${quote(given.login)};`,
      )
    if (!(await canLogin(appUrl))) {
      if (!given.creator) throw new StartupError(askAdministrator(given.login))
      await ensureRole(owner, 'niangjia_app', 'LOGIN', secrets.appPassword)
    }
    await prepareLedgerRole(owner, given.login, given.creator)
    await checkSafe(owner, 'niangjia_app')
    await checkSafe(owner, 'niangjia_ledger')
    const database = quote(owner.database ?? '')
    await owner.query(
      `GRANT USAGE ON SCHEMA public TO niangjia_app; GRANT CONNECT ON DATABASE ${database} TO niangjia_app`,
    )
  } finally {
    await owner.end()
  }
  if (!(await canLogin(appUrl)))
    throw new StartupError(
      '角色 niangjia_app 不能登录这个数据库，请检查 pg_hba.conf。 / niangjia_app cannot log in; see pg_hba.conf.',
    )
  return { appUrl }
}

async function prepareLedgerRole(owner: pg.Client, login: string, creator: boolean): Promise<void> {
  const { rowCount } = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = 'niangjia_ledger'")
  if (!rowCount && !creator) throw new StartupError(askAdministrator(login))
  if (!rowCount) await ensureRole(owner, 'niangjia_ledger', 'NOLOGIN')
  const member = await owner.query<{ is: boolean }>(
    "SELECT pg_has_role(current_user, 'niangjia_ledger', 'USAGE') AS is",
  )
  if (!member.rows[0]?.is) {
    await owner.query('GRANT niangjia_ledger TO CURRENT_USER').catch(() => {
      throw new StartupError(askAdministrator(login))
    })
  }
  await owner.query('GRANT CREATE, USAGE ON SCHEMA public TO niangjia_ledger')
}

function askAdministrator(login: string): string {
  return `登录 ${login} 没有建立角色的权限。请数据库管理员执行（密码见 secrets.json 的 appPassword）：
/ ${login} may not create roles. Ask the administrator to run (the password is appPassword in secrets.json):
  CREATE ROLE niangjia_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '…';
  CREATE ROLE niangjia_ledger NOLOGIN NOSUPERUSER NOBYPASSRLS; GRANT niangjia_ledger TO ${quote(login)};`
}

async function ensureRole(
  client: pg.Client,
  name: string,
  login: 'LOGIN' | 'NOLOGIN',
  password?: string,
): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  const secret = password ? ` PASSWORD ${client.escapeLiteral(password)}` : ''
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${quote(name)} ${login}${secret}`)
  await checkSafe(client, name)
}

/** Attributes only a superuser may change are checked instead: a role that bypasses row security would void a wall. */
async function checkSafe(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1 AND (rolsuper OR rolbypassrls)', [
    name,
  ])
  if (rowCount)
    throw new StartupError(`角色 ${name} 不得为超级用户或绕过行级安全。 / ${name} must not bypass row security.`)
}

async function canLogin(url: string): Promise<boolean> {
  return connect(url).then(
    (client) => client.end().then(() => true),
    () => false,
  )
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

function withLogin(url: string, user: string, password: string): string {
  return Object.assign(new URL(url), { username: user, password: encodeURIComponent(password) }).href
}

function quote(name: string): string {
  return pg.escapeIdentifier(name)
}
