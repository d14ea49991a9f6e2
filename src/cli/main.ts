import { StartupError } from '../server/startup-error.ts'

type Command = { summary: string; load: () => Promise<{ run: (args: string[]) => Promise<number | undefined> }> }

/** Each command is a file of this folder with `run(args)`, giving the exit code; it is read only when asked for. */
const commands: Record<string, Command> = {
  start: { summary: '启动服务 / install, build, migrate, load the demo, serve', load: () => import('./start.ts') },
  demo: {
    summary: '装入演示数据 / fill an empty database with made records: --scale S',
    load: () => import('./demo.ts'),
  },
  migrate: { summary: '升级数据库结构 / bring the schema up to date', load: () => import('./migrate.ts') },
  verify: {
    summary: '核对账目 / recompute every layer of the ledger; exit 1 on a mismatch',
    load: () => import('./verify.ts'),
  },
  import: { summary: '导入表格 / import a filled sheet under an account’s post', load: () => import('./import.ts') },
  backup: {
    summary: '备份 / write everything but the keys into one file, while people work',
    load: () => import('./backup.ts'),
  },
  restore: { summary: '恢复 / put a backup into an empty installation', load: () => import('./restore.ts') },
  check: {
    summary: '数检 / check the numbers of drafts (.docx, .txt): --json; exit 1 on findings',
    load: () => import('./check.ts'),
  },
  bench: { summary: '测速 / measure against the goals: --full, --only NAME', load: () => import('./bench.ts') },
  coverage: {
    summary: '文章数字对照 / the articles’ figures as a loaded demo computes them: --write into docs/coverage.md',
    load: () => import('./coverage.ts'),
  },
  refusals: { summary: '重写 docs/refusals.md / rewrite docs/refusals.md', load: () => import('./refusals.ts') },
  schema: { summary: '重写 db/schema.sql / rewrite db/schema.sql', load: () => import('./schema.ts') },
}

/** Runs the command named by the first argument. A failure an operator can mend prints its message only. */
export async function main(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.log('niangjia <command>\n')
    for (const [key, { summary }] of Object.entries(commands)) console.log(`  ${key.padEnd(10)}${summary}`)
    return name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    const { run } = await command.load()
    return (await run(rest)) ?? 0
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error)
    return 1
  }
}
