import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Only node: imports in bin/: these programs run before anything is installed.

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The file a package runs as a program, for `node`. */
export const programs = {
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  vite: join(root, 'node_modules/vite/bin/vite.js'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
  biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
}

/** Runs a Node program in the clone and shows what it prints; true when it succeeded. A Ctrl-C ends us with it. */
export function runNode(args, options = {}) {
  const { status, signal, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  })
  if (error) throw error
  if (signal) process.exit(signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1)
  return status === 0
}

/** Says what takes time, on the error stream, so that a command's own output stays clean. */
export const say = (text) => process.stderr.write(`${text}\n`)

/** Ends with a message and no stack. */
export function fail(text) {
  say(text)
  process.exit(1)
}
