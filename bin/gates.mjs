import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { programs, root, runNode, say } from './steps.mjs'

const longest = 400
const drawers = /^(utils?|helpers?|common|manager|index)\.(ts|tsx|mjs)$/

/** The rules a tool keeps; the drift of db/schema.sql is a test among the tests, as it needs a database. */
const gates = {
  'tsc shared': () => runNode([programs.tsc, '-p', 'tsconfig.shared.json']),
  'tsc server': () => runNode([programs.tsc, '-p', 'tsconfig.server.json']),
  'tsc web': () => runNode([programs.tsc, '-p', 'tsconfig.web.json']),
  biome: () => runNode([programs.biome, 'check', '--error-on-warnings', '--max-diagnostics=40']),
  files: checkFiles,
}

/** Runs every gate and gives how many passed and the names of those that failed. */
export function runGates() {
  const failed = []
  for (const [name, gate] of Object.entries(gates)) {
    const passed = gate()
    say(`${passed ? '✓' : '✗'} ${name}`)
    if (!passed) failed.push(name)
  }
  return { passed: Object.keys(gates).length - failed.length, failed }
}

/** No file over 400 lines; no drawers (utils, common) and no barrels. */
function checkFiles() {
  const wrong = ['src', 'test', 'bench', 'bin'].flatMap(listSources).flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1
    const name = path.slice(path.lastIndexOf('/') + 1)
    return [
      ...(lines > longest ? [`${path}: ${lines} lines, ${longest} allowed`] : []),
      ...(drawers.test(name) ? [`${path}: name the file after what it does`] : []),
    ]
  })
  wrong.push(...listSources('src/programmes').flatMap(findNeighbours))
  wrong.forEach(say)
  return wrong.length === 0
}

/** Programmes never import each other: a path that leads from one folder of src/programmes into another. */
function findNeighbours(path) {
  const own = path.split('/')[2]
  return [...readFileSync(join(root, path), 'utf8').matchAll(/from '(\.[^']+)'/g)]
    .map(([, target]) => posix.join(posix.dirname(path), target).split('/'))
    .filter(([, folder, programme]) => folder === 'programmes' && programme !== own)
    .map((target) => `${path}: imports another programme (${target.join('/')})`)
}

function listSources(folder) {
  let entries = []
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return listSources(path)
    return /\.(ts|tsx|mjs|css)$/.test(entry.name) ? [path] : []
  })
}
