import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../server/paths.ts'
import { StartupError } from '../server/startup-error.ts'

interface Bench {
  readonly parts: readonly string[]
  readonly runBench: (options: { full: boolean; only: readonly string[] }) => Promise<void>
}

/** `niangjia bench [--full] [--only NAME]…`: measures the house in a database of its own, removed afterwards; docs/bench.md. */
export async function run(args: string[]): Promise<number> {
  // Built beside the command (bin/build.mjs): nothing that serves holds code that measures.
  const file = join(repositoryRoot, 'dist', 'bench', 'bench', 'run.js')
  const { parts, runBench } = (await import(pathToFileURL(file).href)) as Bench
  const { full, only } = readArgs(args)
  if (only.some((name) => !parts.includes(name))) {
    throw new StartupError(`--only: ${parts.join(' · ')}`)
  }
  await runBench({ full, only })
  return 0
}

function readArgs(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { full: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
    })
    return values
  } catch {
    throw new StartupError('用法：niangjia bench [--full] [--only 名称]… / niangjia bench [--full] [--only NAME]…')
  }
}
