import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, programs, root, runNode, say } from './steps.mjs'

/** What the server and the pages are both made of. */
const shared = ['src/core', 'src/programmes', 'src/registry.ts', 'src/directories.ts', 'src/local-programmes.ts']

const parts = {
  node: {
    label: '编译服务端 / compiling the server',
    sources: [...shared, 'src/server', 'src/cli', 'tsconfig.base.json', 'tsconfig.server.json', 'tsconfig.build.json'],
    build: (out) => runNode([programs.tsc, '-p', 'tsconfig.build.json', '--outDir', out]),
  },
  bench: {
    label: '编译测速程序 / compiling the bench',
    sources: [...shared, 'bench', 'src/server', 'tsconfig.bench.json'],
    build: (out) => runNode([programs.tsc, '-p', 'tsconfig.bench.json', '--outDir', out]),
  },
  web: {
    label: '打包网页 / building the web pages',
    sources: [...shared, 'src/web', 'vite.config.ts', 'tsconfig.web.json'],
    build: (out) => runNode([programs.vite, 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn']),
  },
}

/**
 * Builds dist/node and dist/web where the sources (their content, and the installed versions) changed since the last
 * build. Each is made beside its place and then moved in whole, so two commands at once never see half of one.
 */
export function buildStale(names = ['node', 'web']) {
  for (const name of names) {
    const { label, sources, build } = parts[name]
    const out = join(root, 'dist', name)
    const stampFile = join(out, '.stamp')
    const stamp = hashOf([...sources, 'package-lock.json'])
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue
    say(`${label}…`)
    const draft = join(root, 'dist', `.${name}-${process.pid}`)
    mkdirSync(draft, { recursive: true })
    try {
      if (!build(draft)) fail(`${label}: failed`)
      writeFileSync(join(draft, '.stamp'), stamp)
      const old = `${draft}-old`
      if (existsSync(out)) renameSync(out, old)
      renameSync(draft, out)
      rmSync(old, { recursive: true, force: true })
    } finally {
      rmSync(draft, { recursive: true, force: true })
    }
  }
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    const entries = isFile(path)
      ? undefined
      : readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    if (!entries) return hash.update(`${path}\0`).update(readFileSync(full))
    for (const entry of entries) if (!entry.name.includes('.test.')) add(`${path}/${entry.name}`)
  }
  paths.forEach(add)
  return hash.digest('hex')
}

/** Every source file has an extension and no folder has one. */
function isFile(path) {
  return /\.[a-z0-9]+$/.test(path)
}
